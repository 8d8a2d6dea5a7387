import pytest
import torch
from torch import nn

from grader.expect import by_hand, check_that, close, equal, refuses

SHAPES = ((2, 3), (2, 3), (4,), ())


class Shelf(nn.Module):
    """Parameters, of which nobody knows but the optimizer, and what a training loop would do to them."""

    def __init__(self, values):
        super().__init__()
        self.kept = nn.ParameterList([value.clone() for value in values])

    def give(self, grads):
        """Put gradients where `backward()` puts them: into the tensors that are there, if there are any."""
        for p, grad in zip(self.kept, grads, strict=True):
            if grad is None or p.grad is None:
                p.grad = None if grad is None else grad.clone()
            else:
                p.grad.copy_(grad)

    def pull(self, x):
        """Let `backward()` find and add gradients, as large as the parameters and `x` together."""
        sum((p * p / 2 + x * p).sum() for p in self.kept).backward()

    def values(self):
        return [p.detach().clone() for p in self.kept]

    def grads(self):
        return [None if p.grad is None else p.grad.clone() for p in self.kept]

    def are_tracked_leaves(self):
        return [p.requires_grad and p.is_leaf for p in self.kept]


def random_tensors(draw, shapes=SHAPES, dtype=torch.float32):
    return [draw.normal(*shape, dtype=dtype) for shape in shapes]


class Path:
    """Where gradient descent with momentum leads, by plain arithmetic."""

    def __init__(self, values, momentum):
        self.values, self.momentum = list(values), momentum
        self.velocities = [torch.zeros_like(value) for value in values]

    def step(self, grads, lr):
        for i, grad in enumerate(grads):
            if grad is not None:
                self.velocities[i] = self.momentum * self.velocities[i] + grad
                self.values[i] = self.values[i] - lr * self.velocities[i]


def same_values(shelf, wanted, when):
    for number, (found, value) in enumerate(zip(shelf.values(), wanted, strict=True)):
        close(found, value, what=f"parameter {number} after {when}")


def walk(optimizer, shelf, path, steps):
    """Take steps with these gradients and learning rate, and compare after each."""
    for number, (grads, lr) in enumerate(steps, 1):
        shelf.give(grads)
        optimizer.step()
        path.step(grads, lr)
        same_values(shelf, path.values, f"step {number}")


def test_takes_plain_steps(submission, draw):
    """Without momentum each parameter moves by minus the learning rate times its gradient, at every step."""
    values, lr = random_tensors(draw), draw.number(0.1, 0.5)
    shelf = submission.make(Shelf, values)
    optimizer, path, ways = submission.SGD(shelf.parameters(), lr), Path(values, 0.0), []
    # All steps are taken before any is judged: one who never moves differs from one who moves too late.
    for grads in [random_tensors(draw) for _ in range(3)]:
        shelf.give(grads)
        optimizer.step()
        path.step(grads, lr)
        ways.append((shelf.values(), path.values[:]))
    for number, (found, wanted) in enumerate(ways, 1):
        for place, (one, other) in enumerate(zip(found, wanted, strict=True)):
            close(one, other, what=f"parameter {place} after step {number}")


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_keeps_a_part_of_its_velocity(submission, draw, dtype):
    """With momentum each parameter has a velocity of its own, which is kept in part and gets the gradient added."""
    values, lr, momentum = random_tensors(draw, dtype=dtype), draw.number(0.1, 0.5), draw.number(0.4, 0.9)
    shelf = submission.make(Shelf, values)
    optimizer = submission.SGD(shelf.kept, lr=lr, momentum=momentum)
    steps = [(random_tensors(draw, dtype=dtype), lr) for _ in range(4)]
    walk(optimizer, shelf, Path(values, momentum), steps)


def test_obeys_a_new_learning_rate(submission, draw):
    """`lr` can be read and changed, and the next step is as long as the new one says, whatever came before."""
    values, momentum, first, second = random_tensors(draw), draw.number(0.5, 0.9), draw.number(0.2, 0.4), 0.05
    shelf = submission.make(Shelf, values)
    optimizer, path = submission.SGD(shelf.parameters(), first, momentum), Path(values, momentum)
    close(optimizer.lr, first, what="the attribute `lr`")
    walk(optimizer, shelf, path, [(random_tensors(draw), first) for _ in range(2)])
    optimizer.lr = second
    walk(optimizer, shelf, path, [(random_tensors(draw), second) for _ in range(2)])


def test_skips_a_parameter_without_gradient(submission, draw):
    """A parameter without a gradient stays where it is, with its velocity, and the others move."""
    values, lr, momentum = random_tensors(draw), draw.number(0.1, 0.5), draw.number(0.5, 0.9)
    grads = [random_tensors(draw) for _ in range(4)]
    grads[0][1] = grads[2][0] = grads[2][1] = None
    shelf = submission.make(Shelf, values)
    optimizer = submission.SGD(shelf.parameters(), lr, momentum)
    walk(optimizer, shelf, Path(values, momentum), [(each, lr) for each in grads])


def test_changes_the_parameters_alone(submission, draw):
    """A step changes the parameters in place: they stay tracked leaves, and their gradients are left as they are."""
    values, lr = random_tensors(draw), draw.number(0.1, 0.5)
    shelf = submission.make(Shelf, values)
    optimizer, path = submission.SGD(shelf.parameters(), lr, 0.5), Path(values, 0.5)
    for when in ("the first step", "the second step"):
        grads = random_tensors(draw)
        shelf.give(grads)
        optimizer.step()
        path.step(grads, lr)
        check_that(all(shelf.are_tracked_leaves()), f"After {when} a parameter is no tracked leaf any more.")
        for number, (found, grad) in enumerate(zip(shelf.grads(), grads, strict=True)):
            check_that(found is not None, f"After {when} the gradient of parameter {number} is gone.")
            close(found, grad, what=f"the gradient of parameter {number} after {when}")
    same_values(shelf, path.values, "two steps")


def test_clears_all_gradients(submission, draw):
    """After `zero_grad` each gradient is None or zero, also where it was NaN, and the parameters are as before."""
    values, grads = random_tensors(draw), random_tensors(draw)
    grads[1][0, 0], grads[2] = torch.nan, None
    shelf = submission.make(Shelf, values)
    optimizer = submission.SGD(shelf.parameters(), 0.1, 0.5)
    for when in ("the first time", "the second time"):
        shelf.give(grads)
        optimizer.zero_grad()
        for number, found in enumerate(shelf.grads()):
            cleared = found is None or not found.any()
            check_that(cleared, f"The gradient of parameter {number} is not cleared {when}.")
    equal(shelf.values(), values, "the list of parameters after `zero_grad`")


@pytest.mark.parametrize("momentum", [0.0, 0.8])
def test_serves_a_training_loop(submission, draw, momentum):
    """In a loop of `zero_grad`, `backward` and `step` the parameters go where they should."""
    values, lr = random_tensors(draw), draw.number(0.1, 0.3)
    shelf, path = submission.make(Shelf, values), Path(values, momentum)
    optimizer = submission.SGD(shelf.parameters(), lr, momentum=momentum)
    for number in range(1, 5):
        x = draw.number(-1.0, 1.0)
        optimizer.zero_grad()
        shelf.pull(x)
        optimizer.step()
        path.step([value + x for value in path.values], lr)
        same_values(shelf, path.values, f"turn {number}")


def test_optimizers_do_not_disturb_each_other(submission, draw):
    """Each optimizer has a learning rate and velocities of its own, also when two of them take turns."""
    values, others, grads = random_tensors(draw), random_tensors(draw), random_tensors(draw)
    once, twice = [after_two_steps(submission, values, grads) for _ in range(2)]
    same = all(torch.allclose(one, two, equal_nan=True) for one, two in zip(once, twice, strict=True))
    check_that(same, "Two optimizers for the same numbers went different ways: the first left something.", "shared")
    shelves = [submission.make(Shelf, each) for each in (values, others)]
    both = [submission.SGD(shelf.parameters(), lr, 0.5) for shelf, lr in zip(shelves, (0.1, 0.3), strict=True)]
    paths = [Path(values, 0.5), Path(others, 0.5)]
    for _ in range(2):
        for optimizer, shelf, path, lr in zip(both, shelves, paths, (0.1, 0.3), strict=True):
            walk(optimizer, shelf, path, [(random_tensors(draw), lr)])


def after_two_steps(submission, values, grads):
    """Where an optimizer of its own leads a new shelf with these numbers."""
    shelf = submission.make(Shelf, values)
    optimizer = submission.SGD(shelf.parameters(), 0.1, 0.5)
    for _ in range(2):
        shelf.give(grads)
        optimizer.step()
    return shelf.values()


def test_a_new_optimizer_starts_at_rest(submission, draw):
    """A second optimizer for the same parameters knows nothing of the first one's velocities."""
    values, lr, momentum = random_tensors(draw), draw.number(0.1, 0.5), draw.number(0.5, 0.9)
    shelf = submission.make(Shelf, values)
    for _ in range(2):
        path = Path(shelf.values(), momentum)
        walk(submission.SGD(shelf.parameters(), lr, momentum), shelf, path, [(random_tensors(draw), lr)])


def test_refuses_bad_learning_rates(submission, draw):
    """A learning rate that is not above 0 is refused, when the optimizer is made."""
    params = [tensor.requires_grad_() for tensor in random_tensors(draw)]
    for lr in (-draw.number(0.1, 0.5), 0.0):
        with refuses(ValueError):
            submission.SGD(params, lr)


def test_refuses_to_have_no_parameters(submission):
    """No parameters at all are refused when the optimizer is made, an empty list and an empty generator alike."""
    with refuses(ValueError):
        submission.SGD([], 0.1)
    with refuses(ValueError):
        submission.SGD(submission.make(nn.ReLU).parameters(), 0.1)


def test_is_made_by_hand(submission, draw):
    """The optimizer is built from small operations, without `torch.optim`."""
    by_hand(submission, "optim")
    values, grads = random_tensors(draw), random_tensors(draw)
    shelf = submission.make(Shelf, values)
    optimizer = submission.SGD(shelf.parameters(), 0.1)
    walk(optimizer, shelf, Path(values, 0.0), [(grads, 0.1)])
