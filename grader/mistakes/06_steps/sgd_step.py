"""Known wrong answers to `sgd_step`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "replaced_by_the_step": "replaced_by_the_step",
    "zeroes_the_gradients": "zeroes_the_gradients",
    "fails_without_gradient": "fails_without_gradient",
    "needs_a_list": "needs_a_list",
}


def wrong_sign():
    """The step goes uphill: you add where you should subtract.

    The gradient says in which direction the loss grows. With a parameter of 1.0, a gradient of 4.0 and
    lr = 0.1 you arrive at 1.4, and the loss has become larger. Going the other way leads to 0.6.
    Repeated, a wrong sign makes the loss explode. Turn the sign of the step round.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p += lr * p.grad


def replaced_by_the_step():
    """The parameter is replaced by the step, and its old value is lost.

    With a parameter of 1.0, a gradient of 4.0 and lr = 0.1 the step is -0.4, and the parameter should
    end at 0.6. Yours ends at the size of the step itself. All that was learnt before is forgotten at
    once. A step starts from where you stand: take the old value, and subtract from it.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p.copy_(lr * p.grad)


def new_tensor():
    """You make a new tensor and leave the old one as it was.

    `p = p - ...` calculates the right numbers, puts them into a new tensor, and lets the name `p` point
    at that. The model still holds the old tensor, and when the loop goes on, the new one is thrown
    away. Nothing has moved. You need an operation that changes the tensor itself: `p -= ...`, or a
    method whose name ends in an underscore.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p = p - lr * p.grad


def new_memory():
    """The numbers are right, but they lie in new memory: `p.data = ...` swaps the memory of the tensor.

    Others may look at the same memory: two layers that share their weights through a view, or a NumPy
    array. They keep looking at the old place, and never see the step. It also costs a second copy of
    every parameter. Change the numbers where they lie, with an operation that ends in an underscore or
    with `-=`.
    """

    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.data = p.data - lr * p.grad


def recorded():
    """The step happens while PyTorch records, and a leaf that records may not be changed.

    PyTorch stops with "a leaf Variable that requires grad is being used in an in-place operation". It
    protects its record: if the starting numbers changed, the way back would no longer fit. But the step
    is no part of the prediction, and need not be recorded. Tell PyTorch to look away while you change
    the parameters, as in the lesson's last example.
    """

    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p -= lr * p.grad


def zeroes_the_gradients():
    """You clear the gradients as well, which is another step and not wanted here.

    After the step, somebody may still want to look at `.grad`: to print how large the gradients were,
    or to use them for another purpose. In the training loop, clearing has its own line, and so has the
    step. That way each can be seen and moved. Change the values, and leave `.grad` alone.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= lr * p.grad
                    p.grad.zero_()


def scales_the_gradients():
    """You multiply the gradients themselves by the learning rate.

    `p.grad *= lr` changes what lies in `.grad`. The parameters end in the right place, but the
    gradients are now lr times as large as they were: 4.0 has become 0.4. Whoever looks at them later,
    or adds to them, gets wrong numbers. Calculate the product as a new number, and leave `.grad` as it
    is.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p.grad *= lr
                    p -= p.grad


def only_the_first():
    """Only the first parameter takes a step.

    A model has many parameters: weights and a bias for each layer. All of them should move, each by its
    own gradient. Look for a `return` or `break` inside the loop, or for an index such as `[0]`. With
    two parameters the second one stays where it is, and the model learns with half its strength.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= lr * p.grad
                    return


def fails_without_gradient():
    """A parameter without a gradient stops everything with an error.

    If a parameter took no part in the loss, its `.grad` is None. That is not a number, and Python
    cannot multiply it: "unsupported operand type(s)". Such parameters are normal, for example in a
    layer that was not used this time. Ask whether there is a gradient, and leave the parameter alone if
    there is none.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                p -= lr * p.grad


def stops_at_the_gap():
    """At a parameter without a gradient you stop, and those after it never move.

    One parameter without a gradient says nothing about the others. Suppose the second of three took no
    part in the loss: the first and the third should still take their steps. `break` and `return` leave
    the loop for good. What you need is to go on with the next one.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is None:
                    break
                p -= lr * p.grad


def tracking_switched_off():
    """You switch tracking off and leave it off.

    With `requires_grad_(False)` PyTorch lets you change the tensor, but from then on it records nothing
    for it. The next `backward()` finds no way to it, its `.grad` is never filled again, and the model
    stops learning after one step. `torch.no_grad()` switches the recording off for a few lines only,
    and leaves the tensors as they are.
    """

    def sgd_step(params, lr):
        for p in params:
            if p.grad is not None:
                p.requires_grad_(False)
                p -= lr * p.grad


def needs_a_list():
    """It works for a list, but not for what `model.parameters()` gives.

    `model.parameters()` is a generator: it hands out the parameters one after the other, and has no
    length and no index. `len(params)` and `params[i]` stop with an error. The contract says that
    anything will do that `for` can go through. So go through it with `for p in ...`, and you get the
    parameters themselves, without an index.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for i in range(len(params)):
                if params[i].grad is not None:
                    params[i] -= lr * params[i].grad


def goes_through_twice():
    """You go through the parameters twice, but a generator can be gone through only once.

    For a list there is no difference. But `model.parameters()` is a generator, and after the first loop
    it is used up. The second loop finds nothing, and no error tells you so: the parameters simply do
    not move. Do all that is to be done for a parameter in one loop, or make a list first.
    """

    def sgd_step(params, lr):
        missing = [p for p in params if p.grad is None]
        with torch.no_grad():
            for p in params:
                if not any(p is other for other in missing):
                    p -= lr * p.grad


def learning_rate_left_out():
    """You subtract the whole gradient, and the learning rate has no effect.

    With a parameter of 1.0, a gradient of 4.0 and lr = 0.1 you arrive at -3.0, ten times as far away as
    0.6, where you should be. The gradient says how steep it is *here*. It knows nothing of what the ground
    does four units further on, and whoever jumps that far lands on the other side of the valley. The
    learning rate makes the step small enough. Multiply by it.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= p.grad


def direction_only():
    """You use only the sign of the gradient, so every step has the same length.

    Where it is steep, the step should be long, and near the bottom, where it is flat, short. With the
    sign alone a parameter with the gradient 4.0 and one with 0.01 both move by lr. Near the bottom they
    jump from one side to the other for ever. Multiply the learning rate by the gradient itself.
    """

    def sgd_step(params, lr):
        with torch.no_grad():
            for p in params:
                if p.grad is not None:
                    p -= lr * p.grad.sign()
