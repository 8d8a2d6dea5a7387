"""Known wrong answers to `clear_gradients`. Each docstring is what the learner is told."""

import torch

# None and zeros are both clear, so that the same slip has two faces: the check itself says what it recognised.
SYMPTOMS = {
    "only_the_first": "only_the_first",
    "times_zero": "times_zero",
    "stops_at_the_gap": "stops_at_the_gap",
    "passes_frozen_ones_by": "passes_frozen_ones_by",
    "zeroes_the_values": "zeroes_the_values",
    "tracking_switched_off": "tracking_switched_off",
    "frozen_ones_thawed": "frozen_ones_thawed",
    "gives_the_parameters_back": "gives_back",
}


def only_the_first():
    """Only the first parameter is cleared.

    A model has many parameters: weights and a bias for each layer. If the first is clear and the second
    still holds 4.0, the next `backward()` adds to that: the first gets its own gradient, and the second one
    that is too large. Look for a `return` or `break` inside the loop, or for an index such as `[0]`. Go on
    to the end.
    """

    def clear_gradients(params):
        for p in params:
            p.grad = None
            return


def fails_without_gradient():
    """A parameter that has no gradient stops everything with an error.

    Before the first `backward()`, and after an optimizer has cleared up, `.grad` is None. None has no
    methods: "'NoneType' object has no attribute 'zero_'". Older notes do not mention this, since optimizers
    used to leave zeros behind. Ask whether there is a gradient before you do something with it, or clear
    it in a way that does not care what was there.
    """

    def clear_gradients(params):
        for p in params:
            p.grad.zero_()


def zeroes_the_values():
    """You set the parameters themselves to zero, and all that was learnt is lost.

    A parameter holds two things: its values, such as 1.5, and in `.grad` its slopes, such as 4.0. Only the
    slopes are to go. With the values at zero the model is at the beginning again, or worse: in a network
    of several layers of zeros nothing moves any more. Change what lies in `.grad`, and leave the tensor
    itself alone.
    """

    def clear_gradients(params):
        with torch.no_grad():
            for p in params:
                p.grad = None
                p.zero_()


def replaces_the_tensors():
    """You put new tensors into the list, and the old ones keep their gradients.

    The new tensors have the same values and no gradient, but the model never hears of them. It holds the
    old ones, and the next `backward()` adds to their old gradients. `params[0] = ...` changes what the list
    points at, not the parameter. Go through the parameters themselves, and change the `.grad` of each.
    """

    def clear_gradients(params):
        for i, p in enumerate(list(params)):
            if isinstance(params, list):
                params[i] = p.detach().clone().requires_grad_()


def times_zero():
    """You calculate with the old gradients (times zero, or minus themselves), and NaN stays NaN in any calculation.

    With ordinary numbers zero is what comes out. But after a calculation that went wrong, a division by
    zero for example, `.grad` may hold NaN or infinity, and 0 * NaN and 0 * infinity are both NaN. From then
    on every sum with it is NaN as well, and the parameter is lost with the first step. Subtracting a
    gradient from itself has the same fault. Write zeros there, whatever was there before, or take the
    gradient away.
    """

    def clear_gradients(params):
        for p in params:
            if p.grad is not None:
                p.grad *= 0


def result_thrown_away():
    """Nothing of what you do reaches the parameters: each `.grad` is as it was.

    `torch.zeros_like(p.grad)` makes a new tensor, and `grad = ...` gives a name to it. Neither changes the
    parameter: its `.grad` still points at the old numbers. Python's `=` moves a name, it does not write
    into a tensor. Either assign to `p.grad` itself, or use a method whose name ends in an underscore, which
    changes the tensor in place.
    """

    def clear_gradients(params):
        for p in params:
            grad = p.grad
            if grad is not None:
                grad = torch.zeros_like(grad)


def stops_at_the_gap():
    """At a parameter without a gradient you stop, and those after it are never cleared.

    One parameter without a gradient says nothing about the others. Suppose the second of three took no part
    in the loss: the first and the third still have to be cleared. `break` and `return` leave the loop for
    good. What you need is to go on with the next one.
    """

    def clear_gradients(params):
        for p in params:
            if p.grad is None:
                break
            p.grad = None


def passes_frozen_ones_by():
    """You pass by parameters that do not record at the moment, but they may hold a gradient from before.

    A layer is often frozen for a while, by `requires_grad_(False)`. That stops new gradients from coming.
    The old one stays in `.grad`, and an optimizer does not ask whether the parameter records: it takes the
    old gradient, and moves the frozen layer. Whether something lies in `.grad` is the question, not
    whether the tensor is tracked.
    """

    def clear_gradients(params):
        for p in params:
            if p.requires_grad:
                p.grad = None


def tracking_switched_off():
    """You switch tracking off, and then no gradient will ever come again.

    `requires_grad_(False)` stops the recording for this tensor. The next `backward()` passes it by, and the
    parameter never moves again. Clearing means emptying the place where the gradient lies, so that the
    next one finds it empty, not closing the place. Leave `requires_grad` as it is.
    """

    def clear_gradients(params):
        for p in params:
            p.grad = None
            p.requires_grad_(False)


def frozen_ones_thawed():
    """You switch tracking on for every parameter, and some were frozen on purpose.

    A layer that is to stay as it is has its `requires_grad` set to False. After your function it records
    like all the others, gets gradients, and is moved by the next step. Clearing has nothing to do with
    recording: neither switch it on nor off. Only `.grad` is yours to change.
    """

    def clear_gradients(params):
        for p in params:
            p.grad = None
            p.requires_grad_(True)


def needs_a_list():
    """It works for a list, but not for what `model.parameters()` gives.

    `model.parameters()` is a generator: it hands out the parameters one after the other, and has no length
    and no index. `len(params)` and `params[i]` stop with an error. The contract says that anything will do
    that `for` can go through. So go through it with `for p in ...`, and you get the parameters themselves,
    without an index.
    """

    def clear_gradients(params):
        for i in range(len(params)):
            params[i].grad = None


def goes_through_twice():
    """You go through the parameters twice, but a generator can be gone through only once.

    For a list there is no difference. But `model.parameters()` is a generator, and after the first loop it
    is used up. The second loop finds nothing, and no error tells you so: the gradients simply stay. Counting
    the parameters, or looking for those without a gradient, is such a first loop. Do all that is to be done
    for a parameter in one loop.
    """

    def clear_gradients(params):
        missing = [p for p in params if p.grad is None]
        for p in params:
            if not any(p is other for other in missing):
                p.grad = None


def gives_the_parameters_back():
    """You give something back, where the contract says None.

    The function changes the parameters that it was given, and the caller still holds them. If it gives a
    list as well, it looks as if that were new tensors, and somebody will use the one and forget the other.
    In Python it is the custom that what works in place returns nothing, as `list.sort()` does. Change the
    gradients, and leave it at that.
    """

    def clear_gradients(params):
        cleared = list(params)
        for p in cleared:
            p.grad = None
        return cleared
