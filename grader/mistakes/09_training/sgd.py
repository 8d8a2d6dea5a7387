"""Known wrong answers to `SGD`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "velocity_shared_by_optimizers": "shared",
}


def generator_used_up():
    """The parameters are handed out only once, and your second loop over them finds nothing.

    `model.parameters()` is a generator. After the first loop it is used up, like the one in the lesson, whose
    second sum is 0. There is no error: from then on `step` and `zero_grad` do nothing, and the model stands still.
    An optimizer is made once and steps a thousand times. Put the parameters into a list when you get them, and keep
    that.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = params
            if isinstance(params, list) and not params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = {}

        def step(self):
            with torch.no_grad():
                for i, p in enumerate(self.params):
                    if p.grad is not None:
                        self.velocities[i] = self.momentum * self.velocities.get(i, torch.zeros_like(p)) + p.grad
                        p -= self.lr * self.velocities[i]

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def wrong_sign():
    """The step goes uphill: you add where you should subtract.

    The gradient says in which direction the loss grows. With a parameter of 1, a gradient of 4 and lr = 0.1 you
    arrive at 1.4, and the loss has become larger. Going against it leads to 0.6. Repeated, a wrong sign makes the
    loss explode. Turn the sign of the step round, and leave that of the gradient in the velocity as it is.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p += self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def momentum_sign():
    """The old velocity is subtracted, so your ball rolls back a part of the way at each step.

    The velocity is to keep a share of what it was. With momentum 0.5, gradients 4 and then 2, it should be 4 and
    then 0.5 * 4 + 2 = 4. Yours becomes 2 - 0.5 * 4 = 0, and the step has no length at all. So momentum, which
    should make it quick on a straight way, makes it slow. Let both parts come in with a plus.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(-self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def momentum_ignored():
    """Momentum makes no difference: you take plain steps.

    With momentum 0.5 and the gradients 4, 2 and 0 the velocities are 4, 4 and 2, and the parameter still moves in
    the third step, without any slope. Yours stands still there. Something has to be remembered from one step to the
    next: one velocity for each parameter, which lives as long as the optimizer.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.copy_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def velocity_shared():
    """There is one velocity for all parameters, where each needs its own.

    Each parameter has its own gradient, and so it has its own speed and direction. If the second one continues with
    the velocity of the first, it moves because another parameter had a slope. With equal shapes no error tells you
    so. Otherwise PyTorch says that the sizes do not match, or stretches one to fit. Keep as many velocities as
    there are parameters.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = 0.0

        def step(self):
            with torch.no_grad():
                for p in self.params:
                    if p.grad is not None:
                        self.velocities = self.momentum * self.velocities + p.grad
                        p -= self.lr * self.velocities

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def velocity_shared_by_optimizers():
    """Two optimizers share their velocities, for these belong to the class.

    What is assigned in the body of a class, outside of `__init__`, exists once for all objects of that class. If
    somebody trains two models, each with an optimizer of its own, the second one goes on with the speed of the
    first. Make the velocities in `__init__`, on `self`: then each object has its own.
    """

    class SGD:
        velocities = {}

        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum

        def step(self):
            with torch.no_grad():
                for i, p in enumerate(self.params):
                    if p.grad is not None:
                        velocity = self.velocities.get(i, torch.zeros_like(p))
                        self.velocities[i] = self.momentum * velocity + p.grad
                        p -= self.lr * self.velocities[i]

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def velocity_kept_on_the_parameter():
    """The velocity hangs on the parameter, and the next optimizer finds it there.

    To put it on the tensor, as `p.velocity`, is convenient. But the parameter belongs to the model, and it outlives
    the optimizer. Whoever makes a new one for the same model, to start a second round with another learning rate,
    does not start at rest: the old speed is still there. What an optimizer remembers belongs to the optimizer.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p in self.params:
                    if p.grad is not None:
                        p.velocity = self.momentum * getattr(p, "velocity", torch.zeros_like(p)) + p.grad
                        p -= self.lr * p.velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def velocity_is_the_gradient():
    """At the first step the velocity becomes the very tensor that lies in `.grad`, and not a copy of it.

    Two names, one tensor. Whatever happens to the gradient from then on happens to the velocity: clearing fills it
    with zeros, and `backward()` adds to it. And when you add to the velocity, `.grad` changes. With plain numbers
    `=` is enough, but a tensor has to be copied if it is to stay as it is now. Or start with a tensor of zeros and
    add to that.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [None] * len(self.params)

        def step(self):
            with torch.no_grad():
                for i, p in enumerate(self.params):
                    if p.grad is not None:
                        if self.velocities[i] is None:
                            self.velocities[i] = p.grad
                        else:
                            self.velocities[i].mul_(self.momentum).add_(p.grad)
                        p -= self.lr * self.velocities[i]

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad.zero_()


def lr_folded_into_velocity():
    """The learning rate is multiplied into the velocity, where it stays for good.

    As long as the rate never changes this comes to the same. But say that the velocity is 4, and after a first step
    with lr = 0.1 somebody sets it to 0.01, to go on carefully. You have remembered 0.1 * 4, so the next step is
    still almost as long as the first. The velocity is made of gradients only. The rate of now is multiplied at the
    end, when the parameter moves.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(self.lr * p.grad)
                        p -= velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def lr_of_the_beginning():
    """A new learning rate has no effect: you go on with the one from the beginning.

    Many people lower the rate during training, by `optimizer.lr = 0.01`. You keep a second copy of it, under
    another name or inside something that was worked out once, and step with that. So what can be read and changed
    is not what is used. Keep the rate in one place only, the attribute `lr`, and look at it at each step.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum, self.rate = lr, momentum, lr
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.rate * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def lr_hidden():
    """There is no attribute `lr`, so nobody can read the learning rate or change it.

    You keep it under another name. Within your class that works. But the contract promises an `lr` to those
    outside: people print it, and lower it during training by `optimizer.lr = 0.01`. With another name that line
    makes a new attribute, which nobody looks at, and no error tells them so. Call it `lr`.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.rate, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.rate * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def averaged_gradients():
    """The new gradient comes in with the share `1 - momentum` only, so all your steps are too short.

    That makes the velocity an average of gradients, which other optimizers use. Here it is a sum: with momentum 0.5
    and a first gradient of 4 the velocity is 4, and yours is 0.5 * 4 = 2. On a straight way the velocity should
    grow to twice the gradient, and yours never gets beyond it. Add the gradient as it is.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_((1 - self.momentum) * p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def looks_ahead():
    """You go one step further than the velocity says: the gradient is counted once more.

    That is a cousin of momentum which is named after Nesterov. The parameter moves along `gradient + momentum *
    velocity`, as if it looked where the ball will be next. With momentum 0.5 and a first gradient of 4 you move by
    lr * 6, where lr * 4 was wanted. It is a good method, but not the one that is asked for here. Move along the
    velocity itself.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * (p.grad + self.momentum * velocity)

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def moves_before_it_speeds_up():
    """You move along the old velocity, and only then add the gradient to it.

    The order matters. At the first step the velocity is still 0, so nothing moves, and from then on each gradient
    comes one step too late. With the gradients 4, 2 and 0 and momentum 0 you move along 0, 4 and 2. First bring the
    velocity up to date, with the gradient of now, and then let the parameter move along it.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        p -= self.lr * velocity
                        velocity.mul_(self.momentum).add_(p.grad)

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def params_replaced():
    """You make new tensors with the right numbers, and the model still holds the old ones.

    `p = p - ...` lets the name `p` point at something new. Your list may now hold the new tensors, but the model
    never hears of it: it predicts with the old ones, and they get no gradient through yours. Nothing has moved. The
    numbers have to change in the tensor that is there, with `-=` or a method whose name ends in an underscore.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for i, p in enumerate(self.params):
                    if p.grad is not None:
                        self.velocities[i] = self.momentum * self.velocities[i] + p.grad
                        moved = p - self.lr * self.velocities[i]
                        moved.grad = p.grad
                        self.params[i] = moved

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def recorded():
    """The step happens while PyTorch records, and a leaf that records may not be changed.

    PyTorch stops with "a leaf Variable that requires grad is being used in an in-place operation". It protects its
    record: if the starting numbers changed, the way back would no longer fit. But a step is no part of a
    prediction, and need not be recorded. Tell PyTorch to look away while you change the parameters, as `sgd_step`
    had to.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            for p, velocity in zip(self.params, self.velocities):
                if p.grad is not None:
                    velocity.mul_(self.momentum).add_(p.grad)
                    p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def tracking_switched_off():
    """You switch tracking off for a parameter and leave it off.

    With `requires_grad_(False)` PyTorch lets you change the tensor, but from then on it records nothing for it. The
    next `backward()` finds no way to it, and the model stops learning after one step. `torch.no_grad()` switches
    the recording off for a few lines only, and leaves the tensors as they are.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            for p, velocity in zip(self.params, self.velocities):
                if p.grad is not None:
                    p.requires_grad_(False)
                    velocity.mul_(self.momentum).add_(p.grad)
                    p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def zeroes_the_gradients():
    """A step clears the gradients as well, and that is the job of `zero_grad`.

    After the step somebody may still want to look at `.grad`, to print how large the gradients were. And some
    people call `backward()` and `step()` more often than they clear, on purpose. There are two methods, so that
    each can be called when it is wanted. Let `step` change the parameters, and leave `.grad` as it is.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity
                        p.grad = None

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def momentum_in_the_gradients():
    """You add the old velocity to the gradients themselves.

    `p.grad += ...` changes what lies in `.grad`. The parameters end in the right place, but whoever looks at the
    gradients afterwards sees the velocities: with momentum 0.5 and the gradients 4 and 2 there lies a 4 after the
    second step. And if they are not cleared, the next `backward()` adds to that. Calculate the velocity in a tensor
    of its own.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for i, p in enumerate(self.params):
                    if p.grad is not None:
                        p.grad += self.momentum * self.velocities[i]
                        self.velocities[i] = p.grad.clone()
                        p -= self.lr * self.velocities[i]

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def fails_without_gradient():
    """A parameter without a gradient stops everything with an error.

    If a parameter took no part in the loss, its `.grad` is None. That is not a number, and PyTorch cannot add it to
    a velocity. Such parameters are normal, for example in a layer that was not used this time, or was frozen. Ask
    whether there is a gradient, and leave the parameter alone if there is none.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    velocity.mul_(self.momentum).add_(p.grad)
                    p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def rolls_on_without_gradient():
    """A parameter without a gradient rolls on with the velocity that it had.

    None is not the same as a gradient of zeros. Zeros say that the ground is level here, and the ball rolls on.
    None says that the parameter took no part, and then it is left alone altogether: it does not move, and its
    velocity waits as it is. `torch.optim.SGD` does so, and yours is to go the same way.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    velocity.mul_(self.momentum).add_(torch.zeros_like(p) if p.grad is None else p.grad)
                    p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def stops_at_the_gap():
    """At a parameter without a gradient you stop, and those after it never move.

    One parameter without a gradient says nothing about the others. Suppose the third of four took no part in the
    loss: the fourth should still take its step. `break` and `return` leave the loop for good. What you need is to
    go on with the next one.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is None:
                        break
                    velocity.mul_(self.momentum).add_(p.grad)
                    p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def only_those_with_gradients_kept():
    """You keep only the parameters that have a gradient when the optimizer is made, and these are none.

    An optimizer is made before training begins, and then no `backward()` has been called yet: every `.grad` is
    still None. Whether a parameter has a gradient can be another thing at each step. Keep them all, and ask at each
    step anew.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]
            self.params = [p for p in self.params if p.grad is not None]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def only_the_first():
    """Only the first parameter takes a step.

    A model has many parameters: weights and a bias for each layer. All of them should move, each along its own
    velocity. Look for a `return` or `break` inside the loop, or for an index such as `[0]`. With two parameters the
    second one stays where it is, and the model learns with half its strength.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity
                        return

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def clears_nothing():
    """`zero_grad` leaves the gradients as they are.

    Either it does nothing yet, or it makes new tensors of zeros that nobody holds. Then `backward()` adds the next
    gradients to the old ones, and each step repeats all the earlier ones: after gradients of 4 and -1 the second
    step uses 3. Assign to `p.grad` itself, or change the tensor that lies there in place.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                grad = p.grad
                grad = None


def clears_only_the_first():
    """`zero_grad` clears the gradient of the first parameter only.

    The others keep theirs, and the next `backward()` adds to them. So the first parameter is led by this batch, and
    all others by the sum of all batches until now. Look for a `return` or `break` inside the loop. Each parameter
    has its own gradient, and each has to be cleared.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None
                break


def clears_by_multiplying():
    """You multiply the gradients by zero, and a NaN stays a NaN.

    0 times any number is 0, but NaN is no number, and 0 times NaN is NaN. An infinite gradient becomes one as well.
    If a batch goes wrong once, its NaN lies in `.grad` for ever, and each `backward()` adds to it. Fill the tensor
    with zeros, whatever it held before, or set `.grad` to None.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                if p.grad is not None:
                    p.grad *= 0


def fails_to_clear_none():
    """`zero_grad` fails where there is no gradient.

    Before the first `backward()` every `.grad` is None, and None has no `zero_`. But a training loop calls
    `zero_grad` first of all. Also later a parameter that took no part has none. Where there is nothing, nothing has
    to be cleared: ask first, or set `.grad` to None in any case.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad.zero_()


def clears_the_parameters():
    """`zero_grad` sets the parameters to zero, and not their gradients.

    A parameter and its gradient are two tensors. `p` holds what the model has learnt, and `p.grad` says which way
    is up from there. You wipe out the first: after one call the model knows nothing any more. It is `.grad` that
    has to be cleared.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            with torch.no_grad():
                for p in self.params:
                    p.zero_()
                    p.grad = None


def stops_the_ball():
    """`zero_grad` sets the velocities back to zero, too.

    It is called before every `backward()`, so at each step the ball starts from rest, and momentum makes no
    difference. The gradients belong to one batch and are cleared with it. The velocities are the memory of the
    optimizer, and are meant to outlive batches. Clear `.grad`, and nothing else.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None
            for velocity in self.velocities:
                velocity.zero_()


def any_rate_accepted():
    """A learning rate of 0 or below is accepted.

    With 0 nothing ever moves, and with a negative rate the model walks uphill, away from every answer. Neither
    raises an error later: the training just does not work, and one searches for hours. Such a rate is always a
    slip. Refuse it with a `ValueError` when the optimizer is made, and say what came and what was wanted.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def zero_rate_accepted():
    """A learning rate of exactly 0 is accepted.

    You refuse negative ones. But with 0 each step has no length, and the model never moves, without any error. The
    rate has to be above 0, so 0 itself is on the wrong side. Look at your comparison: `<` lets the border through,
    `<=` does not.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr < 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def no_params_accepted():
    """An optimizer without any parameters is accepted.

    It can be called and does nothing. That happens easily: somebody builds a module out of plain tensors, of which
    it takes no note, and `model.parameters()` is empty. The training then runs through, and the model stays as it
    was. Refuse it with a `ValueError` when the optimizer is made, so that one learns of it at once.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def empty_generator_accepted():
    """An empty list is refused, but a generator that has nothing to give is not.

    A generator is an object, and as a condition an object counts as true, whether it will give anything or not.
    `not params` is True for `[]` only. What `model.parameters()` gives for a model without parameters slips
    through. You cannot see it without asking: make the list first, and look at that.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            empty, self.params = not params, list(params)
            if empty:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def refused_too_late():
    """What is wrong is refused at the first step, where it should be when the optimizer is made.

    Between the two there may be minutes: data are loaded, a first batch is predicted. The error then shows up far
    from the line that caused it. A rate of 0 or a missing parameter can be seen in `__init__` already, so say it
    there. An object that cannot work should not come into being.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if self.lr <= 0:
                raise ValueError(f"lr is {self.lr}, but must be above 0")
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def asserts_instead():
    """You refuse by `assert`, which raises an `AssertionError`, and which Python can leave out altogether.

    An `assert` is a note of the author's: "I am sure that this holds". With `python -O` all of them are skipped.
    What somebody else hands in is nothing to be sure of. Raise a `ValueError` with a message that says what came
    and what was wanted. Those who call you can then catch it.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            assert self.params, "there are no parameters"
            assert lr > 0, f"lr is {lr}"
            self.lr, self.momentum = lr, momentum
            self.velocities = [torch.zeros_like(p) for p in self.params]

        def step(self):
            with torch.no_grad():
                for p, velocity in zip(self.params, self.velocities):
                    if p.grad is not None:
                        velocity.mul_(self.momentum).add_(p.grad)
                        p -= self.lr * velocity

        def zero_grad(self):
            for p in self.params:
                p.grad = None


def not_by_hand():
    """The work is done by `torch.optim`, which is off limits here.

    It gives the right steps, and in every other program it is what you should use. This exercise is about what goes
    on inside. It is less than you may think: a list of parameters, a list of velocities, and two lines for each of
    them at every step. The lesson has both lines in words.
    """

    class SGD:
        def __init__(self, params, lr, momentum=0.0):
            self.params = list(params)
            if not self.params:
                raise ValueError("there are no parameters; at least one is wanted")
            if lr <= 0:
                raise ValueError(f"lr is {lr}, but must be above 0")
            self.lr, self.inner = lr, torch.optim.SGD(self.params, lr=lr, momentum=momentum)

        def step(self):
            self.inner.param_groups[0]["lr"] = self.lr
            self.inner.step()

        def zero_grad(self):
            self.inner.zero_grad()
