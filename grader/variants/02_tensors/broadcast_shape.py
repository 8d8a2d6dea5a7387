"""Answers to broadcast_shape in other styles: right ones, and the known mistakes as somebody else would write them."""

from itertools import zip_longest

import numpy as np
import torch


def right_zip_longest():
    """Both shapes turned round, and ones where the shorter has ended."""

    def broadcast_shape(a, b):
        found = []
        for x, y in zip_longest(reversed(a), reversed(b), fillvalue=1):
            if x == 1:
                found.append(y)
            elif y in (1, x):
                found.append(x)
            else:
                raise ValueError(f"cannot bring {a} and {b} together: {x} meets {y}")
        return tuple(found[::-1])


def right_recursive():
    """The last axis is settled, the others are left to a call of itself."""

    def broadcast_shape(a, b):
        if not a or not b:
            return tuple(a) or tuple(b)
        sizes = {a[-1], b[-1]} - {1}
        if len(sizes) > 1:
            raise ValueError(f"sizes {a[-1]} and {b[-1]} do not fit")
        return broadcast_shape(a[:-1], b[:-1]) + (sizes.pop() if sizes else 1,)


def right_by_index():
    """Negative places count from the right, and a place too far is a 1."""

    def broadcast_shape(a, b):
        def at(shape, i):
            return shape[i] if -i <= len(shape) else 1

        rank = len(a) if len(a) > len(b) else len(b)
        answer = [0] * rank
        for i in range(-1, -rank - 1, -1):
            if at(a, i) != at(b, i) and at(a, i) != 1 and at(b, i) != 1:
                raise ValueError("wanted shapes that fit, got " + str(a) + " and " + str(b))
            answer[i] = at(b, i) if at(a, i) == 1 else at(a, i)
        return tuple(answer)


def right_written_over():
    """The longer shape as a list, written over from the right where it has ones."""

    def broadcast_shape(a, b):
        long, short = (list(a), list(b)) if len(a) >= len(b) else (list(b), list(a))
        offset = len(long) - len(short)
        for i, size in enumerate(short):
            if long[offset + i] == 1:
                long[offset + i] = size
            elif size not in {1, long[offset + i]}:
                raise ValueError(f"axis {i - len(short)}: got {size} against {long[offset + i]}")
        return tuple(long)


def right_product_of_ones():
    """When one of two sizes is 1, their product is the other."""

    def broadcast_shape(a, b):
        width = max(len(a), len(b))
        a, b = (1,) * (width - len(a)) + a, (1,) * (width - len(b)) + b
        clash = [(x, y) for x, y in zip(a, b) if x != y and x != 1 and y != 1]
        if clash:
            raise ValueError(f"these sizes do not fit: {clash}")
        return tuple(x if x == y else x * y for x, y in zip(a, b))


def aligned_from_the_left():
    def broadcast_shape(a, b):
        found = []
        for x, y in zip_longest(a, b, fillvalue=1):
            if x != y and x != 1 and y != 1:
                raise ValueError(f"{x} and {y} do not go together")
            found.append(x if y == 1 else y)
        return tuple(found)


def ones_never_stretched():
    def broadcast_shape(a, b):
        longer, shorter = sorted([a, b], key=len, reverse=True)
        if shorter and tuple(longer[-len(shorter) :]) != tuple(shorter):
            raise ValueError(f"{a} and {b} differ")
        return tuple(longer)


def larger_size_taken():
    def broadcast_shape(a, b):
        found = []
        for x, y in zip_longest(a[::-1], b[::-1], fillvalue=1):
            if x != y and x != 1 and y != 1:
                raise ValueError(f"{x} does not fit {y}")
            found.insert(0, x if x > y else y)
        return tuple(found)


def longer_shape_cut():
    def broadcast_shape(a, b):
        sizes = []
        for i in range(1, min(len(a), len(b)) + 1):
            x, y = a[-i], b[-i]
            if x == 1:
                sizes.append(y)
            elif y == 1 or x == y:
                sizes.append(x)
            else:
                raise ValueError(f"sizes {x} and {y}")
        return tuple(reversed(sizes))


def nothing_refused():
    def broadcast_shape(a, b):
        pairs = list(zip_longest(a[::-1], b[::-1], fillvalue=1))[::-1]
        return tuple(y if x == 1 else x for x, y in pairs)


def zero_stretched():
    def broadcast_shape(a, b):
        found = []
        for x, y in zip_longest(a[::-1], b[::-1], fillvalue=1):
            if x and y and x != y and x != 1 and y != 1:
                raise ValueError(f"clash: {x}, {y}")
            found.append(0 if x == 0 or y == 0 else x if y == 1 else y)
        return tuple(found[::-1])


def zero_refused():
    def broadcast_shape(a, b):
        if any(size < 1 for size in a + b):
            raise ValueError("every size should be at least 1")
        found = []
        for x, y in zip_longest(a[::-1], b[::-1], fillvalue=1):
            if x != y and x != 1 and y != 1:
                raise ValueError(f"{a} against {b}")
            found.append(max(x, y))
        return tuple(found[::-1])


def only_one_shape_stretched():
    def broadcast_shape(a, b):
        found = []
        for x, y in zip_longest(a[::-1], b[::-1], fillvalue=1):
            if y == 1 or x == y:
                found.append(x)
            else:
                raise ValueError(f"{y} cannot become {x}")
        return tuple(found[::-1])


def different_lengths_refused():
    def broadcast_shape(a, b):
        if len(a) != len(b):
            raise ValueError(f"wanted {len(a)} sizes, got {len(b)}")
        if any(x != y and x != 1 and y != 1 for x, y in zip(a, b, strict=True)):
            raise ValueError(f"{a} against {b}")
        return tuple(x if y == 1 else y for x, y in zip(a, b, strict=True))


def only_the_last_sizes_compared():
    def broadcast_shape(a, b):
        if a and b and a[-1] != b[-1] and a[-1] != 1 and b[-1] != 1:
            raise ValueError(f"the last sizes {a[-1]} and {b[-1]} differ")
        pairs = list(zip_longest(a[::-1], b[::-1], fillvalue=1))[::-1]
        return tuple(y if x == 1 else x for x, y in pairs)


def ones_dropped():
    def broadcast_shape(a, b):
        found = []
        for x, y in zip_longest(a[::-1], b[::-1], fillvalue=1):
            sizes = {x, y}.difference({1})
            if len(sizes) == 2:
                raise ValueError(f"{x} meets {y}")
            found.extend(sizes)
        return tuple(found[::-1])


def order_reversed():
    def broadcast_shape(a, b):
        found = ()
        for i in range(1, max(len(a), len(b)) + 1):
            x = a[-i] if i <= len(a) else 1
            y = b[-i] if i <= len(b) else 1
            if x != y and x != 1 and y != 1:
                raise ValueError(f"{x} and {y} on axis -{i}")
            found += (y if x == 1 else x,)
        return found


def list_returned():
    def broadcast_shape(a, b):
        rank = max(len(a), len(b))
        long_a, long_b = [1] * (rank - len(a)) + list(a), [1] * (rank - len(b)) + list(b)
        for i in range(rank):
            if long_a[i] == 1:
                long_a[i] = long_b[i]
            elif long_b[i] not in (1, long_a[i]):
                raise ValueError(f"no way to join {a} and {b}")
        return long_a


def another_error():
    def broadcast_shape(a, b):
        pairs = list(zip_longest(a[::-1], b[::-1], fillvalue=1))[::-1]
        assert all(x == y or 1 in (x, y) for x, y in pairs), f"{a} against {b}"
        return tuple(y if x == 1 else x for x, y in pairs)


def ready_made_function():
    def broadcast_shape(a, b):
        return tuple(np.broadcast_shapes(a, b))


def adds_tensors():
    def broadcast_shape(a, b):
        try:
            both = torch.empty(a) * torch.empty(b)
        except RuntimeError:
            raise ValueError(f"{a} and {b} do not fit") from None
        return tuple(both.shape)


EQUIVALENT = {
    "broadcast_shape: rank = max(len(a), len(b)) => rank = max(len(b), len(a))": (
        "the larger of two numbers, in either order"
    ),
    "broadcast_shape: pairs = zip(_filled(a, rank), _filled(b, rank), strict=True) => "
    "pairs = zip(_filled(a, rank), _filled(b, rank))": ("both are filled to the same length"),
    "broadcast_shape: pairs = zip(_filled(a, rank), _filled(b, rank), strict=True) => "
    "pairs = zip(_filled(b, rank), _filled(a, rank), strict=True)": (
        "the rule treats both shapes alike; only the words of the error change"
    ),
    "broadcast_shape: pairs = zip(_filled(a, rank), _filled(b, rank), strict=True) => "
    "pairs = zip(_filled(a, rank), _filled(b, rank), strict=False)": ("both are filled to the same length"),
    "broadcast_shape: if x != y and 1 not in (x, y): ... => if x != y and 1 not in (y, x): ...": ("the same two sizes"),
}
