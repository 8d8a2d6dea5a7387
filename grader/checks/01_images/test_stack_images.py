import pytest
import torch

from grader.expect import Mismatch, check_that, close, is_tensor, refuses, slip_with

# Lists that hold another size. "late" and "last": only further along than the second image.
SIZES = {
    "both sides": [(3, 4), (2, 5)],
    "one row": [(3, 4), (1, 4)],
    "as many pixels": [(2, 6), (3, 4)],
    "turned": [(4, 3), (3, 4)],
    "width": [(3, 4), (3, 5)],
    "height": [(3, 4), (2, 4)],
    "late": [(3, 4), (3, 4), (2, 6), (3, 4)],
    "last": [(3, 4), (3, 4), (3, 4), (1, 4)],
}


def turned(image):
    """The same image, with its columns one after the other in memory."""
    return image.T.contiguous().T


def resembles(found, other):
    """Whether an answer has the shape, the numbers and the type of another."""
    alike = isinstance(found, torch.Tensor) and found.shape == other.shape and found.dtype == other.dtype
    return alike and torch.allclose(found.double(), other.double(), rtol=1e-5, atol=1e-6)


def usual_slips(stack):
    """What the usual slips make of n images of bytes."""
    right, pixels = stack / 255, stack.float()
    smallest, largest = pixels.amin((1, 2), keepdim=True), pixels.amax((1, 2), keepdim=True)
    slips = {
        "not_scaled": pixels,
        "left_as_bytes": stack,
        "left_as_bytes after the division": stack // 255,
        "divided_by_256": pixels / 256,
        "float64": stack.double() / 255,
        "whole_number_division": torch.zeros_like(right),
        "each_by_its_own_brightest": pixels / pixels.max(),
        "each_by_its_own_brightest for each image": pixels / largest,
        "each_by_its_own_brightest and darkest": (pixels - pixels.min()) / (pixels.max() - pixels.min()),
        "each_by_its_own_brightest and darkest for each image": (pixels - smallest) / (largest - smallest),
        "end_to_end": right.flatten(0, 1),
        "end_to_end sideways": torch.cat(list(right), dim=1),
        "stacked_last": right.movedim(0, -1),
        "channel_axis_added": right[:, None],
        "channel_axis_added at the end": right[..., None],
        "flattened": right.flatten(1),
    }
    return {"single_image_squeezed": right[0], **slips} if len(stack) == 1 else slips


def expect_stack(found, stack):
    """These images scaled, or the name of the slip that gives what came."""
    try:
        close(found, stack.float() / 255)
    except Mismatch as slip:
        known = (name.split()[0] for name, other in usual_slips(stack).items() if resembles(found, other))
        slip.symptom = "list_not_tensor" if isinstance(found, list | tuple) else next(known, None)
        raise


@pytest.mark.parametrize(("n", "h", "w"), [(5, 3, 4), (2, 6, 1), (1, 2, 7)])
def test_stacks_and_scales(submission, draw, n, h, w):
    """n images (h, w) become one float tensor (n, h, w): each pixel divided by 255."""
    stack = draw.pixels(n, h, w).clamp(max=230)
    expect_stack(submission.stack_images([turned(image) for image in stack]), stack)


def test_white_becomes_one(submission):
    """Black becomes exactly 0 and white exactly 1."""
    black, white = torch.zeros(3, 2, dtype=torch.uint8), torch.full((3, 2), 255, dtype=torch.uint8)
    stack = is_tensor(submission.stack_images([black, white]), shape=(2, 3, 2), dtype=torch.float32)
    darkest, brightest = stack[0].max().item(), stack[1].min().item()
    check_that(bool((stack[0] == 0).all()), f"Black should become exactly 0, but came as {darkest!r}.")
    check_that(bool((stack[1] == 1).all()), f"White should become exactly 1, but came as {brightest!r}.")


def test_refuses_an_empty_list(submission):
    """An empty list is refused with a ValueError."""
    try:
        with refuses(ValueError):
            submission.stack_images([])
    except Mismatch as slip:
        slip.symptom = "another_error" if raised(slip) else "empty_list_not_refused"
        slip.symptom = None if without_a_word(slip) else slip.symptom
        raise


def test_refuses_different_sizes(submission, draw):
    """Images of different sizes are refused with a ValueError."""
    slips = {name: slip_with(submission.stack_images, drawn(draw, sizes)) for name, sizes in SIZES.items()}
    through = {name: slip for name, slip in slips.items() if slip}
    if through:
        first = next(iter(through))
        symptom = which_test(through)
        # Once more, so that this call is the one that is shown.
        again = slip_with(submission.stack_images, drawn(draw, SIZES[first]))
        again.symptom = symptom
        raise again


def drawn(draw, sizes):
    return [draw.pixels(*size) for size in sizes]


def raised(slip):
    """Whether the answer itself raised an error, of another kind than it should."""
    return slip.__cause__ is not None and slip.__cause__.own and slip.__cause__.kind != "ValueError"


def without_a_word(slip):
    """Whether the right error came, and only its message is missing."""
    return slip.__cause__ is not None and slip.__cause__.kind == "ValueError"


def which_test(through):
    """The slip that lets just these lists through: by name, with how each is not refused."""
    if any(map(without_a_word, through.values())):
        return None
    names = set(through)
    answered = {name for name, slip in through.items() if slip.__cause__ is None}
    if all(map(raised, through.values())):
        return "another_error"
    if answered:
        return odd_answers(names, answered)
    tests = {
        "sizes_not_checked": [set(SIZES)],
        "not_every_image_compared": [{"late", "last"}, {"late"}],
        "only_one_side_compared": [{"width"}, {"one row", "height", "last"}],
        "number_of_pixels_compared": [{"as many pixels", "turned", "late"}],
    }
    return next((name for name, sets in tests.items() if names in sets), None)


def odd_answers(names, answered):
    """The slip that gives answers where there are none."""
    if answered == {"one row", "last"}:
        return "odd_sizes_stretched"
    pixels = names == answered == {"as many pixels", "turned", "late"}
    return "number_of_pixels_compared" if pixels else None
