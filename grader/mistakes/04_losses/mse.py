"""Known wrong answers to `mse`. Each docstring is what the learner is told."""

import torch
from torch.nn import functional


def sum_instead_of_mean():
    """You add up the squared misses, but the mean was asked for.

    Misses of -1, 0 and 2 have the squares 1, 0 and 4. You give 5, the mean is 5 / 3 = 1.667. A sum
    grows with the number of predictions, and so do its gradients: a batch that is twice as big would
    take steps that are twice as big. With the mean, the size of the batch does not matter. Divide by
    the number of elements.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds - targs) ** 2).sum()


def with_root():
    """You take the root at the end: that is the L2 distance, not the mean squared error.

    Misses of -1, 0 and 2 have the mean square 5 / 3 = 1.667, and you give its root, 1.291. For a loss
    the root is left out on purpose. The best predictions are the same without it, and the gradients are
    simpler. With the root, a perfect batch would even have the gradient NaN, because the root is
    infinitely steep at 0. Stop one step earlier.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds - targs) ** 2).mean().sqrt()


def absolute_not_squared():
    """You average the sizes of the misses, without squaring them: that is the L1 distance.

    Misses of -1, 0 and 2 give you (1 + 0 + 2) / 3 = 1. Squared they are 1, 0 and 4, and the mean is
    1.667. The square makes large misses count more. It also makes the gradient shrink as a prediction
    gets nearer to the truth, so that steps become gentle by themselves. Square each miss instead of
    taking its absolute value.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (preds - targs).abs().mean()


def no_square():
    """The misses are averaged with their signs, so that they cancel.

    Misses of -2 and 2 are both bad, but their mean is 0, as if all was well. Worse: the loss could be
    made smaller and smaller without end, by predicting ever lower numbers. A miss has to count
    whichever side it is on. Squaring does that, -2 and 2 both give 4. Square each miss before you
    average.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (preds - targs).mean()


def square_of_the_mean():
    """You average first and square afterwards, so that misses cancel.

    Misses of -2 and 2: their mean is 0, and the square of 0 is 0. "Mean squared error" is to be read
    from right to left: the errors, squared, and then their mean. That gives 4 and 4, and a mean of 4.
    Swap the two operations, and each miss is squared while it still stands alone.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (preds - targs).mean() ** 2


def no_mean():
    """The squares are right, but you give all of them and not one number.

    A loss says with *one* number how good the predictions are. `backward()` needs that: "make this
    smaller" has a meaning for one number, not for 32 of them. For misses of -1, 0 and 2 you give 1, 0
    and 4. What is left to do is to average them: 1.667, a tensor of shape ().
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (preds - targs) ** 2


def divided_by_rows():
    """You divide by the number of rows, not by the number of elements.

    `len` of a tensor is the length of its first axis only. For shape (5,) that is all of it. For shape
    (3, 4) there are 12 misses, but `len` says 3, and the result is four times too large; and a tensor
    of shape () has no length at all. The method `numel()` counts all elements. Simpler still: there is
    an operation that adds and divides in one.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds - targs) ** 2).sum() / len(preds)


def halved():
    """You divide by two on top of the mean.

    Some textbooks write one half in front, so that the 2 of the derivative goes away. It is a matter of
    taste, but it is another number: for misses of -1, 0 and 2 you give 0.833, where the mean is 1.667.
    Here, and in PyTorch, the mean squared error is just what its name says. Leave the half out.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds - targs) ** 2).mean() / 2


def plain_number():
    """The number is right, but it is a Python float and has forgotten where it came from.

    `.item()` and `float()` take the number out of the tensor. A float has no `backward()`: PyTorch can
    no longer follow the calculation back to the predictions, and nothing can be learnt from it. Return
    the tensor of shape () as it is. Take the number out later, where it is printed.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds - targs) ** 2).mean().item()


def cut_from_the_graph():
    """The number is right, but the way back to the predictions is cut.

    With `detach()`, `.data`, `torch.no_grad()` or a detour through NumPy, the result is a tensor that
    does not know how it was made. `backward()` then finds nothing to follow. The same happens if you
    put a finished number into a new `torch.tensor`. Use PyTorch's own operations all the way from
    `preds` to the result, and the record is kept by itself.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds.detach() - targs) ** 2).mean()


def numpy_in_between():
    """You leave PyTorch for NumPy, and NumPy keeps no record of what it calculates.

    The way back from the loss to the predictions would end there, so `.numpy()` stops with an error for
    a tensor that records. Its message speaks of `detach()`. That silences it, and cuts the way back all
    the same: no prediction would get the slope that it should, such as 2 / n times its miss. PyTorch can
    subtract, square and average by itself. Use its operations on the tensors just as they come.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.tensor(((preds.numpy() - targs.numpy()) ** 2).mean())


def recording_begins_too_late():
    """You switch recording on at the end, for a tensor that does not know where it came from.

    `requires_grad=True` on a finished number starts a *new* record, and there is nothing in it yet. So
    `backward()` no longer complains, but it stops right where it began: the predictions get no gradient,
    theirs stays None. The record has to be unbroken from the predictions to the loss. They record
    already, so nothing needs to be switched on. Only never leave PyTorch's operations on the way.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds - targs) ** 2).mean().detach().requires_grad_()


def broadcasts():
    """Different shapes are not refused, so each prediction is compared with each target.

    Predictions of shape (5, 1) against targets of shape (5,) make a table of 25 misses. The mean of
    them is a number like any other, training goes on, and the model learns to predict the average
    target for everything. This is one of the most common silent bugs there is. Compare the shapes
    first, and raise a `ValueError` that shows both if they differ.
    """

    def mse(preds, targs):
        return ((preds - targs) ** 2).mean()


def asserts_the_shapes():
    """You refuse different shapes with an `assert`, but a `ValueError` was asked for.

    An `assert` says "this can never happen in my own code". It raises an `AssertionError`, and Python
    leaves such lines out when it is started with `-O`: then (5, 1) against (5,) goes through after all.
    Tensors that do not fit come from whoever calls you, and can come at any time. For that there is
    `ValueError`. Ask with `if`, and raise one that says both shapes.
    """

    def mse(preds, targs):
        assert preds.shape == targs.shape
        return ((preds - targs) ** 2).mean()


def ready_made():
    """The answer is right, but it is PyTorch's ready-made one, which is off limits here.

    `F.mse_loss` and `nn.MSELoss` do exactly this, and from the next chapter on you may use them. Here
    the point is to see that there is nothing mysterious inside: three small operations, which you know
    all of from `l2_distance`. Misses of -1, 0 and 2 become 1, 0 and 4, and those become 1.667. Write
    these steps yourself.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return functional.mse_loss(preds, targs)


def rounded_to_float32():
    """You turn the inputs into float32, and lose half the digits of float64 inputs.

    float64 numbers have about 16 digits, float32 numbers 7. If somebody sends float64, they want the
    answer in float64 as well. For whole numbers and uint8 pixels a `float()` is needed, but predictions
    and targets are floats already. Leave the conversion out, and the type takes care of itself.
    """

    def mse(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return ((preds.to(torch.float32) - targs.to(torch.float32)) ** 2).mean()
