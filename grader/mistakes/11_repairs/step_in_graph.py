"""Known wrong answers to `update`, half repairs among them. Each docstring is what the learner is told."""

import torch


def replaced_in_the_list():
    """The list holds other tensors after the call, and the ones that came in are as they were.

    Look at the lesson's example: w is 1 before the call, and w is 1 after it. Only `params[0]` is 0.5,
    and `w is params[0]` has become False. What lies in the list now was calculated from w, so PyTorch
    keeps it as a link in its record, and gives it no `.grad` of its own. That is why the second step
    finds nothing. And a model, which holds w, has not heard of any of this.
    """

    def update(params, lr):
        for i, p in enumerate(params):
            if p.grad is not None:
                params[i] = p - lr * p.grad


def fresh_leaves_in_the_list():
    """The list holds new leaves after the call, and the tensors that came in never moved.

    Now the second step finds a gradient, because the new tensors are leaves. But they are copies. A model
    still holds the old ones, calculates with them, and gives the same answers for ever, while your list
    wanders off alone. After a step from 1 to 0.5 the model's own w is still 1. The numbers have to change
    inside the tensors that came in.
    """

    def update(params, lr):
        for i, p in enumerate(params):
            if p.grad is not None:
                params[i] = (p - lr * p.grad).detach().requires_grad_()


def rebound_name():
    """A new tensor gets the name `p`, and is forgotten when the loop goes on.

    `p = p - ...` works out the right number, 0.5, puts it into a new tensor, and lets the name `p` point
    at it. The tensor that came in is not touched, it only lost that name. When the loop takes the next
    parameter, the new tensor is lost too. So now not even the first step arrives. Look for an operation
    that changes a tensor in place.
    """

    def update(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p = p - lr * p.grad


def recorded_in_place():
    """The numbers are changed in place, but while PyTorch records, and it refuses.

    "A leaf Variable that requires grad is being used in an in-place operation" is PyTorch's way to
    protect its record: if the starting numbers changed in the middle of it, the way back would lead to a
    wrong place. In place is the right idea. But the step is no part of the prediction. Do it where
    PyTorch does not record.
    """

    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p -= lr * p.grad


def tracking_switched_off():
    """The tensors move, but they do not record gradients any more.

    With `requires_grad_(False)` PyTorch lets you change a leaf. From then on it is a plain tensor: the
    next prediction is not recorded, and `backward()` finds no way to it. So there is one right step, and
    no second one, which is what the program suffered from in the first place. Recording should pause for
    the step, and the tensors should stay as they are.
    """

    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p.requires_grad_(False)
                p -= lr * p.grad


def recording_never_resumed():
    """The step is right, but PyTorch's recording is switched off for the whole program, and not on again.

    The tensors still say that they record. But with `torch.set_grad_enabled(False)` nothing is recorded
    anywhere, until somebody switches it on. The next prediction has no history, and `backward()` stops
    with an error. A pause needs an end. A `with` block is a pause that ends by itself, even when
    something goes wrong inside.
    """

    def update(params, lr):
        torch.set_grad_enabled(False)
        for p in params:
            if p.grad is not None:
                p -= lr * p.grad


def new_memory():
    """The tensors stay, but each of them gets new memory.

    `p.data = ...` takes away the place where the numbers lie and gives the tensor another. Whoever looks
    at the old place, a view of the weights or a layer that shares them, does not see the step: there it
    is still 1, and here it is 0.5. "In place" means that the numbers change where they are. `-=` and
    methods whose names end in an underscore do that.
    """

    def update(params, lr):
        for p in params:
            if p.grad is not None:
                p.data = p.data - lr * p.grad


def wrong_sign():
    """The tensors change in place now, but they go uphill.

    With w = 1, a gradient of 2 and lr = 0.25 the step should lead to 1 - 0.25 * 2 = 0.5. Yours leads to
    1.5, and the loss grows from 1 to 2.25. The gradient points to where the loss grows, so the step goes
    the other way. The program as it came had the sign right: only where the new number went was wrong.
    """

    def update(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p += lr * p.grad


def fails_without_gradient():
    """A parameter without a gradient now stops everything.

    The program as it came asked whether there is a gradient before it used it, and that question is gone.
    A parameter that took no part in the loss has None in its `.grad`, and lr times None is a TypeError.
    In many models some layers rest for a while. Skip such a parameter, and go on with the next one.
    """

    def update(params, lr):
        with torch.no_grad():
            for p in params:
                p -= lr * p.grad


def stops_at_the_gap():
    """At the first parameter without a gradient the loop ends, and those after it stay where they are.

    Of three parameters, say, the second took no part in the loss. The first and the third did, and both
    should move. `break` and `return` end the whole loop, where only one round of it should be skipped.
    Let the loop go on with the next parameter.
    """

    def update(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is None:
                    return
                p -= lr * p.grad


def all_or_none():
    """If a single parameter has no gradient, none of them moves.

    Whether there is a gradient is asked of all parameters at once, and one None is enough to give up. In
    many models some layer rests for a while, and then nothing would be learnt at all. Of three
    parameters, of which the second has no gradient, the first and the third should take their steps. Ask
    each one for itself.
    """

    def update(params, lr):
        params = list(params)
        if any(p.grad is None for p in params):
            return
        with torch.no_grad():
            for p in params:
                p -= lr * p.grad


def skipped_one_not_tracked():
    """A parameter that is skipped does not record gradients any more.

    You switch the tracking of each tensor off, take the step, and switch it on again. But one without a
    gradient leaves the loop in between: off, and not on again. It rests for one step, and from then on it
    never gets a gradient. A pause that is written into the tensors themselves has to be undone on every
    way out. A `with` block pauses the recording, and leaves the tensors alone.
    """

    def update(params, lr):
        for p in params:
            p.requires_grad_(False)
            if p.grad is None:
                continue
            p -= lr * p.grad
            p.requires_grad_(True)


def only_the_first():
    """Only one parameter takes its step.

    The lesson's example has one parameter, and for it everything is right now. A model has several: each
    layer has a weight and a bias. Those after the first stay where they are, so most of the model never
    learns. Look for a `return` or a `break` inside the loop, or for a line that only looks at the first.
    """

    def update(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= lr * p.grad
                    break


def needs_a_list():
    """The step is right for a list, but `model.parameters()` still stops with a TypeError.

    `model.parameters()` hands out one parameter after the other. It has no length, and no number 0 or 1
    that could be asked for. `len(params)` and `params[i]` are for lists and tuples. Since the numbers
    change inside the tensors, nothing has to be put back into `params`, and no index is needed. Let `for`
    hand out the parameters themselves.
    """

    def update(params, lr):
        with torch.no_grad():
            for i in range(len(params)):
                if params[i].grad is not None:
                    params[i].sub_(lr * params[i].grad)


def goes_through_twice():
    """You go through the parameters twice, and the second time there is nothing left.

    A list can be gone through as often as you like. `model.parameters()` hands out each parameter once
    and is then empty, without an error. If the first loop, or a function such as `all`, `any` or `list`,
    has seen them all, the loop that should take the step runs zero times. Do everything that is to be
    done for a parameter in the same round.
    """

    def update(params, lr):
        if all(p.grad is None for p in params):
            return
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= lr * p.grad


def clears_the_gradients():
    """The step is right, but the gradients are cleared as well.

    The lesson's loop clears the gradients itself, before the next `backward()`, and the contract says
    that no `.grad` is changed. Between the step and the clearing somebody may want to print how large the
    gradients were. If `update` clears them, 2 has become 0 by then. Change the parameters, and leave
    their `.grad` alone.
    """

    def update(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= lr * p.grad
                    p.grad.zero_()


def scales_the_gradients():
    """The parameters are right, but their gradients have been multiplied by the learning rate.

    `p.grad *= lr` and `p.grad.mul_(lr)` change the tensor that lies in `.grad`. With a gradient of 2 and
    lr = 0.25 it is 0.5 afterwards. A second look at it, or a second step with it, goes wrong. The product
    is needed only for a moment: let it be a new tensor, and leave `.grad` as it came.
    """

    def update(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p.sub_(p.grad.mul_(lr))
