"""Inputs and targets as one list of pairs."""


def pair_up(x, y) -> list[tuple]:
    """The examples (input, target), in order, as a list of tuples."""
    if len(x) != len(y):
        raise ValueError(f"{len(x)} inputs and {len(y)} targets came, but each input needs a target of its own")
    # `zip` alone could be gone through only once; a list has a length, and places that can be asked for.
    return list(zip(x, y, strict=True))
