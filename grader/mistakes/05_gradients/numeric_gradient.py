"""Known wrong answers to `numeric_gradient`. Each docstring is what the learner is told."""

import itertools

import torch


def one_sided():
    """You compare the point itself with one on one side, and that is not exact enough.

    For t * t * t at 2 and a step of 0.1 the right side alone gives 12.61, and both sides together give
    12.01. The exact slope is 12. The one-sided error shrinks only as fast as the step, the other one with
    its square: for 0.0001 that is the difference between 4 digits and 8. Ask `f` above and below, and
    divide by the distance of the two.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = eps
            slopes[place] = (f(x + shift) - f(x)).item() / eps
        return slopes


def divided_by_eps():
    """All slopes are twice as large as they should be: the run is two steps long, not one.

    From x - eps to x + eps it is 2 * eps. For t * t * t at 2 and a step of 0.1 the rise is 9.261 - 6.859 =
    2.402. Divided by 0.2 that is 12.01, close to the exact 12, and divided by 0.1 it is 24.02. Rise over
    run: make sure that both are measured between the same two points.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = eps
            slopes[place] = (f(x + shift) - f(x - shift)).item() / eps
        return slopes


def times_half_eps():
    """You divide by 2 and then multiply by eps, because the brackets are missing.

    Python goes from left to right: 12 / 2 * 3 is 6 * 3 = 18. What you want is 12 divided by 2 * 3, which
    is 2. With eps = 0.0001 the slopes come out as good as zero. Put the whole run into brackets, or
    give it a name first.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = eps
            slopes[place] = (f(x + shift) - f(x - shift)).item() / 2 * eps
        return slopes


def left_changed():
    """The caller's tensor is changed: you move its elements and leave them where they end up.

    `x[i] += eps` works on the caller's own numbers. And the next element is then measured at another place:
    for [1.0, 2.0] the second slope is that at [1.0001, 2.0]. Adding and taking away again does not quite
    help, because of rounding. Move the elements of a tensor of your own, made afresh for each place or put
    back from a saved number.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            x[place] += eps
            up = f(x).item()
            x[place] -= 2 * eps
            slopes[place] = (up - f(x).item()) / (2 * eps)
        return slopes


def copy_not_put_back():
    """You work on a copy, but an element that was moved stays moved while the next one is measured.

    The caller's tensor is safe. But for [1.0, 2.0] the second slope is that at [0.9999, 2.0], since the first
    element still stands where you left it. Where `f` multiplies the elements, that shows. One element at a
    time means: all others at their place. Begin each round with the numbers as they came.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes, moved = torch.zeros_like(x), x.clone()
        for place in itertools.product(*map(range, x.shape)):
            moved[place] += eps
            up = f(moved).item()
            moved[place] -= 2 * eps
            slopes[place] = (up - f(moved).item()) / (2 * eps)
        return slopes


def only_rank_1():
    """It works for a plain list of numbers, but not for tables.

    `for i in range(len(x))` goes along the first axis only, and `x[i]` of a table is a whole row. You move
    all of it at once, and write the sum of its slopes into each of its places. A tensor of shape () has no
    length at all. Find a way through all places of a tensor of any shape, or make a long row first, and
    give it its shape back before each call of `f` and at the end.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for i in range(len(x)):
            shift = torch.zeros_like(x)
            shift[i] = eps
            slopes[i] = (f(x + shift) - f(x - shift)).item() / (2 * eps)
        return slopes


def needs_rows_in_memory():
    """A turned tensor, such as `x.T`, stops your function with an error.

    `view` looks at the memory of a tensor in another way, and that works only if its numbers lie there row by row.
    Those of `x.T` lie column by column, and `zeros_like` and `clone` keep that order. PyTorch advises `reshape`,
    which always works, but then it may give a copy: what you write into that never reaches the tensor. Go through
    the places with an index for each axis, or make a long row once, and give it the shape of `x` for each call of
    `f`.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros(x.shape, dtype=x.dtype)
        for i in range(x.numel()):
            shift = torch.zeros_like(x)
            shift.view(-1)[i] = eps
            slopes.view(-1)[i] = (f(x + shift) - f(x - shift)) / (2 * eps)
        return slopes


def moves_a_copy():
    """For a turned tensor, such as `x.T`, nothing is moved, and all slopes are 0.

    `reshape` gives another look at the same memory where it can, and a copy where it cannot. The numbers of `x.T` lie
    column by column, so a long row of them is a copy. What you write into that never reaches the tensor that `f`
    gets: the values above and below are the same. Go through the places with an index for each axis, or keep the long
    row, and give it the shape of `x` for each call of `f`.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros(x.numel(), dtype=x.dtype)
        for i in range(x.numel()):
            shift = torch.zeros_like(x)
            shift.reshape(-1)[i] = eps
            slopes[i] = (f(x + shift) - f(x - shift)) / (2 * eps)
        return slopes.reshape(x.shape)


def flat():
    """The slopes are right, but they come as one long row.

    For a tensor of shape (2, 3) you give one of shape (6,). Going through a long row is a good way to meet
    every element. But each slope belongs to the place of its element: to be compared with `.grad`, or to
    be used for a step, the answer needs the shape of `x`. Give it that at the end, also if it is ().
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = []
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = eps
            slopes.append((f(x + shift) - f(x - shift)).item() / (2 * eps))
        return torch.tensor(slopes, dtype=torch.float64)


def all_at_once():
    """You move all elements together, and so you get one slope for all of them.

    If x goes from [1.0, 2.0] to [1.1, 2.1], the result moves for two reasons, and nobody can tell which
    element did how much. What you get is the sum of the slopes, written into every place. Move a single
    element, with the others at their place, and ask `f` anew. It is slow, and that is the price.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slope = (f(x + eps) - f(x - eps)).item() / (2 * eps)
        return torch.full_like(x, slope)


def eps_ignored():
    """You use a step of your own, and not the `eps` that the caller gives.

    For t * t * t at 2 a step of 0.1 gives 12.01, and one of 0.5 gives 12.25. Whoever passes eps = 0.5 wants
    to see just that: how the answer depends on the step. A number that is written into the function cannot
    be changed from outside. Use the parameter wherever the step occurs.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = 1e-4
            slopes[place] = (f(x + shift) - f(x - shift)).item() / 2e-4
        return slopes


def asks_backward():
    """You let PyTorch go back through the calculation, and this was to be found without that.

    A check that uses what it checks proves nothing. Numbers that agree to the last digit are no success
    here: for t * t * t at 2 and a step of 0.5 the central difference is 12.25, and `backward()` says 12.
    Use nothing but values of `f`: one above, one below, and the distance of the two.
    """

    def numeric_gradient(f, x, eps=1e-4):
        leaf = x.detach().clone().requires_grad_()
        f(leaf).backward()
        return leaf.grad


def float32_inside():
    """You calculate in float32, and the rounding is larger than what you want to measure.

    float32 keeps about 7 digits. With a step of 0.0001 the two values differ in the fourth or fifth, so
    two or three digits are left for the slope. For t * t * t at 2 that gives 11.99 where it should be 12.00.
    `torch.zeros` without a type, or `.float()`, brings float32 in. `x` is float64: keep that type all the
    way.
    """

    def numeric_gradient(f, x, eps=1e-4):
        start = x.float()
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(start)
            shift[place] = eps
            up, down = f((start + shift).double()), f((start - shift).double())
            slopes[place] = (up - down).item() / (2 * eps)
        return slopes


def float32_result():
    """The slopes come as float32, but float64 was wanted.

    `torch.zeros(shape)` and `torch.tensor(list)` make float32 if nobody says otherwise. All the care of
    calculating in float64 is lost when the last step rounds to 7 digits: 12.00000001 becomes 12.0. Make the
    tensor for the slopes like `x`, in shape and type.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros(x.shape)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = eps
            slopes[place] = (f(x + shift) - f(x - shift)).item() / (2 * eps)
        return slopes


def turned_round():
    """The signs are turned round: you take the value above from the one below.

    Rise over run is "where you arrive minus where you come from", above and below the line alike. If the
    run goes from x - eps to x + eps, so does the rise. For t * t * t at 2 the value above is 9.261 and the
    one below 6.859: the function grows, and its slope is positive. Swap the two.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = eps
            slopes[place] = (f(x - shift) - f(x + shift)).item() / (2 * eps)
        return slopes


def relative_step():
    """You make the step longer for large numbers, and that was not asked for.

    Some books multiply eps by the element. Then 0.001 hardly moves at all, 0 does not move, and the run is
    0, which gives NaN. The contract says that each element is moved by `eps`, up and down. A straight line
    does not show the difference, but t * t * t at 2 does. Use the same step for all elements.
    """

    def numeric_gradient(f, x, eps=1e-4):
        slopes = torch.zeros_like(x)
        for place in itertools.product(*map(range, x.shape)):
            shift = torch.zeros_like(x)
            shift[place] = eps * abs(x[place].item())
            slopes[place] = (f(x + shift) - f(x - shift)).item() / (2 * shift[place].item())
        return slopes
