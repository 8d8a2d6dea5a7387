"""Known wrong answers to `mnist_loss`. Each docstring is what the learner is told."""

import torch


def branches_swapped():
    """The two branches are the wrong way round.

    Take an answer of 0.9 where the target is 1. That is a good answer, so its distance should be small:
    0.1. You give 0.9. Read your condition aloud as "where the target is 1, then ..., otherwise ...",
    put 0.9 in for the prediction, and see which of your two expressions gives 0.1.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, preds, 1 - preds).mean()


def no_mean():
    """The distances are right, but you give all of them and not their average.

    A loss has to be one number: `backward()` needs to know *what* should get smaller, and "these 32
    numbers" is no answer. Each distance is as it should be. One step is missing, the one that turns
    many numbers into one.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, 1 - preds, preds)


def sum_instead_of_mean():
    """You add the distances up, but their average was asked for.

    Distances of 0.1, 0.4 and 0.8 add up to 1.3. Their average is 0.4333. A sum grows with the size of
    the batch, and so do the gradients: with 64 images instead of 32, each step would be twice as long,
    for no good reason. The average keeps its scale. Divide by the number of distances, or use the
    operation that averages.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, 1 - preds, preds).sum()


def divided_by_rows():
    """You divide by the number of rows, not by the number of answers.

    `len` of a tensor is the length of its first axis. For shape (5,) and for (5, 1) that is right by
    luck. In shape (3, 4) there are 12 distances, `len` says 3, and the loss comes out four times too
    large; a tensor of shape () has no `len` at all. Averaging over everything needs no counting, and
    works for any shape.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, 1 - preds, preds).sum() / len(preds)


def sigmoid_again():
    """You send the predictions through the sigmoid, but they are probabilities already.

    A second sigmoid squeezes 0 to 1 into 0.5 to 0.73. An answer of 0.9 with target 1 then counts as
    0.71, so its distance is 0.29 and not 0.1, and even a perfect answer keeps a distance of 0.27. The
    loss can never get small. The model, or whoever calls you, has made the probabilities. Use `preds`
    as they are.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        preds = preds.sigmoid()
        return torch.where(targs == 1, 1 - preds, preds).mean()


def plain_number():
    """The number is right, but it is a Python float and has forgotten where it came from.

    `.item()` and `float()` take the number out of its tensor. A float cannot do `backward()`: PyTorch
    does not know any more which predictions it was made from, so none of them learns which way to move.
    Return the tensor of shape () as it comes out of the averaging. For printing, take the number out
    later.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, 1 - preds, preds).mean().item()


def cut_from_the_graph():
    """The number is right, but no gradient can reach the predictions.

    With `detach()`, `.data`, `torch.no_grad()` or NumPy in between, the result is a tensor without a
    history. So is a new `torch.tensor(...)` made from finished numbers. `backward()` has nothing to
    follow and stops with an error. Stay with PyTorch's operations all the way from `preds` to the
    average, and the record is kept by itself.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, 1 - preds.detach(), preds.detach()).mean()


def numpy_in_between():
    """You leave PyTorch for NumPy, and NumPy keeps no record of what it calculates.

    The way back from the loss to the predictions would end there, so `.numpy()` stops with an error for
    a tensor that records. Its message speaks of `detach()`. That silences it, and cuts the way back all
    the same: no prediction would learn that it should move by -1 / n or 1 / n. PyTorch has a `where` of
    its own, and can subtract and average. Use its operations on the tensors just as they come.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.tensor(abs(preds.numpy() - targs.numpy()).mean(), dtype=preds.dtype)


def rounded_predictions():
    """You round the predictions to 0 and 1 first, which makes this an error rate.

    Rounded, 0.9 and 0.6 are the same. But 0.6 is much less sure, and a loss should notice. For the
    answers 0.9, 0.4 and 0.2 with the targets 1, 0, 1 you give 1 / 3, where the average distance is
    0.4333. And a rounded number does not change when a prediction moves a little, so all gradients are
    0 and nothing is learnt. Use the probabilities as they are.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, 1 - preds.round(), preds.round()).mean()


def recording_begins_too_late():
    """You switch recording on at the end, for a tensor that does not know where it came from.

    `requires_grad=True` on a finished number starts a *new* record, and there is nothing in it yet. So
    `backward()` no longer complains, but it stops right where it began: the predictions get no gradient,
    theirs stays None. The record has to be unbroken from the predictions to the loss. They record
    already, so nothing needs to be switched on. Only never leave PyTorch's operations on the way.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, 1 - preds, preds).mean().detach().requires_grad_()


def broadcasts():
    """Different shapes are not refused, so every answer is compared with every target.

    Answers of shape (3, 1) against targets of shape (3,) make 9 distances, not 3. PyTorch stretches
    both without a word, and the average of the 9 looks like any other. The model is then told that each
    answer should suit all targets at once. Compare the two shapes first, and raise a `ValueError` that
    shows both if they differ.
    """

    def mnist_loss(preds, targs):
        return torch.where(targs == 1, 1 - preds, preds).mean()


def asserts_the_shapes():
    """You refuse different shapes with an `assert`, but a `ValueError` was asked for.

    An `assert` says "this can never happen in my own code". It raises an `AssertionError`, and Python
    leaves such lines out when it is started with `-O`: then (3, 1) against (3,) goes through after all.
    Tensors that do not fit come from whoever calls you, and can come at any time. For that there is
    `ValueError`. Ask with `if`, and raise one that says both shapes.
    """

    def mnist_loss(preds, targs):
        assert preds.shape == targs.shape
        return torch.where(targs == 1, 1 - preds, preds).mean()


def condition_on_predictions():
    """The condition asks about the prediction, but it is the target that decides.

    If you take 1 - p wherever p is above 0.5, you get the distance to the *nearer* end: 0.1 for 0.9,
    and 0.2 for 0.2. That says how sure the answer is, not whether it is right. An answer of 0.2 for a
    three should be 0.8 away. The targets do not come into it at all. Ask about them in the condition.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(preds > 0.5, 1 - preds, preds).mean()


def squared():
    """You square the distances; the average of the plain distances was asked for.

    For the distances 0.1, 0.4 and 0.8 you give the average of 0.01, 0.16 and 0.64, which is 0.27. The
    average distance is 0.4333. Squares make a good loss too, `mse` is one, but a different one: here
    each prediction has the same pull, 1 / n, however far off it is. Average the distances as they are.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (torch.where(targs == 1, 1 - preds, preds) ** 2).mean()


def signs_cancel():
    """You average target minus prediction with its sign, so that misses cancel.

    An answer of 0.6 with target 0 misses by -0.6, and one of 0.4 with target 1 by 0.6. Their average is
    0, and everything looks perfect, although both are on the wrong side. A distance has no sign: it is
    1 - p where the target is 1, and p elsewhere. Make each one positive before you average.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return (targs.to(preds.dtype) - preds).mean()


def target_as_condition():
    """You hand the targets themselves to `torch.where`, which wants True and False.

    The first argument of `torch.where` is a condition: a tensor of bools. The targets 1, 0, 1 are
    numbers, and PyTorch does not guess what you mean by them. It stops with an error, except where the
    targets happen to be bools. Ask a question that has the answers True, False, True, and use that as
    the condition.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs, 1 - preds, preds).mean()


def wrong_sign():
    """For targets of 1 you take p - 1, which is negative.

    An answer of 0.9 with target 1 is 0.1 away, and you count it as -0.1. Worse, an answer of 0.2 counts
    as -0.8: the further off it is, the *smaller* the loss. Training would drive all answers towards 0.
    A distance is never negative. Swap the two numbers of the subtraction.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        return torch.where(targs == 1, preds - 1, preds).mean()


def rounded_to_float32():
    """You turn the predictions into float32, and lose half the digits of float64 ones.

    float64 numbers have about 16 digits, float32 numbers 7. Somebody who sends float64 predictions wants
    the loss in float64 too. Predictions are floats already, so a `float()` around them changes nothing
    for float32 and harms float64. Leave it out, and the loss gets the type of the predictions by itself.
    Only the targets may be whole numbers, and comparing those needs no conversion either.
    """

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError(f"{preds.shape} against {targs.shape}")
        preds = preds.float()
        return torch.where(targs == 1, 1 - preds, preds).mean()
