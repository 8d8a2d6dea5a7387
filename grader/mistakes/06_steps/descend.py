"""Known wrong answers to `descend`. Each docstring is what the learner is told."""

import torch


def accumulates():
    """The slopes of all steps so far add up, because the old ones are never cleared.

    The first step is right. On an even slope of 2, with rate 0.1, each step should be 0.2 long. Yours are
    0.2, then 0.4, then 0.6: `backward()` adds to what lies in `.grad`, and does not replace it. You keep one
    leaf for the whole way. Clear its `.grad` after each step, or make a fresh leaf for each place.
    """

    def descend(f, x, lr, steps):
        t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
        xs = [t.item()]
        for _ in range(steps):
            f(t).backward()
            with torch.no_grad():
                t -= lr * t.grad
            xs.append(t.item())
        return xs


def start_missing():
    """The start is not among your numbers.

    The path begins where you stand before the first step. From 8, with 3 steps to 4, 2 and 1, the answer is
    [8, 4, 2, 1]: four numbers for three steps. Yours begins at 4. Without the start nobody can see how far
    the first step went, and that is often the longest. Put the start into the list before the loop begins.
    """

    def descend(f, x, lr, steps):
        xs = []
        for _ in range(steps):
            t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - lr * t.grad.item()
            xs.append(x)
        return xs


def end_missing():
    """The last place is not among your numbers.

    You note where you stand, and then take the step. So the place that the last step leads to is never noted.
    From 8, with 3 steps to 4, 2 and 1, the answer is [8, 4, 2, 1], and yours ends with 2. Three steps touch
    four places. Note the start before the loop, and inside of it each place after the step that led there.
    """

    def descend(f, x, lr, steps):
        xs = []
        for _ in range(steps):
            xs.append(float(x))
            t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - lr * t.grad.item()
        return xs


def one_step_too_many():
    """You take one step more than was asked for.

    `steps` counts the steps and not the places: with 3 steps there are 4 numbers, since the start is one of
    them. You have 5. Perhaps the loop runs from 0 to `steps` and includes both, or it was meant to make up
    for the start. Let the loop run exactly `steps` times, each time with one step and one new number. The
    start comes before the loop.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps + 1):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            f(t).backward()
            xs.append(xs[-1] - lr * t.grad.item())
        return xs


def climbs():
    """You walk uphill: the step has the wrong sign.

    The slope says in which direction `f` grows. For x * x at 8 it is 16, and with rate 0.25 you go to 12.
    There it is steeper still, so the steps get longer and longer, and the numbers soon grow beyond all
    bounds. The way down is the other way: from 8 to 4. Subtract where you add.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            f(t).backward()
            xs.append(xs[-1] + lr * t.grad.item())
        return xs


def replaced_by_the_step():
    """Each x is replaced by the step, and the place where you stood is lost.

    This is the slip of some well-known notes, `x = x.grad * lr`. For x * x at 8 the slope is 16, and with
    rate 0.1 the step is 1.6 long. You land *at* 1.6, wherever you came from. Right is 6.4: the 8 where you
    stand, less 1.6. A step starts from where you are: take the old x, and subtract from it.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            f(t).backward()
            xs.append(lr * t.grad.item())
        return xs


def losses():
    """You give the losses, and the positions were wanted.

    For x * x, from 8 to 4, 2 and 1, the heights are 64, 16, 4 and 1. They say how well it goes, and not where
    you are: 64 is the height of 8, and of -8 as well. `plot_descent` will want to put each point over its x.
    Keep the x themselves, in a list of their own.
    """

    def descend(f, x, lr, steps):
        losses = []
        for _ in range(steps + 1):
            t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
            loss = f(t)
            loss.backward()
            losses.append(loss.item())
            x = x - lr * t.grad.item()
        return losses


def slopes():
    """You give the slopes, and the positions were wanted.

    For x * x, from 8 to 4, 2 and 1, the slopes are 16, 8, 4 and 2. A slope says how steep it is, and from it
    you work out where to go next. But the answer is the way that was gone: the x themselves. Keep the place
    after each step, and not what led there.
    """

    def descend(f, x, lr, steps):
        slopes = []
        for _ in range(steps + 1):
            t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
            f(t).backward()
            slopes.append(t.grad.item())
            x = x - lr * t.grad.item()
        return slopes


def tensors():
    """Your list holds tensors, and plain numbers were wanted.

    `tensor(4.)` looks like 4.0 and is something else: it may hold on to the record of how it was made, and if
    you change it in place, it changes in the list too. A plain float can do neither. A tensor with one
    element has a method that takes the number out of it. Use it when you put a place into the list.
    """

    def descend(f, x, lr, steps):
        xs = [torch.tensor(float(x), dtype=torch.float64)]
        for _ in range(steps):
            t = xs[-1].clone().requires_grad_()
            f(t).backward()
            xs.append(xs[-1] - lr * t.grad)
        return xs


def one_tensor_many_times():
    """All your numbers are the same: the place where the descent ends.

    You put one and the same tensor into the list again and again, and change it in place in between. A list
    does not copy. It holds the tensor, and the tensor holds only its newest number: [8, 4, 2, 1] becomes [1,
    1, 1, 1]. Take the number out at the moment when you put it into the list, and not at the end.
    """

    def descend(f, x, lr, steps):
        t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
        visited = [t]
        for _ in range(steps):
            t.grad = None
            f(t).backward()
            with torch.no_grad():
                t -= lr * t.grad
            visited.append(t)
        return [place.item() for place in visited]


def only_the_end():
    """You give the place where the descent ends, and the whole path was wanted.

    That x * x leads from 8 to 1 is the smaller part of the story. Did it go straight there, or leap from one
    side to the other? With [8, 4, 2, 1] you see it, and with 1 alone you do not. Start a list with the first
    place, add each further one to it, and give back the list.
    """

    def descend(f, x, lr, steps):
        for _ in range(steps):
            t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - lr * t.grad.item()
        return x


def never_moves():
    """You always stand at the start: each slope is measured there, or the step leads nowhere.

    Each round has to begin where the one before it has ended. From 8, with rate 0.25, the first step leads to
    4, and the next one begins at 4, where the slope of x * x is 8 and no longer 16. If x is made into a
    tensor inside the loop, from a name that never changes, every round asks for the slope at the start.
    Follow the name that holds the place through two rounds.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
            f(t).backward()
            xs.append(x - lr * t.grad.item())
        return xs


def slope_of_the_start():
    """The slope is measured once, at the start, and then used for all steps.

    Then all steps are equally long. For x * x from 8 with rate 0.25 you go to 4, 0 and -4, straight through
    the bottom of the valley and up the other side. Down there it is less steep, and the steps should get
    shorter: 4, 2, 1. Ask for the slope anew in each round, at the place where you stand.
    """

    def descend(f, x, lr, steps):
        t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
        f(t).backward()
        xs = [float(x)]
        for _ in range(steps):
            xs.append(xs[-1] - lr * t.grad.item())
        return xs


def leaf_lost():
    """After the first step your x is no leaf any more, and gets no slope.

    The step was recorded. So the new x is the result of a calculation, and PyTorch keeps `.grad` for leaves
    only: it is None, and None cannot be multiplied. Each round needs a tensor that begins a new record. Take
    the step while PyTorch looks away, or make a fresh leaf from the plain number.
    """

    def descend(f, x, lr, steps):
        t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
        xs = [t.item()]
        for _ in range(steps):
            f(t).backward()
            t = t - lr * t.grad
            xs.append(t.item())
        return xs


def changed_while_recording():
    """You change x in place while PyTorch records, and it refuses.

    The message is "a leaf Variable that requires grad is being used in an in-place operation". PyTorch
    protects its record: if the starting number changed, the way back would no longer fit. The step is no part
    of `f`, and need not be recorded. Let PyTorch look away meanwhile, as in the lesson of `sgd_step`, or work
    with plain numbers.
    """

    def descend(f, x, lr, steps):
        t = torch.tensor(float(x), dtype=torch.float64, requires_grad=True)
        xs = [t.item()]
        for _ in range(steps):
            t.grad = None
            f(t).backward()
            t -= lr * t.grad
            xs.append(t.item())
        return xs


def stops_early():
    """You stop before all steps are taken.

    When x hardly moves any more, or when `f` has begun to grow, it is tempting to leave the loop. But the
    caller has asked for a number of steps and counts on so many places: 5 steps, 6 numbers, even if the last
    ones are alike. Stopping is a step of its own, and belongs to whoever looks at the path. Take out the
    condition that leaves the loop.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            f(t).backward()
            if abs(t.grad.item()) < 1e-6:
                break
            xs.append(xs[-1] - lr * t.grad.item())
        return xs


def refuses_to_rise():
    """A step that leads higher up is not taken, and it should be.

    With a long rate the descent leaps across the valley, and may land higher than before. For x * x with rate
    1.1 it goes from 8 to -9.6, and then to 11.52. That is not nice to see, and exactly what the path is to
    show: the rate is too large. Take every step as the slope says, and hide none.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            loss = f(t)
            loss.backward()
            there = xs[-1] - lr * t.grad.item()
            higher = f(torch.tensor(there, dtype=torch.float64)).item() > loss.item()
            xs.append(xs[-1] if higher else there)
        return xs


def direction_only():
    """All your steps have the same length, because only the sign of the slope is used.

    Steep or flat makes no difference then, and near the bottom you leap to and fro for ever. For x * x from 8
    with rate 0.25, the first step is 0.25 * 16 = 4 long, and the next 0.25 * 8 = 2. Yours are 0.25 each.
    Multiply the rate by the slope as it is, with its size.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            f(t).backward()
            xs.append(xs[-1] - lr * t.grad.sign().item())
        return xs


def rate_ignored():
    """The learning rate is not used: you walk the whole slope in each step.

    For x * x at 8 the slope is 16. Without a rate the step leads to -8, there the slope is -16, and the next
    one leads back to 8, and so on for ever. The rate says what part of the slope to take: with 0.25 it is 4,
    and you arrive at 4. Multiply the slope by `lr` before you subtract it.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            f(t).backward()
            xs.append(xs[-1] - t.grad.item())
        return xs


def shrinking_rate():
    """Your learning rate shrinks from step to step, and it was to stay as it is.

    The steps get shorter by themselves, since it is less steep near the bottom. For x * x from 8 with rate
    0.25 they are 4, 2 and 1 long. If the rate is divided as well, by the number of the step for instance,
    they are 4, 1 and 0.5, and the descent stops far from the bottom. On an even slope all steps are to be
    equal. Use `lr` as it was given, in every step.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for i in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64, requires_grad=True)
            f(t).backward()
            xs.append(xs[-1] - lr / (i + 1) * t.grad.item())
        return xs


def list_of_one():
    """You hand `f` a tensor of shape (1,), and it takes one of shape ().

    With square brackets, `torch.tensor([8.0])` is a list with one number in it, and `torch.tensor(8.0)` is
    the number itself. For t * t the difference does not show. But a function may build a vector from t, and
    then gets a table instead: "1D tensors expected, but got 2D". Leave the brackets out.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor([xs[-1]], dtype=torch.float64, requires_grad=True)
            f(t).sum().backward()
            xs.append(xs[-1] - lr * t.grad.item())
        return xs


def not_tracked():
    """Your x does not record, so there is no way back from the loss.

    A tensor records only if it is told to. Without that, `f` gives a plain number, and `backward()` stops
    with "element 0 of tensors does not require grad and does not have a grad_fn". The recording has to be
    switched on before `f` is asked, and anew for each new tensor: what you make from a plain number knows
    nothing of the one before.
    """

    def descend(f, x, lr, steps):
        xs = [float(x)]
        for _ in range(steps):
            t = torch.tensor(xs[-1], dtype=torch.float64)
            f(t).backward()
            xs.append(xs[-1] - lr * t.grad.item())
        return xs
