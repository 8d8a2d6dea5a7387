import pytest
import torch

from grader.expect import check_that, close, is_tensor, tracked_leaf


def numbers(draw, kind):
    if kind == "ints":
        return [draw.integer(-9, 10) for _ in range(4)]
    if kind == "one number":
        return [draw.number(-5, 5)]
    floats = [draw.number(-5, 5) for _ in range(5)]
    return floats if kind == "floats" else [draw.integer(1, 9), *floats, draw.integer(-9, 0)]


@pytest.mark.parametrize("kind", ["floats", "ints", "both", "one number"])
def test_holds_the_numbers(submission, draw, kind):
    """The tensor holds the numbers of the list, as float32."""
    values = numbers(draw, kind)
    tensor = is_tensor(submission.track(values))
    close(tensor.detach(), torch.tensor(values, dtype=torch.float32), rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("kind", ["floats", "ints", "both", "one number"])
def test_is_a_tracked_leaf(submission, draw, kind):
    """The tensor records, and it is where the record starts: a leaf."""
    tracked_leaf(submission.track(numbers(draw, kind)))


def gradients_of_two(track, first, second, pulls):
    """What arrives at two leaves, both made before the first `backward()`, and whether they are one and the same."""
    one, other = track(first), track(second)
    (one * pulls).sum().backward()
    (other * other * pulls).sum().backward()
    return one.grad, other.grad, one is other


def test_gradients_arrive_in_each(submission, draw):
    """Each call makes a leaf of its own, and its gradient arrives in its `.grad`."""
    first, second, pulls = numbers(draw, "floats"), numbers(draw, "floats"), draw.normal(5)
    tracked_leaf(submission.track(first))
    for again in (second, first):  # the same numbers twice make two tensors too
        one, other, same = submission.make(gradients_of_two, submission.track, first, again, pulls)
        check_that(not same, "A second call with the same numbers gives the tensor of the first one again.")
        check_that(one is not None and other is not None, "No gradient arrives in `.grad`.")
        close(one, pulls, what="the first tensor's gradient")
        # The slope of v * v is 2 * v, and each element is weighted with its pull.
        close(other, 2 * torch.tensor(again) * pulls, what="the second tensor's gradient")
