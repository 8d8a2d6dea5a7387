"""Known wrong answers to `gradient_of`. Each docstring is what the learner is told."""

import torch


def needs_a_single_number():
    """You call `backward()` on a result with many numbers, and it takes only one.

    PyTorch stops with "grad can be implicitly created only for scalar outputs". It does not know which of
    the outputs you mean: the first, the largest, all of them? For f(x) = x * x with three elements there
    are three outputs. The contract says which: the sum. Make a single number of what `f` gives, and let
    the way back start there.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        f(leaf).backward()
        return leaf.grad


def marks_the_callers_tensor():
    """The caller's tensor records from now on, because you switched that on and left it on.

    `x.requires_grad_()` changes `x` itself, and `x` is not yours. The caller had a plain table of numbers
    and finds a tracked one, with something in its `.grad`. Changing it in place now stops with an error,
    far away from here. Take a tensor of your own that has the same numbers, and let that one record.
    """

    def gradient_of(f, x):
        x.requires_grad_()
        f(x).sum().backward()
        return x.grad.clone()


def uses_the_callers_tensor():
    """If the tensor is tracked already, you use it as it is, and its `.grad` is changed.

    `backward()` adds to what lies in `.grad`. Suppose the caller keeps [1, 1] there, and your gradient is
    [2, 4]: then `.grad` becomes [3, 5]. You give back a wrong answer, and the caller's own gradient is
    spoilt as well. Whether or not `x` records, work with a leaf of your own that has the same numbers.
    """

    def gradient_of(f, x):
        leaf = x if x.requires_grad else x.clone().requires_grad_()
        f(leaf).sum().backward()
        return leaf.grad


def tidies_up_too_much():
    """You switch tracking off again afterwards, although the tensor may have been tracked before.

    You mark the caller's tensor, and then clear its `.grad` and its `requires_grad`. For a plain tensor all
    is as it was. But a parameter of a model was tracked and may hold a gradient, and both are gone: the
    next `backward()` passes it by, and it stops learning. If you never touch the caller's tensor, there is
    nothing to tidy up. Take a leaf of your own.
    """

    def gradient_of(f, x):
        x.requires_grad_()
        x.grad = None
        f(x).sum().backward()
        found = x.grad
        x.grad = None
        x.requires_grad_(False)
        return found


def borrows_the_callers_tensor():
    """You borrow the caller's tensor, and putting everything back works only if it is a leaf.

    A tensor that was computed from a tracked one, such as w * w, records as well, but it is no leaf. The
    gradient travels through it to `w` and stays there: your answer is None, and the caller finds a gradient
    in `w.grad` that nobody asked for. You cannot put back what you cannot see. Take a leaf of your own with
    the same numbers, cut off from the caller's record.
    """

    def gradient_of(f, x):
        tracked, kept = x.requires_grad, x.grad
        x.requires_grad_()
        x.grad = None
        f(x).sum().backward()
        found = x.grad
        x.grad = kept
        if not tracked:
            x.requires_grad_(False)
        return found


def copy_is_no_leaf():
    """For a tracked tensor your copy is no leaf, and its `.grad` is None.

    `clone()` of a tracked tensor is a calculation like any other, and PyTorch records it. Gradients travel
    through the copy, back to the caller's tensor, and are kept there. So you find None, and the caller
    finds a gradient that nobody asked for. Cut the copy off from the record first: there is a method that
    gives the same numbers and knows nothing of where they came from.
    """

    def gradient_of(f, x):
        copy = x.clone().requires_grad_()
        f(copy).sum().backward()
        return copy.grad


def returns_none():
    """You return what `backward()` returns, and that is always None.

    `backward()` does its work elsewhere: it goes back through the calculation and leaves the slopes in the
    `.grad` of the leaf. It is like a postman, who puts the letter into the box and brings nothing back.
    Call it on a line of its own, and then take what lies in `.grad` of the tensor that you handed to `f`.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        return f(leaf).sum().backward()


def one_element_at_a_time():
    """You hand the elements to `f` one by one, as if the others were not there.

    For f(x) = x * x that gives the right slopes, slowly. But `f` may mix the elements. For f(x) = x *
    x.sum() at [1, 2, 3] each slope is 12, and a single element on its own knows nothing of the other two. A
    function that wants a table cannot even be called with a single number. Hand the whole tensor over:
    one way back finds all slopes.
    """

    def gradient_of(f, x):
        slopes = []
        for value in x.detach().flatten():
            leaf = value.clone().requires_grad_()
            f(leaf).sum().backward()
            slopes.append(leaf.grad)
        return torch.stack(slopes).reshape(x.shape)


def mean_instead_of_sum():
    """You start from the mean of the outputs, and the sum was asked for.

    The mean is the sum, divided by the number of outputs, and so are all its slopes. For f(x) = x * x at
    [1, 2, 3] the sum gives [2, 4, 6] and the mean a third of that. Losses are often means, so that they do
    not grow with the batch. Here the caller wants to know what happens to all outputs together. Add them
    up.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        f(leaf).mean().backward()
        return leaf.grad


def only_the_first_output():
    """You start from the first output only, so that most elements seem to have no effect.

    For f(x) = x * x at [1, 2, 3] the first output, 1, hangs on the first element alone, and you give
    [2, 0, 0]. PyTorch wants one number to start from, but picking one of them leaves the others out. All
    outputs are to count. Put them together into one number, and start there.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        f(leaf).flatten()[0].backward()
        return leaf.grad


def one_number_for_all():
    """You add up the slopes, and give one number where one for each element was wanted.

    For f(x) = x * x at [1, 2, 3] the slopes are 2, 4 and 6, and you give 12. To go downhill each element
    needs its own slope: one may have to grow while another has to shrink. The sum is taken of the outputs,
    before the way back, so that there is one place to start from. What arrives at the leaf is left as it
    is.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        f(leaf).sum().backward()
        return leaf.grad.sum()


def f_of_the_sum():
    """You hand the sum of the elements to `f`, but it is the outputs of `f` that are added up.

    For f(x) = x * x at [1, 2, 3] the sum of the outputs is 1 + 4 + 9 = 14. The output of the sum is 6 * 6 = 36,
    and that is another function: its slopes are 12, 12 and 12, not 2, 4 and 6. `f` gets the whole tensor, as
    it is. Adding up comes after `f`, to make one number from which the way back can start.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        f(leaf.sum()).sum().backward()
        return leaf.grad


def tuple_of_gradients():
    """You give a tuple that holds the gradient, and not the gradient itself.

    `torch.autograd.grad` can be asked about several tensors at once, and so it always gives a tuple, with
    one gradient for each: `(tensor([2., 4., 6.]),)`. A tuple has no shape, and cannot be subtracted from a
    tensor. You asked about one tensor, so take the first and only element out of it.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        return torch.autograd.grad(f(leaf).sum(), leaf)


def value_not_gradient():
    """You give the values of the function, not its slopes.

    For f(x) = x * x at [1, 2, 3] the values are 1, 4 and 9, and the slopes 2, 4 and 6. A value says how
    high you stand, a slope how steep it is there. What `f` gives is only where the way back starts. Send
    it back, and look at what has arrived at the tensor that you handed to `f`.
    """

    def gradient_of(f, x):
        return f(x.detach().clone())


def float32_always():
    """A float64 tensor comes back as float32, and half of its digits are lost.

    Going through a Python list, with `torch.tensor(x.tolist())`, or calling `.float()`, makes float32 of
    everything. float64 keeps about 16 digits, float32 about 7. Who asks with float64 wants to compare small
    differences, and wants an answer of the same type. Make your leaf from the tensor itself, not from its
    numbers one by one, and it keeps the type.
    """

    def gradient_of(f, x):
        leaf = x.detach().float().clone().requires_grad_()
        f(leaf).sum().backward()
        return leaf.grad


def flat():
    """The slopes are right, but they come as one long row.

    For a tensor of shape (3, 4) you give one of shape (12,). A step downhill subtracts each slope from its
    own element, and for that both have to have the same shape. PyTorch keeps a gradient in the shape of
    its leaf, so no flattening is needed, and if you flattened something, it has to be undone at the end.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        f(leaf).sum().backward()
        return leaf.grad.flatten()


def downhill():
    """The signs are turned round: you give the direction of the step, not the gradient.

    The gradient points uphill. For f(x) = x * x at [1, 2, 3] it is [2, 4, 6], because the sum grows when an
    element grows. Gradient descent goes the other way, but the minus sign for that belongs to the step: x -
    lr * gradient. If it is in the gradient as well, the two cancel, and you climb. Give the slopes as they
    are.
    """

    def gradient_of(f, x):
        leaf = x.detach().clone().requires_grad_()
        f(leaf).sum().backward()
        return -leaf.grad


def two_points():
    """You take two points close together, and in float32 they are too close.

    Rise over run subtracts two nearly equal numbers. float32 keeps about 7 digits: of a sum near 10 the
    sixth digit after the point is already rounded. With a run of 0.001 an error of 0.000001 becomes one of
    0.001 in the slope. It also takes two calls of `f` for each element. PyTorch's record gives all slopes
    at once, and exactly. Let it go back through the calculation.
    """

    def gradient_of(f, x):
        start, run = x.detach(), 1e-3
        slopes = torch.zeros_like(start)
        for place in torch.ones_like(start).nonzero():
            shift = torch.zeros_like(start)
            shift[tuple(place)] = run
            slopes[tuple(place)] = ((f(start + shift).sum() - f(start).sum()) / run).item()
        return slopes
