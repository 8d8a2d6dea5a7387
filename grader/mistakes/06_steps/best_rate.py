"""Known wrong answers to `best_rate`. Each docstring is what the learner is told."""

import math

import torch


def smallest_rate():
    """You take the smallest rate, and the smallest is hardly ever the best.

    A small rate is safe: it never leaps too far. But for x * x from 8, two steps with 0.01 lead to 7.68, and
    with 0.4 to 0.32. The caller gives so many steps and no more, and wants to be as low as possible after
    them. No rule about the rates themselves can know that. Walk down with each of them, and see.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return min(rate for _, rate in found)


def largest_rate():
    """You take the largest rate, of those that end at a number.

    Long steps get on quickly, but too long ones leap across the valley. For x * x from 8, two steps with 0.4
    lead to 0.32, with 0.9 to 5.12, and with 1.1 to 11.52, which is higher than the start. That nothing has
    overflown does not make it good. Compare how low each of them ends.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return max(rate for _, rate in found)


def nan_wins():
    """A rate that ends in NaN wins wherever it stands.

    "Not a number" is no small number, but some functions take it for the most extreme one of all: `argmin` of
    PyTorch and of NumPy look for NaN, and give its position. A sort may put it in front too. For the rates
    [0.1, 10.0] the second one runs away, and your answer is 10.0. Ask whether the loss is finite *before*
    anything is compared, and leave the rate out if it is not.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        heights = [_height(f, _end(f, x, rate, steps)) for rate in rates]
        if not any(math.isfinite(height) for height in heights):
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return rates[torch.tensor(heights).nan_to_num(neginf=math.inf, nan=math.nan, posinf=math.inf).argmin().item()]


def nan_wins_if_first():
    """A rate that ends in NaN wins if it comes first.

    NaN is smaller than nothing and larger than nothing: each comparison with it is False. If the first
    candidate has NaN, no later one is "smaller", and it stays the best. So [0.1, 10.0] and [10.0, 0.1] give
    different answers, though they are the same rates. Ask whether the loss is finite *before* you compare it,
    and leave the rate out if it is not.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        found = [(_height(f, _end(f, x, rate, steps)), rate) for rate in rates]
        if not any(math.isfinite(height) for height, _ in found):
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(pair for pair in found if not math.isinf(pair[0]))[1]


def minus_infinity_wins():
    """A rate that ends at minus infinity wins.

    You sort out NaN, and infinity is still there. Minus infinity is smaller than any number, so it beats them
    all. But nothing is there: the x has become too large for the computer, and what `f` says about it means
    nothing. A rate that runs away must not win. Both kinds can be asked for at once: is the loss finite?
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        found = [(_height(f, _end(f, x, rate, steps)), rate) for rate in rates]
        found = [(height, rate) for height, rate in found if not math.isnan(height)]
        if not any(math.isfinite(height) for height, _ in found):
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]


def compares_positions():
    """You compare the positions, and their heights were meant.

    The lowest x is the one farthest to the left, which says nothing about `f`. For (x - 5) * (x - 5), an end
    at x = 4 has the height 1, and an end at x = 1 has the height 16: the larger x is the better one. Ask `f`
    at each last place, and compare what it says.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return min((end, rate) for rate, end in ends if any(rate == other for _, other in found))[1]


def nearest_to_zero():
    """You look for the end that is nearest to 0, as if every valley were there.

    For x * x the lowest point is at 0, and there this works. For (x - 5) * (x - 5) it is at 5: an end at 1 is
    nearer to 0 than one at 4, and has the height 16, where the other has 1. Where the lowest point is, nobody
    tells you. Ask `f` at each last place, and compare what it says.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return min((abs(end), rate) for rate, end in ends if any(rate == other for _, other in found))[1]


def loss_nearest_to_zero():
    """You compare losses without their sign, so the one nearest to 0 wins.

    A loss may be negative. For x * x - 9, an end at 3 has the height 0, and an end at 1 has the height -8,
    which is lower. Taken as 8 it seems to be the worse one. Lower is better, below 0 as well. Compare the
    losses as they are.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return min((abs(height), rate) for height, rate in found)[1]


def highest_loss():
    """You pick the rate that ends the highest.

    The loss says how wrong we are, and the smaller it is the better. For x * x from 8, the rate 0.4 ends at a
    loss of 0.1, and 1.1 ends at 133: the second one leads up the hill. Perhaps `max` stands where `min`
    should, or a comparison is the wrong way round. Test it with two rates of which you know which one is
    better.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return max(found)[1]


def lowest_on_the_way():
    """You compare the lowest point of each path, and its end was meant.

    A long step may hit the bottom by luck, and leap out again with the next one. After that, it is no use
    that the path has once been low: the x that you hold in the end is somewhere else. If all rates lead
    upwards, every path is lowest at the start, and they all look the same. Compare `f` at the last place
    only.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        found = []
        for rate in rates:
            path = [_height(f, _end(f, x, rate, n)) for n in range(steps + 1)]
            if math.isfinite(path[-1]):
                found.append((min(path), rate))
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found, key=lambda pair: pair[0])[1]


def height_before_the_last_step():
    """You compare the heights from before the last step.

    In each round you ask `f`, go back through it, and take a step. So the height that you hold when the loop ends
    belongs to the place where the last step began, and nobody has asked how high the x lies that it led to. For
    x * x from 8 with the rate 0.9, two steps lead to 8, -6.4 and 5.12: you compare 41, and it is 26. Ask `f` once
    more, after the loop.
    """

    def _heights(f, x, rate, steps):
        height = f(torch.tensor(x, dtype=torch.float64)).item()
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            y = f(t)
            y.backward()
            height, x = y.item(), x - rate * t.grad.item()
        return height

    def best_rate(f, x, rates, steps):
        found = [(_heights(f, x, rate, steps), rate) for rate in rates]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]


def one_step_only():
    """You take one step with each rate, and `steps` were wanted.

    What is best for one step need not be best for six. A rate of 10 may get to the bottom at once, and leap
    out of the valley again and again from then on. A rate of 1.2 gets there more slowly, and stays. Give each
    rate all its steps, and look only then where it has arrived.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        found = [(_height(f, _end(f, x, rate, 1)), rate) for rate in rates]
        gone = [_height(f, _end(f, x, rate, steps)) for rate in rates]
        found = [pair for pair, end in zip(found, gone, strict=True) if math.isfinite(end)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]


def flattest_end():
    """You look where it is flattest, and not where it is lowest.

    At the bottom of a valley the slope is 0. But it is also nearly 0 on a high plain, where a leap may have
    landed: for 1 - exp(-x * x) a long step from 1 leads to -35, where the height is 1 and the slope is 0.
    That is as high as it gets. The slope is for walking. To compare the ends, ask `f` for their heights.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        found = []
        for rate in rates:
            end = _end(f, x, rate, steps)
            t = torch.tensor(end, dtype=torch.float64, requires_grad=True)
            height = f(t)
            height.backward()
            if math.isfinite(height.item()):
                found.append((abs(t.grad.item()), rate))
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]


def gives_the_loss():
    """You give the lowest loss, and the rate was wanted that led there.

    That the best end has the height 0.1 is good to know, but it does not tell what to do next time. The
    caller wants to go on with the learning rate itself, one of those in the list. Keep each loss together
    with its rate, as a pair, and give back the other half of the best pair.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return min(found)[0]


def gives_the_place():
    """You give the x where the best descent ends, and the rate was wanted that led there.

    For x * x from 8, the best of the rates 0.01 and 0.4 is 0.4. It ends at 0.32. The caller asked for a
    learning rate to go on with, one of those in the list. Keep each end together with its rate, and give back
    the rate.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        best = min(found)[1]
        return next(end for rate, end in ends if rate == best)


def gives_the_index():
    """You give the position in the list, and the rate itself was wanted.

    With the rates [0.01, 0.4, 0.9] the best is 0.4, and your answer is 1. A learning rate of 1 is something
    else, and no error tells the caller. `argmin` and `index` give positions. Take what stands in the list at
    that position.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        return rates.index(min(found)[1])


def end_above_start_left_out():
    """An end that lies higher than the start is left out, and it should count.

    If all rates are too large, all of them end higher than they began. Even so one is the least bad, and the
    contract asks for the lowest end, not for a good one. Only NaN and infinity are out. For x * x from 8, the
    rates 1.1 and 1.2 end at 133 and 246, so the answer is 1.1. Take the start out of the comparison.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        found = [(height, rate) for height, rate in found if height < _height(f, x)]
        if not found:
            raise ValueError(f"none of {rates} leads downwards, at least one is wanted")
        return min(found)[1]


def begins_with_a_number_of_its_own():
    """Losses above a certain number never win, because your search begins with a number of your own.

    A search for the smallest needs something to begin with. If that is 1000.0 or 1e9, a loss of 1e12 cannot
    become the best, though it may be the lowest of all. Then nothing is found, where there was something.
    Begin with infinity, which is larger than any loss, or with the first loss itself.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")

        lowest, best = 1e9, None
        for height, rate in found:
            if height < lowest:
                lowest, best = height, rate
        if best is None:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return best


def all_run_away_not_refused():
    """If every rate runs away, you give one back all the same.

    There is no best among NaN and infinity. Whoever gets a rate back believes that it is of use, and trains
    with it. An answer that means nothing is worse than an error that says so: raise a ValueError, and say
    what came and what was wanted. Look what is left after the ones that ran away are sorted out.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        if not rates:
            raise ValueError("there is no rate, at least one is wanted")
        heights = [_height(f, _end(f, x, rate, steps)) for rate in rates]
        return min(zip([h if math.isfinite(h) else math.inf for h in heights], rates, strict=True))[1]


def empty_list_not_refused():
    """If there is no rate in the list, you give back something all the same.

    The best of nothing does not exist. With None, or with 0.0, the caller goes on for a while, and stops with
    an error at another place, where nobody knows any more where it came from. An empty list is a mistake of
    the caller: raise a ValueError, and say that at least one rate is wanted.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        if not rates:
            return None
        heights = [(_height(f, _end(f, x, rate, steps)), rate) for rate in rates]
        found = [pair for pair in heights if math.isfinite(pair[0])]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]


def one_runaway_stops_all():
    """You stop as soon as one rate runs away, and the others get no chance.

    With the rates [10.0, 0.1] the first one ends in NaN. That says nothing about 0.1, which is fine. An
    error, a `break` or a `return` at that point throws away everything that comes later. Leave out the one
    rate, and go on with the next. Only at the end, if none is left, is there a reason to refuse.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        found = []
        for rate in rates:
            height = _height(f, _end(f, x, rate, steps))
            if not math.isfinite(height):
                raise ValueError(f"{rate} ends in {height}, a number is wanted")
            found.append((height, rate))
        if not found:
            raise ValueError("there is no rate, at least one is wanted")
        return min(found)[1]


def start_moves_on():
    """Each descent begins where the one before has ended.

    Then the last rate has the shortest way, whichever it is: the others have walked for it. With [0.4, 0.01]
    the first gets from 8 to 0.32, and the second creeps on from there and seems to be the better one. Every
    rate has to begin at `x`. Do not use the name `x` for the place that moves, or put the descent into a
    function of its own.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        found = []
        for rate in rates:
            x = _end(f, x, rate, steps)
            if math.isfinite(_height(f, x)):
                found.append((_height(f, x), rate))
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]


def climbs():
    """You walk uphill with every rate: the step has the wrong sign.

    Then the smallest rate ends the lowest, because it gets away from the valley the slowest. For x * x from
    8, one step with 0.4 should lead to 1.6, and yours leads to 14.4. The slope points uphill, so the step is
    minus the rate times the slope. It is the same step as in `descend`: try out one path by hand.
    """

    def _end(f, x, rate, steps):
        for _ in range(steps):
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            f(t).backward()
            x = x - rate * t.grad.item()
        return x

    def _height(f, x):
        return f(torch.tensor(x, dtype=torch.float64)).item()

    def best_rate(f, x, rates, steps):
        ends = [(rate, _end(f, x, -rate, steps)) for rate in rates]
        found = [(_height(f, end), rate) for rate, end in ends]
        found = [(height, rate) for height, rate in found if math.isfinite(height)]
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]


def accumulates():
    """The slopes of all steps add up, because the old ones are never cleared.

    `backward()` adds to what lies in `.grad`. With one leaf for the whole descent the second step is made of
    the first slope and the second, the third of three. It leaps farther than the rate says, and a smaller
    rate seems to be better than it is. Clear `.grad` after each step, or make a fresh leaf for each.
    """

    def best_rate(f, x, rates, steps):
        found = []
        for rate in rates:
            t = torch.tensor(x, dtype=torch.float64, requires_grad=True)
            for _ in range(steps):
                f(t).backward()
                with torch.no_grad():
                    t -= rate * t.grad
            height = f(t).item()
            if math.isfinite(height):
                found.append((height, rate))
        if not found:
            raise ValueError(f"none of {rates} ends well, at least one is wanted")
        return min(found)[1]
