"""Answers to best_rate in other styles: right ones, and the known mistakes as somebody else would write them."""

import math

import numpy as np
import torch


def right_by_search():
    """One float32 leaf for each descent, and the best one so far is remembered."""

    def best_rate(f, x, rates, steps):
        best, lowest = None, math.inf
        for rate in rates:
            t = torch.tensor(x, requires_grad=True)
            for _ in range(steps):
                t.grad = None
                f(t).backward()
                with torch.no_grad():
                    t -= rate * t.grad
            height = f(t).item()
            if math.isfinite(t.item()) and -math.inf < height < lowest:
                best, lowest = rate, height
        if best is None:
            raise ValueError("no learning rate came to a finite end")
        return best


def right_by_optimizer():
    """PyTorch's own optimizer, and a dictionary of what each rate has reached."""

    def best_rate(f, x, rates, steps):
        reached = {}
        for rate in rates:
            p = torch.nn.Parameter(torch.tensor(float(x)))
            optimizer = torch.optim.SGD([p], lr=rate)
            for _ in range(steps):
                optimizer.zero_grad()
                f(p).backward()
                optimizer.step()
            if p.isfinite() and f(p).isfinite():
                reached[rate] = f(p).item()
        if len(reached) == 0:
            raise ValueError(f"expected a rate that stays finite, got {rates}")
        return min(reached, key=reached.get)


def right_by_masked_array():
    """All heights in one array, and what is not finite is taken for plus infinity."""

    def best_rate(f, x, rates, steps):
        heights = np.full(len(rates), np.inf)
        for i, rate in enumerate(rates):
            t = torch.tensor(x, dtype=torch.float64)
            for _ in range(steps):
                t = t - rate * torch.func.grad(f)(t)
            heights[i] = f(t).item() if torch.isfinite(t) else np.nan
        heights[~np.isfinite(heights)] = np.inf
        if np.isinf(heights).all():
            raise ValueError("nothing finite in " + str(heights))
        return rates[int(np.argmin(heights))]


def right_by_float32_tensors():
    """Rates and heights are float32 tensors, so the rate comes back rounded."""

    def best_rate(f, x, rates, steps):
        lrs, ends = torch.tensor(rates), []
        for lr in lrs:
            t = torch.tensor(x, requires_grad=True)
            for _ in range(steps):
                (slope,) = torch.autograd.grad(f(t), t)
                t = (t - lr * slope).detach().requires_grad_()
            ends.append(f(t).detach())
        good = [(end, i) for i, end in enumerate(ends) if end.isfinite()]
        if not good:
            raise ValueError(f"{len(rates)} rates, and none of use")
        return lrs[sorted(good)[0][1]].item()


def right_by_sorting():
    """All pairs are sorted, with the finite ones first; the descent is a class."""

    class _Descent:
        def __init__(self, f, x):
            self.f, self.x = f, torch.tensor(x, dtype=torch.double, requires_grad=True)

        def walk(self, rate, steps):
            for _ in range(steps):
                (slope,) = torch.autograd.grad(self.f(self.x), self.x)
                self.x.data.sub_(slope, alpha=rate)
            return self.f(self.x).item()

    def best_rate(f, x, rates, steps):
        ranked = sorted((not math.isfinite(end := _Descent(f, x).walk(rate, steps)), end, rate) for rate in rates)
        if not ranked or ranked[0][0]:
            raise ValueError("all of them diverge")
        return ranked[0][2]


def smallest_rate():
    def best_rate(f, x, rates, steps):
        for rate in sorted(rates):
            t = torch.tensor(x, requires_grad=True)
            for _ in range(steps):
                t = (t - rate * torch.autograd.grad(f(t), t)[0]).detach().requires_grad_()
            if f(t).isfinite():
                return rate
        raise ValueError("no rate that stays finite")


def largest_rate():
    def best_rate(f, x, rates, steps):
        for rate in sorted(rates, reverse=True):
            t = torch.tensor(x, requires_grad=True)
            for _ in range(steps):
                t = (t - rate * torch.autograd.grad(f(t), t)[0]).detach().requires_grad_()
            if f(t).isfinite():
                return rate
        raise ValueError("no rate that stays finite")


def nan_wins():
    def best_rate(f, x, rates, steps):
        slope, heights = torch.func.grad(f), np.full(len(rates), np.inf)
        for i, rate in enumerate(rates):
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            heights[i] = f(t).item()
        if not np.isfinite(heights).any():
            raise ValueError("all diverge")
        return rates[heights.argmin()]


def nan_wins_if_first():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), None, None
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if best is None or f(t) < lowest:
                best, lowest = rate, f(t)
        if best is None:
            raise ValueError("no rates")
        return best


def minus_infinity_wins():
    def best_rate(f, x, rates, steps):
        best, lowest, finite = None, math.inf, 0
        for rate in rates:
            t = torch.tensor(x, requires_grad=True)
            for _ in range(steps):
                t.data -= rate * torch.autograd.grad(f(t), t)[0]
            height = float(f(t))
            finite += math.isfinite(height)
            if height < lowest:
                best, lowest = rate, height
        if not finite:
            raise ValueError("not one of them is finite")
        return best


def compares_positions():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), None, math.inf
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite() and t.item() < lowest:
                best, lowest = rate, t.item()
        if best is None:
            raise ValueError("all diverge")
        return best


def nearest_to_zero():
    def best_rate(f, x, rates, steps):
        slope, found = torch.func.grad(f), {}
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite():
                found[rate] = t.square().item()
        if not found:
            raise ValueError("all diverge")
        return min(found, key=found.get)


def loss_nearest_to_zero():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), None, math.inf
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            height = f(t).abs().item()
            if height < lowest:
                best, lowest = rate, height
        if best is None:
            raise ValueError("all diverge")
        return best


def highest_loss():
    def best_rate(f, x, rates, steps):
        slope, best, highest = torch.func.grad(f), None, -math.inf
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite() and f(t).item() > highest:
                best, highest = rate, f(t).item()
        if best is None:
            raise ValueError("all diverge")
        return best


def lowest_on_the_way():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), None, math.inf
        for rate in rates:
            t = torch.tensor(x)
            heights = [f(t).item()]
            for _ in range(steps):
                t = t - rate * slope(t)
                heights.append(f(t).item())
            if math.isfinite(heights[-1]) and min(heights) < lowest:
                best, lowest = rate, min(heights)
        if best is None:
            raise ValueError("all diverge")
        return best


def height_before_the_last_step():
    def best_rate(f, x, rates, steps):
        best, lowest = None, math.inf
        for rate in sorted(rates):
            place = torch.tensor(float(x), requires_grad=True)
            for _ in range(steps):
                loss = f(place)
                (slope,) = torch.autograd.grad(loss, place)
                place = (place - rate * slope).detach().requires_grad_()
            if math.isfinite(loss.item()) and loss.item() < lowest:
                best, lowest = rate, loss.item()
        if best is None:
            raise ValueError(f"no rate of {rates} ends well")
        return best


def one_step_only():
    def best_rate(f, x, rates, steps):
        slope, once = torch.func.grad(f), []
        for rate in rates:
            t, heights = torch.tensor(x), []
            for _ in range(steps):
                t = t - rate * slope(t)
                heights.append(f(t).item())
            if math.isfinite(heights[-1]):
                once.append((heights[0], rate))
        if not once:
            raise ValueError("all diverge")
        return sorted(once)[0][1]


def flattest_end():
    def best_rate(f, x, rates, steps):
        slope, found = torch.func.grad(f), {}
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite():
                found[rate] = slope(t).square().item()
        if not found:
            raise ValueError("all diverge")
        return min(found, key=found.get)


def gives_the_loss():
    def best_rate(f, x, rates, steps):
        slope, heights = torch.func.grad(f), []
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            heights.append(f(t).item())
        heights = [height for height in heights if math.isfinite(height)]
        if not heights:
            raise ValueError("all diverge")
        return sorted(heights)[0]


def gives_the_place():
    def best_rate(f, x, rates, steps):
        slope, ends = torch.func.grad(f), []
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite():
                ends.append(t)
        if not ends:
            raise ValueError("all diverge")
        return min(ends, key=f).item()


def gives_the_index():
    def best_rate(f, x, rates, steps):
        slope, heights = torch.func.grad(f), []
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            heights.append(f(t).item() if f(t).isfinite() else math.inf)
        if not rates or min(heights) == math.inf:
            raise ValueError("all diverge")
        return int(np.argmin(heights))


def end_above_start_left_out():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), None, f(torch.tensor(x)).item()
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite() and f(t).item() < lowest:
                best, lowest = rate, f(t).item()
        if best is None:
            raise ValueError("none of them gets lower")
        return best


def begins_with_a_number_of_its_own():
    def best_rate(f, x, rates, steps):
        slope, best = torch.func.grad(f), (1e6, None)
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite():
                best = min(best, (f(t).item(), rate), key=lambda pair: pair[0])
        if best[1] is None:
            raise ValueError("all diverge")
        return best[1]


def all_run_away_not_refused():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), rates[0] if rates else None, math.inf
        if not rates:
            raise ValueError("no rates came")
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite() and f(t).item() < lowest:
                best, lowest = rate, f(t).item()
        return best


def empty_list_not_refused():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), None, math.inf
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            if f(t).isfinite() and f(t).item() < lowest:
                best, lowest = rate, f(t).item()
        if rates and best is None:
            raise ValueError("all diverge")
        return best


def one_runaway_stops_all():
    def best_rate(f, x, rates, steps):
        slope, heights = torch.func.grad(f), []
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t - rate * slope(t)
            heights.append(f(t))
        if not heights or not torch.stack(heights).isfinite().all():
            raise ValueError("a rate diverges")
        return rates[torch.stack(heights).argmin()]


def start_moves_on():
    def best_rate(f, x, rates, steps):
        t, best, lowest = torch.tensor(x, dtype=torch.double, requires_grad=True), None, math.inf
        for rate in rates:
            for _ in range(steps):
                (slope,) = torch.autograd.grad(f(t), t)
                t.data -= rate * slope
            if f(t).isfinite() and f(t).item() < lowest:
                best, lowest = rate, f(t).item()
        if best is None:
            raise ValueError("all diverge")
        return best


def climbs():
    def best_rate(f, x, rates, steps):
        slope, best, lowest = torch.func.grad(f), None, math.inf
        for rate in rates:
            t = torch.tensor(x)
            for _ in range(steps):
                t = t + rate * slope(t)
            if f(t).isfinite() and f(t).item() < lowest:
                best, lowest = rate, f(t).item()
        if best is None:
            raise ValueError("all diverge")
        return best


def accumulates():
    def best_rate(f, x, rates, steps):
        best, lowest = None, math.inf
        for rate in rates:
            p = torch.nn.Parameter(torch.tensor(x))
            for _ in range(steps):
                f(p).backward()
                p.data.sub_(p.grad, alpha=rate)
            if f(p).isfinite() and f(p).item() < lowest:
                best, lowest = rate, f(p).item()
        if best is None:
            raise ValueError("all diverge")
        return best


EQUIVALENT = {
    "best_rate: heights = [(height, rate) for rate, (end, height) in ends if math.isfinite(end) and "
    "math.isfinite(height)] => heights = [(height, rate) for rate, (end, height) in ends if math and "
    "math.isfinite(height)]": "an infinite x at which `f` is finite can be read in two ways, and is not judged",
    "best_rate: if not heights: ... => if False: ...": "`min` of an empty list raises a ValueError with a message",
    "best_rate: raise ValueError(f'none of the rates {rates} ends at a finite place, and at least one is wanted') "
    "=> pass": "`min` of an empty list raises a ValueError with a message",
    "_descend: here = torch.tensor(x, dtype=torch.float64, requires_grad=True) => here = torch.tensor(x, "
    "requires_grad=True)": "float32 arithmetic is right too",
    "_descend: x -= rate * here.grad.item() => x -= rate * here.grad": "a tensor of shape () calculates like a number",
    "_descend: return (x, f(torch.tensor(x, dtype=torch.float64)).item()) => return (x, f(torch.tensor(x, "
    "dtype=torch.float64)))": "tensors of shape () compare like numbers, and the rate is what is given back",
    "_descend: return (x, f(torch.tensor(x, dtype=torch.float64)).item()) => return (x, f(torch.tensor(x)).item())": (
        "float32 arithmetic is right too"
    ),
}
