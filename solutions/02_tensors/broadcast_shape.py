"""The shape that broadcasting gives."""


def broadcast_shape(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    """Align at the right, fill up with ones, stretch the ones."""
    rank = max(len(a), len(b))
    pairs = zip(_filled(a, rank), _filled(b, rank), strict=True)
    sizes = []
    for axis, (x, y) in enumerate(pairs):
        if x != y and 1 not in (x, y):
            raise ValueError(f"{a} and {b} do not fit: {x} against {y} on axis {axis - rank}")
        # A 1 gives way to whatever the other is, even to a 0.
        sizes.append(y if x == 1 else x)
    return tuple(sizes)


def _filled(shape: tuple[int, ...], rank: int) -> tuple[int, ...]:
    """The shape with ones on its left, so that it has `rank` axes."""
    return (1,) * (rank - len(shape)) + tuple(shape)
