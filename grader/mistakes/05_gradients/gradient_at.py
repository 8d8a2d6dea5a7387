"""Known wrong answers to `gradient_at`. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {"tensor_not_number": "tensor_not_number", "numerical": "numerical", "not_tracked": "not_tracked"}


def value_not_gradient():
    """You give the value of the function, not its slope.

    For f(t) = t * t at 3 the value is 9 and the slope is 6. The value says how high you stand, the
    gradient says how steep it is there. The result of `f` is only where the way back starts: ask it to
    go `backward()`, and look at what has arrived at the input afterwards.
    """

    def gradient_at(f, x):
        return f(torch.tensor(x, dtype=torch.float64, requires_grad=True)).item()


def tensor_not_number():
    """The gradient is right, but it is a tensor of shape () and not a Python float.

    PyTorch keeps gradients as tensors, of the same shape as what they belong to. The contract asks for
    a plain float, such as 6.0, which prints, compares and goes into a list like any number. A tensor
    with one element has a method that takes the number out.
    """

    def gradient_at(f, x):
        t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        f(t).backward()
        return t.grad


def numerical():
    """You take two points close together, which is not automatic differentiation.

    Rise over run is nearly right for smooth functions. But `f` may contain `detach()`, which says "take
    this part as a plain number". For t * t.detach() at 1.5 PyTorch's answer is 1.5, and two points say
    3, because they cannot see what was meant. Let PyTorch record the calculation and go back through
    it.
    """

    def gradient_at(f, x):
        step = 1e-4
        there = f(torch.tensor(x + step, dtype=torch.float64))
        before = f(torch.tensor(x - step, dtype=torch.float64))
        return ((there - before) / (2 * step)).item()


def accumulates():
    """Gradients of earlier calls are still there, and the new one is added to them.

    The first answer is right. Then it goes wrong: for t * t at 3 you give 6, and the same question
    again gives 12. `backward()` adds to what lies in `.grad`, it does not replace it. You use one and
    the same leaf for all calls. Make a fresh one in each call, and its `.grad` starts out empty.
    """

    _leaf = torch.zeros((), dtype=torch.float64, requires_grad=True)

    def gradient_at(f, x):
        _leaf.data.fill_(x)
        f(_leaf).backward()
        return _leaf.grad.item()


def list_of_one():
    """You hand `f` a tensor of shape (1,), but it takes one of shape ().

    With square brackets, `torch.tensor([3.0])` is a list that holds one number. `torch.tensor(3.0)` is
    the number itself. For t * t the difference does not show. But a function may build a vector from t,
    and then gets a table instead. Leave the brackets out.
    """

    def gradient_at(f, x):
        t = torch.tensor([x], dtype=torch.float64, requires_grad=True)
        f(t).sum().backward()
        return t.grad.item()


def not_tracked():
    """The input does not record, so there is no way back from the result.

    PyTorch only writes down what happens to tensors that ask for it. A plain `torch.tensor(3.0)` does
    not, and `backward()` stops with "does not require grad". Switching it on after the result was made
    comes too late. Say it when you make the input, before `f` is called.
    """

    def gradient_at(f, x):
        t = torch.tensor(x, dtype=torch.float64)
        f(t).backward()
        return t.grad.item()


def result_of_backward():
    """You return None: what `backward()` gives back, or a `.grad` that holds nothing.

    `backward()` does its work elsewhere: it goes back through the calculation and leaves the slope on
    the leaf where it all began. It is like a postman, who brings the letter to your door and not back
    to the post office. Call it on a line of its own, and then look at the leaf's `.grad`.
    """

    def gradient_at(f, x):
        t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        return f(t).backward()


def way_back_forgotten():
    """You look into a `.grad` that is None: no slope has arrived there.

    Recording is only the first half. While `f` calculates, PyTorch writes down how, and works out no slope yet.
    For t * t at 3 the 6 arrives when the result is told to go back, and not before. And it arrives at the leaf,
    where the record starts: the `.grad` of the result stays empty. None has no `item`. Look at the lesson's three
    moves again: is one of them missing, or do you look in the wrong place?
    """

    def gradient_at(f, x):
        t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        f(t)
        return t.grad.item()


def downhill():
    """The sign is turned round: you give the direction of the step, not the gradient.

    The gradient points uphill. For t * t at 3 it is 6, because the function grows there. Gradient
    descent goes the other way, and the minus sign for that belongs to the step: x - lr * gradient. If
    it is in the gradient as well, the two cancel, and you climb. Give the derivative as it is.
    """

    def gradient_at(f, x):
        t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        f(t).backward()
        return -t.grad.item()
