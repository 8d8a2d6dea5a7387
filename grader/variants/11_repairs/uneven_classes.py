"""Answers to accuracy_per_class in other styles: right ones, and the known mistakes by another hand."""

import numpy as np
import torch
import torch.nn.functional as F

EQUIVALENT = {}


def right_by_counting():
    """Two counts of each class, without a loop."""

    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if (own == 0).any():
            raise ValueError(f"classes without examples: {(own == 0).nonzero().flatten().tolist()}")
        hits = torch.bincount(targs[preds == targs], minlength=classes)
        return hits / own


def right_by_confusion_matrix():
    """All pairs of truth and prediction are counted; the shares lie on the diagonal."""

    def accuracy_per_class(preds, targs, classes):
        table = torch.zeros(classes, classes)
        for p, t in zip(preds.tolist(), targs.tolist()):
            table[t, p] += 1
        for c in range(classes):
            if table[c].sum() == 0:
                raise ValueError("class %d: nothing to judge it by" % c)
        return table.diagonal() / table.sum(dim=1)


def right_by_python():
    """Lists and plain numbers."""

    def accuracy_per_class(preds, targs, classes):
        right, total = [0] * classes, [0] * classes
        for p, t in zip(preds, targs):
            total[int(t)] += 1
            right[int(t)] += int(p == t)
        if 0 in total:
            raise ValueError("no examples of class " + str(total.index(0)))
        return torch.tensor([r / t for r, t in zip(right, total)])


def right_by_one_hot():
    """One column for each class, and averages down the columns."""

    def accuracy_per_class(preds, targs, classes):
        members = F.one_hot(targs, classes).float()
        counts = members.sum(dim=0)
        missing = [c for c, count in enumerate(counts.tolist()) if not count]
        if missing:
            raise ValueError(f"class {missing[0]} is empty, wanted examples of {classes} classes")
        return (members * (preds == targs).float().unsqueeze(1)).sum(dim=0) / counts


def right_by_numpy():
    """NumPy's mean over masks."""

    def accuracy_per_class(preds, targs, classes):
        p, t = preds.numpy(), targs.numpy()
        for c in set(range(classes)) - set(t.tolist()):
            raise ValueError(f"class {c} does not occur")
        return torch.from_numpy(np.array([np.mean(p[t == c] == c) for c in range(classes)], dtype=np.float32))


def right_by_filling():
    """A tensor of zeros that is filled class by class."""

    def accuracy_per_class(preds, targs, classes):
        out = torch.zeros(classes)
        for c in range(classes):
            mask = targs == c
            n = int(mask.sum())
            if not n:
                raise ValueError(f"{c=} has no examples")
            out[c] = ((preds == c) & mask).sum().item() / n
        return out


def others_count_too():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        p, t = F.one_hot(preds, classes), F.one_hot(targs, classes)
        return (p == t).float().mean(dim=0)


def as_it_came():
    def accuracy_per_class(preds, targs, classes):
        p, t = F.one_hot(preds, classes), F.one_hot(targs, classes)
        return 1 - (p - t).abs().float().mean(dim=0)


def one_average():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        return torch.full((classes,), (preds == targs).sum().item() / len(targs))


def empty_class_gives_nan():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        return torch.bincount(targs[preds == targs], minlength=classes) / own


def empty_class_gives_zero():
    def accuracy_per_class(preds, targs, classes):
        out = torch.zeros(classes)
        for c in range(classes):
            if (targs == c).any():
                out[c] = (preds[targs == c] == c).float().mean()
        return out


def empty_class_gives_one():
    def accuracy_per_class(preds, targs, classes):
        out = torch.ones(classes)
        for c in targs.unique().tolist():
            out[c] = (preds[targs == c] == c).float().mean()
        return out


def empty_class_skipped():
    def accuracy_per_class(preds, targs, classes):
        shares = []
        for c in range(classes):
            own = preds[targs == c]
            if len(own) == 0:
                continue
            shares.append((own == c).float().mean())
        return torch.stack(shares)


def divided_by_predictions():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        hits = torch.bincount(targs[preds == targs], minlength=classes)
        return hits / torch.bincount(preds, minlength=classes)


def divided_by_all():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        return torch.bincount(targs[preds == targs], minlength=classes) / len(preds)


def divided_by_both():
    def accuracy_per_class(preds, targs, classes):
        own, said = torch.bincount(targs, minlength=classes), torch.bincount(preds, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        hits = torch.bincount(targs[preds == targs], minlength=classes)
        return hits / (own + said - hits)


def refuses_what_is_never_named():
    def accuracy_per_class(preds, targs, classes):
        own, said = torch.bincount(targs, minlength=classes), torch.bincount(preds, minlength=classes)
        if (own * said == 0).any():
            raise ValueError("a class is empty")
        return torch.bincount(targs[preds == targs], minlength=classes) / own


def counts_not_shares():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        return torch.bincount(targs[preds == targs], minlength=classes).float()


def shares_of_mistakes():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        return torch.bincount(targs[preds != targs], minlength=classes) / own


def double_precision():
    def accuracy_per_class(preds, targs, classes):
        p, t = preds.numpy(), targs.numpy()
        if set(range(classes)) - set(t.tolist()):
            raise ValueError("a class is empty")
        return torch.from_numpy(np.array([np.mean(p[t == c] == c) for c in range(classes)]))


def list_of_numbers():
    def accuracy_per_class(preds, targs, classes):
        own = torch.bincount(targs, minlength=classes)
        if own.min() == 0:
            raise ValueError(f"class {int(own.argmin())} is empty")
        return (torch.bincount(targs[preds == targs], minlength=classes) / own).tolist()
