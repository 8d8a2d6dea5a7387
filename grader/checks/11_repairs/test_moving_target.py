import pytest
import torch

from grader.expect import check_that, close, is_type


def brightened(draw, *shape, mean=5.0, deviation=3.0, dtype=torch.float32):
    return mean + deviation * draw.normal(*shape, dtype=dtype)


def scaled(values, train):
    """By PyTorch's `mean` and `std` of all training numbers, worked out in double precision."""
    exact = train.double()
    return ((values.double() - exact.mean()) / exact.std()).to(values.dtype)


def both(submission, train, valid):
    found = is_type(submission.normalise(train, valid), tuple)
    check_that(len(found) == 2, f"{len(found)} things came back; two were wanted.")
    return found


def near(found, wanted, what):
    close(found, wanted, rtol=1e-4, atol=1e-4, what=what)


def test_brings_training_data_to_scale(submission, draw):
    """The training data lose their mean and are divided by their deviation, as `std()` gives it."""
    train, valid = brightened(draw, draw.integer(5, 9)), brightened(draw, 4)
    near(both(submission, train, valid)[0], scaled(train, train), "the training data")


@pytest.mark.parametrize("lamp", ["brighter", "darker", "more contrast"])
def test_treats_validation_data_alike(submission, draw, lamp):
    """Validation data are put on the scale of the training data, so that another lamp can still be seen."""
    mean, deviation = {"brighter": (12.0, 3.0), "darker": (-4.0, 2.0), "more contrast": (5.0, 8.0)}[lamp]
    train, valid = brightened(draw, 7, 2), brightened(draw, 5, 2, mean=mean, deviation=deviation)
    near(both(submission, train, valid)[1], scaled(valid, train), "the validation data")


@pytest.mark.parametrize("kind", ["one number", "all alike", "rows of the training data"])
def test_same_number_in_same_number_out(submission, draw, kind):
    """A number becomes the same on either side, also if it is alone or all are alike."""
    train = brightened(draw, 6, 2)
    valid = {"one number": train[2, :1], "all alike": train[3, 1].expand(3, 2), "rows of the training data": train[1:4]}
    valid = valid[kind].clone()
    near(both(submission, train, valid)[1], scaled(valid, train), "the validation data")


@pytest.mark.parametrize("shape", [(4, 3), (5, 2, 3), (2, 3, 2, 2)])
def test_takes_one_mean_for_everything(submission, draw, shape):
    """One mean and one deviation serve for all numbers of both, not one for each row, column or picture."""
    train = brightened(draw, *shape) + 4 * draw.normal(*shape[1:])
    valid = brightened(draw, 3, *shape[1:]) + 4 * draw.normal(3, *[1] * (len(shape) - 1))
    found = both(submission, train, valid)
    near(found[0], scaled(train, train), "the training data")
    near(found[1], scaled(valid, train), "the validation data")


def test_keeps_float64(submission, draw):
    """Numbers of type float64 stay of that type."""
    train, valid = brightened(draw, 6, 2, dtype=torch.float64), brightened(draw, 3, 2, dtype=torch.float64)
    found = both(submission, train, valid)
    near(found[0], scaled(train, train), "the training data")
    near(found[1], scaled(valid, train), "the validation data")
