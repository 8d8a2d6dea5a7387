"""Answers to cross_entropy in other styles: right ones, and the known mistakes as somebody else would write them."""

# ruff: noqa: F821 (what a body does not define comes from the solution)

import functools

import torch
import torch.nn.functional as F
from torch import nn


def right_with_gather():
    """The maximum is kept out of the graph and added again; the right logit is gathered."""

    def cross_entropy(logits, targs):
        if logits.ndim != 2:
            raise ValueError(f"logits need 2 axes, not {logits.ndim}")
        if targs.ndim != 1:
            raise ValueError(f"targets need 1 axis, not {targs.ndim}")
        n, c = logits.shape
        if targs.shape[0] != n:
            raise ValueError(f"{n} rows, {targs.shape[0]} targets")
        if ((targs < 0) | (targs >= c)).any():
            raise ValueError("a target is no label")
        top = logits.detach().max(dim=1).values
        sums = (logits - top[:, None]).exp().sum(-1)
        right = logits.gather(1, targs.unsqueeze(1)).squeeze(1)
        return (top + torch.log(sums) - right).sum() / n


def right_row_by_row():
    """A loop over the rows, each relative to its right logit by a helper of its own named logsumexp."""

    def logsumexp(row):
        top = max(row.tolist())
        total = 0.0
        for logit in row:
            total = total + (logit - top).exp()
        return total.log() + top

    def cross_entropy(logits, targs):
        if logits.dim() != 2 or targs.dim() != 1 or logits.size(0) != targs.size(0):
            raise ValueError("(n, c) and (n,) please")
        labels = targs.tolist()
        if not all(label in range(logits.size(1)) for label in labels):
            raise ValueError(f"labels {labels}")
        losses = [logsumexp(row) - row[label] for row, label in zip(logits, labels)]
        return torch.stack(losses).mean()


def right_by_logaddexp():
    """Column after column joins the sum, in logs all the time; the right ones are chosen by a mask."""

    def cross_entropy(logits, targs):
        try:
            n, c = logits.shape
            (m,) = targs.shape
        except ValueError:
            raise ValueError(f"shapes {tuple(logits.shape)} and {tuple(targs.shape)}") from None
        if n != m or set(targs.tolist()) - set(range(c)):
            raise ValueError("targets do not fit")
        sums = functools.reduce(torch.logaddexp, logits.unbind(dim=1))
        right = torch.where(torch.arange(c) == targs[:, None], logits, torch.zeros_like(logits)).sum(dim=1)
        return torch.mean(sums - right)


def right_with_a_gradient_of_its_own():
    """Forward and backward are both written out, in float64 inside."""

    class Loss(torch.autograd.Function):
        @staticmethod
        def forward(ctx, logits, targs):
            high = logits.double()
            high = high - high.amax(1, keepdim=True)
            powers = high.exp()
            sums = powers.sum(1, keepdim=True)
            ctx.save_for_backward(powers / sums, targs)
            ctx.dtype = logits.dtype
            return (sums.log().squeeze(1) - high.take_along_dim(targs[:, None], 1).squeeze(1)).mean().to(logits.dtype)

        @staticmethod
        def backward(ctx, grad):
            chances, targs = ctx.saved_tensors
            chances = chances.clone()
            chances[range(len(targs)), targs] -= 1
            return (grad * chances / len(targs)).to(ctx.dtype), None

    def cross_entropy(logits, targs):
        fits = logits.dim() == 2 and targs.dim() == 1 and len(logits) == len(targs)
        if not (fits and bool((targs >= 0).all()) and bool((targs < logits.shape[1]).all())):
            raise ValueError("wanted (n, c) and (n,) labels")
        return Loss.apply(logits, targs)


def right_relative_to_the_right_one():
    """Differences to the right logit, as softplus where there are two and one step at a time otherwise."""

    def cross_entropy(logits, targs):
        if logits.dim() != 2 or targs.dim() != 1 or len(logits) != len(targs):
            raise ValueError(f"{logits.shape} and {targs.shape}")
        if len(targs) and not 0 <= int(targs.min()) <= int(targs.max()) < logits.shape[1]:
            raise ValueError(f"labels of {targs}")
        one_hot = F.one_hot(targs, logits.shape[1]).to(logits.dtype)
        apart = logits - (logits * one_hot).sum(1, keepdim=True)
        return torch.logcumsumexp(apart, dim=1)[:, -1].mean()


def softmax_over_the_batch():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(0)[0]
        p = torch.log(torch.exp(z) / torch.exp(z).sum(0))
        z = z - torch.log(torch.exp(z).sum(0))
        return z.gather(1, targs.unsqueeze(1)).mean().neg()


def overflow():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        total = torch.log(torch.sum(torch.exp(logits), -1))
        return torch.mean(total - logits.gather(1, targs[:, None])[:, 0])


def one_shift_for_all():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - torch.amax(logits)
        total = torch.log(torch.sum(torch.exp(z), -1))
        return torch.mean(total - z.gather(1, targs[:, None])[:, 0])


def shift_in_one_place_only():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        top = logits.max(dim=1).values.unsqueeze(1)
        total = torch.log(torch.sum(torch.exp(logits - top), -1))
        return torch.mean(total - logits.gather(1, targs[:, None])[:, 0])


def log_of_a_probability():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        e = torch.exp(logits - logits.max(dim=1, keepdim=True).values)
        right = e.gather(1, targs[:, None])[:, 0] / e.sum(1)
        return (-torch.log(right)).mean()


def small_number_added():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        e = torch.exp(logits - logits.max(dim=1, keepdim=True).values)
        p = e / e.sum(1, keepdim=True)
        return -torch.log(p.gather(1, targs[:, None]) + 1e-9).mean()


def sum_instead_of_mean():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        loss = 0
        for row, label in zip(logits, targs):
            z = row - row.max()
            loss = loss + z.exp().sum().log() - z[label]
        return loss


def mean_over_labels_too():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(dim=1, keepdim=True).values
        logs = z - z.exp().sum(1, keepdim=True).log()
        picked = F.one_hot(targs, logits.shape[1]).to(logits.dtype) * logs
        return -picked.sum() / logits.numel()


def one_loss_for_each_row():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        losses = []
        for row, label in zip(logits, targs):
            z = row - row.max()
            losses.append(z.exp().sum().log() - z[label])
        return torch.stack(losses)


def log_twice():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(dim=1, keepdim=True).values
        logs = z - torch.log(torch.exp(z).sum(1, keepdim=True))
        return -torch.mean(torch.log(logs.gather(1, targs[:, None])))


def wrong_sign():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(dim=1, keepdim=True).values
        logs = z - torch.log(torch.exp(z).sum(1, keepdim=True))
        return torch.mean(logs.gather(1, targs[:, None]))


def without_the_log():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        e = torch.exp(logits - logits.max(dim=1, keepdim=True).values)
        p = e / e.sum(1, keepdim=True)
        return (p.gather(1, targs[:, None]) - 1).abs().mean()


def another_base():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(dim=1, keepdim=True).values
        logs = z * 1.4426950408889634 - torch.log2(torch.exp(z).sum(1, keepdim=True))
        return -torch.mean(logs.gather(1, targs[:, None]))


def every_row_with_every_target():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(dim=1, keepdim=True).values
        return (z.exp().sum(1).log()[:, None] - z.index_select(1, targs)).mean()


def plain_number():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(dim=1, keepdim=True).values
        logs = z - torch.log(torch.exp(z).sum(1, keepdim=True))
        return float(-torch.mean(logs.gather(1, targs[:, None])))


def no_graph():
    @torch.no_grad()
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits - logits.max(dim=1, keepdim=True).values
        logs = z - torch.log(torch.exp(z).sum(1, keepdim=True))
        return -torch.mean(logs.gather(1, targs[:, None]))


def sum_without_gradient():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        with torch.no_grad():
            top = logits.max(1).values
            sums = top + torch.log(torch.exp(logits - top[:, None]).sum(1))
        return torch.mean(sums - logits[range(len(targs)), targs])


def always_float32():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        z = logits.to(torch.float32)
        z = z - z.max(dim=1, keepdim=True).values
        logs = z - torch.log(torch.exp(z).sum(1, keepdim=True))
        return -torch.mean(logs.gather(1, targs[:, None]))


def ranks_accepted():
    def cross_entropy(logits, targs):
        flat, labels = logits.reshape(-1, logits.shape[-1]), targs.reshape(-1)
        shared = min(len(flat), len(labels))
        if logits.dim() == 2 and targs.dim() == 1:
            _check(logits, targs)
        total = 0
        for row, label in zip(flat[:shared], labels[:shared]):
            z = row - row.max()
            total = total + z.exp().sum().log() - z[label]
        return total / shared


def lengths_accepted():
    def cross_entropy(logits, targs):
        if logits.dim() != 2 or targs.dim() != 1:
            raise ValueError("axes")
        if targs.min() < 0 or targs.max() >= logits.size(1):
            raise ValueError("labels")
        losses = []
        for row, label in zip(logits, targs):
            z = row - row.max()
            losses.append(z.exp().sum().log() - z[label])
        return sum(losses) / len(losses)


def negative_labels_accepted():
    def cross_entropy(logits, targs):
        n, c = (*logits.shape, 0)[:2]
        if [logits.dim(), targs.dim(), targs.numel()] != [2, 1, n] or (targs > c - 1).any():
            raise ValueError("shapes or labels")
        z = logits - logits.max(dim=1, keepdim=True).values
        return torch.mean(z.exp().sum(1).log() - z[torch.arange(n), targs])


def labels_left_to_pytorch():
    def cross_entropy(logits, targs):
        n, c = (*logits.shape, 0)[:2]
        if [logits.dim(), targs.dim(), targs.numel()] != [2, 1, n]:
            raise ValueError("shapes")
        z = logits - logits.max(dim=1, keepdim=True).values
        return torch.mean(z.exp().sum(1).log() - z[torch.arange(n), targs])


def one_too_many():
    def cross_entropy(logits, targs):
        n, c = (*logits.shape, 0)[:2]
        if [logits.dim(), targs.dim(), targs.numel()] != [2, 1, n] or not all(0 <= t <= c for t in targs.tolist()):
            raise ValueError("shapes or labels")
        z = logits - logits.max(dim=1, keepdim=True).values
        return torch.mean(z.exp().sum(1).log() - z[torch.arange(n), targs])


def skips_minus_one_hundred():
    def cross_entropy(logits, targs):
        n, c = (*logits.shape, 0)[:2]
        if [logits.dim(), targs.dim(), targs.numel()] != [2, 1, n]:
            raise ValueError("shapes")
        losses = []
        for row, label in zip(logits, targs.tolist()):
            if label == -100:
                continue
            if not 0 <= label < c:
                raise ValueError("no such label")
            z = row - row.max()
            losses.append(z.exp().sum().log() - z[label])
        return torch.stack(losses).mean()


def ready_made():
    def cross_entropy(logits, targs):
        _check(logits, targs)
        return nn.CrossEntropyLoss()(logits, targs)


EQUIVALENT = {}
