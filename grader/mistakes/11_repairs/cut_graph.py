"""Known wrong answers to `loss_of`, half repairs among them. Each docstring is what the learner is told."""

import torch
from torch import nn


def new_record():
    """The loss has the right value, and a record that begins with the loss itself.

    `backward()` runs without an error, because the tensor that you give back says that it records. But
    ask it where it came from: print the loss, and look for a `grad_fn`. There is none. So as far as
    PyTorch knows, nobody calculated this 2.5, it was written down as a number, and there is no way from
    it to any weight. Print what each line makes, and find the first line after which the `grad_fn` is
    gone.
    """

    def loss_of(model, x, y):
        loss = ((model(x) - y) ** 2).mean().item()
        return torch.tensor(loss, dtype=x.dtype, requires_grad=True)


def no_record():
    """The loss has the right value, and no record of how it was made.

    Some lines hand numbers on without their past: `.detach()`, `.data`, `.numpy()`, a `torch.no_grad()`
    block, and `torch.tensor(...)` around something that was calculated. In the lesson's example 2.5 went
    in with a long history of a weight, two inputs and two errors, and 2.5 came out without any. All links
    from the loss back to the weights have to hold. Print what each line makes, look for the first one
    without a `grad_fn`, and leave that step out.
    """

    def loss_of(model, x, y):
        preds = model(x).detach()
        return ((preds - y) ** 2).mean()


def plain_number():
    """A plain Python number comes back, which has no `backward()`.

    `.item()` is for numbers that are printed or written into a list. 2.5 as a float is only 2.5: it
    cannot be asked how it would change if a weight were a little larger. A tensor of shape () holds one
    number too, but it also remembers its history. As long as you want to learn from the loss, let it stay
    a tensor.
    """

    def loss_of(model, x, y):
        return ((model(x) - y) ** 2).mean().item()


def detached_and_tracked_again():
    """The predictions are cut off, and then told to record from there on.

    `requires_grad_()` after a cut does not mend the chain, it starts a new one. `backward()` now runs,
    and fills the `.grad` of your cut-off predictions, which nobody asks for. It stops there. The weights
    lie on the other side of the cut, and their `.grad` stays None. An error message that is silenced is
    not yet a repair: remove the cut.
    """

    def loss_of(model, x, y):
        preds = model(x).detach().requires_grad_()
        return ((preds - y) ** 2).mean()


def only_the_last_layer():
    """Gradients reach the last layer, and the layers before it get none.

    Somewhere between the layers the numbers are cut off from their history. The loss is right, and
    `backward()` runs, so everything looks well. But of three layers only one learns. The first two keep
    the random numbers they were born with. Call the model as a whole, and let it pass its numbers from
    layer to layer. That also works for models that are no plain row of layers.
    """

    def loss_of(model, x, y):
        parts = list(model.children())
        if isinstance(model, nn.Sequential):
            preds = parts[-1](model[:-1](x).detach())
        else:
            preds = model(x)
        return ((preds - y) ** 2).mean()


def weights_only():
    """The gradients are worked out for the parameters that are called `weight`, and the others are left out.

    A linear layer has a weight and a bias, and a module can have parameters of any name. In the model w *
    input + b both w and b have to move, otherwise the line can turn, but never shift. Do not switch
    recording off for some of them, and do not choose. `backward()` finds all parameters that took part,
    by itself.
    """

    def loss_of(model, x, y):
        held = {n: p.detach() for n, p in model.named_parameters() if not n.endswith("weight")}
        preds = torch.func.functional_call(model, held, (x,))
        return ((preds - y) ** 2).mean()


def summed_now():
    """Gradients arrive everywhere, but the squares are added up and not averaged.

    In the lesson's example the sum of the squares is 5, and their mean is 2.5. A sum makes the gradients
    as many times larger as there are errors, so with a batch of 64 every step would be 64 times as long.
    The program as it came got the value right. Keep the mean, and repair the rest.
    """

    def loss_of(model, x, y):
        return ((model(x) - y) ** 2).sum()


def absolute_errors():
    """Gradients arrive everywhere, but the errors are not squared any more.

    For errors of 1 and 2 the mean of the squares is (1 + 4) / 2 = 2.5. You give (1 + 2) / 2 = 1.5, the
    mean absolute error. It has other gradients: an error of 2 pulls no harder than one of 1. What the
    loss measures was right from the start. Change only how it is handed on.
    """

    def loss_of(model, x, y):
        return (model(x) - y).abs().mean()


def went_back_itself():
    """You call `backward()` inside, so the gradients are there before anybody asked for them.

    Whoever calls `loss_of` calls `backward()` on what comes back. With yours the way back has been used
    up by then, or every gradient arrives twice: 10 where it should be 5. It also fills `.grad` when
    somebody only wants to look at the loss. Make the loss, hand it over, and leave the next of the seven
    steps to the caller.
    """

    def loss_of(model, x, y):
        loss = ((model(x) - y) ** 2).mean()
        loss.backward(retain_graph=True)
        return loss


def clears_the_gradients():
    """The gradients that the model already had are gone after the call.

    In a training loop clearing has its own line, at the place that the loop's author chose. Some loops
    add up the gradients of several batches on purpose, and take one step for all of them. If each look at
    the loss wipes out what was gathered, only the last batch is left. Old gradients were not the bug
    here. Leave them alone.
    """

    def loss_of(model, x, y):
        model.zero_grad()
        return ((model(x) - y) ** 2).mean()


def switched_to_evaluation():
    """The model answers in evaluation mode, and not in the mode that it came in.

    In evaluation mode dropout drops nothing, and batch norm uses old averages in place of those of this
    batch. So the loss is not that of the model as it came, and if the mode is not put back, the training
    that follows goes on in the wrong one. Which mode is right, the caller knows. Use the model as you
    find it. The bug lies in what happens to its answer.
    """

    def loss_of(model, x, y):
        model.eval()
        return ((model(x) - y) ** 2).mean()


def always_float32():
    """Gradients arrive, but the loss of a float64 model comes back as float32.

    Somebody who chose float64 wanted about 16 digits, and float32 keeps about 7. A loss of 2.500000001
    becomes 2.5. Rounding to another type is part of the record, so learning still works, but it is worse
    than what was asked for. No type has to be named: the mean of float64 numbers is a float64 number.
    """

    def loss_of(model, x, y):
        return ((model(x) - y) ** 2).mean().float()
