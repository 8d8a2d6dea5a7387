import pytest
import torch

from grader.expect import Mismatch, by_hand, check_that, fail, is_type, slip_with

READY_MADE = ["broadcast_shapes", "broadcast_tensors", "broadcast", "broadcast_to", "broadcast_arrays"]
# What makes arrays. Looked for only where a library that has them is imported: elsewhere it is innocent.
LIBRARIES = {"numpy", "scipy", "pandas"}
MAKERS = {
    "array", "asarray", "asanyarray", "ascontiguousarray", "ndarray", "empty", "zeros", "ones", "full",
    "eye", "identity", "arange", "linspace", "rand", "randn", "random", "random_sample", "default_rng",
    "randint", "empty_like", "zeros_like", "ones_like", "full_like", "meshgrid", "mgrid", "ogrid",
    "indices", "ix_", "r_", "c_", "fromiter", "frombuffer", "fromfunction", "tile", "pad", "concatenate",
    "hstack", "vstack", "stack", "where", "maximum", "minimum", "fmax", "fmin", "multiply", "equal",
    "not_equal", "logical_and", "logical_or", "nditer", "atleast_1d", "DataFrame", "Series", "Index",
}  # fmt: skip
ONE_SIDE = ((3, 4), (1, 4))
STRETCHES = [((4, 3), (4, 3)), ONE_SIDE, ((3, 1), (1, 4)), ((2, 1, 5), (2, 6, 1)), ((1, 3, 1), (1, 1, 1))]
LENGTHS = [((2, 3), (3,)), ((5, 2, 3), (1,)), ((3, 3, 2), (3, 1)), ((), ())]
EMPTY = [((0,), (1,)), ((3, 0), (1, 0)), ((2, 1, 5), (0, 1))]
CLASHES = [((2, 3), (2, 4)), ((2, 3), (2,)), ((0,), (3,)), ((5, 1, 3), (4, 2, 1)), ((6, 3), (3, 6))]


def stretched(draw, shape):
    """A shape that fits: some of the sizes are 1, and some axes in front may be missing."""
    sizes = [1 if draw.integer(0, 2) else size for size in shape]
    return tuple(sizes[draw.integer(0, len(sizes)) :])


def expect_both_ways(submission, a, b):
    for one, other in [(a, b), (b, a)][: 1 + (a != b)]:
        wanted = tuple(torch.broadcast_shapes(one, other))
        found = is_type(submission.broadcast_shape(one, other), tuple)
        for size in found:
            is_type(size, int, what="a size of the answer")
        if found != wanted:
            raise Mismatch("The answer is another shape than PyTorch's.", came=str(found), wanted=str(wanted))


def makers_of_arrays(facts):
    """Names that make arrays, where a library for that is imported."""
    imports = {m.line for m in facts.mentions if m.kind == "import" and m.text in LIBRARIES}
    named = [m for m in facts.mentions if m.text in MAKERS and imports]
    return [m for m in named if m.kind == "attribute" or (m.kind == "import" and m.line in imports)]


@pytest.mark.parametrize(("a", "b"), STRETCHES)
def test_stretches_ones(submission, a, b):
    """A size of 1 is stretched to the other size, in either shape."""
    refused = [shapes for shapes in [(a, b), (b, a)] if (a, b) == ONE_SIDE and is_refused(submission, *shapes)]
    if refused:
        fits = f"{refused[0][0]} and {refused[0][1]} fit: the 1 is stretched. They were refused with a ValueError."
        fail(fits, symptom="ones_never_stretched" if len(refused) == 2 else "only_one_shape_stretched")
    expect_both_ways(submission, a, b)


def is_refused(submission, a, b):
    try:
        submission.broadcast_shape(a, b)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(("a", "b"), LENGTHS)
def test_lines_up_at_the_right(submission, a, b):
    """Shapes of different lengths are lined up at the right; the empty shape fits everything."""
    expect_both_ways(submission, a, b)


def test_works_for_any_shapes(submission, draw):
    """Random shapes that fit give what PyTorch gives."""
    shape = tuple(draw.sizes(4))
    expect_both_ways(submission, shape, ())
    expect_both_ways(submission, stretched(draw, shape), stretched(draw, shape))


@pytest.mark.parametrize(("a", "b"), EMPTY)
def test_knows_empty_axes(submission, a, b):
    """A size of 0 is a size like any other: a 1 is stretched to it."""
    expect_both_ways(submission, a, b)


def test_refuses_shapes_that_clash(submission):
    """Shapes that do not fit are refused with a ValueError."""
    slips = {shapes: slip_with(submission.broadcast_shape, *shapes) for shapes in CLASHES}
    through = {shapes: slip for shapes, slip in slips.items() if slip}
    knows_the_rule = through and submission.broadcast_shape((2, 1, 3), (4, 1)) == (2, 4, 3)
    for shapes in list(through)[:1]:
        again = slip_with(submission.broadcast_shape, *shapes)  # so that this call is the one that is shown
        again.symptom = which_test(through) if knows_the_rule else None
        raise again


def which_test(through):
    """The slip that lets just these shapes through."""
    errors = [slip.__cause__ for slip in through.values() if slip.__cause__]
    if len(errors) == len(through) and all(error.own and error.kind != "ValueError" for error in errors):
        return "another_error"
    if not all(isinstance(slip.answer, tuple) for slip in through.values()):
        return None
    tests = {
        "nothing_refused": CLASHES,
        "zero_stretched": [((0,), (3,))],
        "only_the_last_sizes_compared": [((5, 1, 3), (4, 2, 1))],
    }
    return next((name for name, shapes in tests.items() if list(through) == shapes), None)


def test_is_built_by_hand(submission):
    """It works on the tuples alone: no tensors, no arrays, no ready-made function."""
    with submission.watched() as evidence:
        expect_both_ways(submission, (3, 1, 4), (2, 1))
    by_hand(submission, *READY_MADE)
    by_way = "Tensors or arrays are made to find the shape. Work on the two tuples alone."
    check_that(not evidence.operations, by_way, symptom="tensors made")
    for mention in makers_of_arrays(submission.facts)[:1]:
        fail(f"Line {mention.line} uses `{mention.text}`. {by_way}", symptom="tensors made")
