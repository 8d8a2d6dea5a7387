"""Answers to regression_loss in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch
import torch.nn.functional as F

EQUIVALENT = {
    "regression_loss: errors = preds - targs.reshape(preds.shape) => errors = targs.reshape(preds.shape) - preds": (
        "the sign of an error is lost when it is squared"
    ),
}


def right_by_flattening():
    """Both become one long row, and PyTorch's own function does the rest."""

    def regression_loss(preds, targs):
        if preds.shape[0] != targs.shape[0]:
            raise ValueError("%d predictions, %d targets" % (preds.shape[0], targs.shape[0]))
        return F.mse_loss(preds.flatten(), targs.flatten())


def right_by_cases():
    """Whichever is the row becomes a column, and equal shapes are left alone."""

    def regression_loss(preds, targs):
        if preds.size(0) != targs.size(0):
            raise ValueError(f"the numbers of examples differ: {preds.size(0)} and {targs.size(0)}")
        if preds.dim() == 1 and targs.dim() == 2:
            preds = preds[:, None]
        elif preds.dim() == 2 and targs.dim() == 1:
            targs = targs[:, None]
        return torch.square(preds - targs).mean()


def right_by_loop():
    """One example after the other."""

    def regression_loss(preds, targs):
        n, m = len(preds), len(targs)
        if n != m:
            raise ValueError(f"{n} is not {m}")
        total = 0
        for p, t in zip(preds, targs):
            total = total + ((p.reshape(-1) - t.reshape(-1)) ** 2).sum()
        return total / preds.numel()


def right_by_loss_class():
    """The loss as a class, and a refusal that a helper makes."""

    def _same_number(preds, targs):
        if not len(preds) == len(targs):
            raise ValueError("another number of targets than of predictions came")

    def regression_loss(preds, targs):
        _same_number(preds, targs)
        return torch.nn.MSELoss()(preds, targs.view_as(preds))


def right_by_dot_product():
    """The sum of squares as a product of a row with itself."""

    def regression_loss(preds, targs):
        if len(targs) - len(preds) != 0:
            raise ValueError("wanted one target for each prediction, got " + str((len(preds), len(targs))))
        errors = preds.reshape(-1).sub(targs.reshape(-1))
        return errors.dot(errors).div(errors.numel())


def right_by_squeezing_where_shapes_differ():
    """Only where the shapes are different is anything done to them."""

    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError("sizes")
        if preds.shape != targs.shape:
            preds, targs = (t if t.ndim == 1 else t.squeeze(-1) for t in (preds, targs))
        return (preds - targs).pow(2).mean()


def every_pair():
    def regression_loss(preds, targs):
        if preds.shape[0] != targs.shape[0]:
            raise ValueError("another number of examples")
        return torch.mean(torch.square(torch.sub(preds, targs)))


def as_it_came():
    def regression_loss(preds, targs):
        return torch.square(preds - targs).mean()


def only_predictions_squeezed():
    def regression_loss(preds, targs):
        if len(targs) != len(preds):
            raise ValueError("another number of examples")
        if preds.ndim > 1 and preds.shape[-1] == 1:
            preds = preds[..., 0]
        return torch.square(preds - targs).mean()


def only_targets_unsqueezed():
    def regression_loss(preds, targs):
        if len(targs) != len(preds):
            raise ValueError("another number of examples")
        column = targs[:, None] if targs.ndim == 1 else targs
        return torch.square(preds - column).mean()


def longer_one_cut():
    def regression_loss(preds, targs):
        shorter = preds if len(preds) <= len(targs) else targs
        n = len(shorter)
        a, b = preds[:n], targs[:n]
        return torch.square(a - b.view_as(a)).mean()


def summed_now():
    def regression_loss(preds, targs):
        if len(targs) != len(preds):
            raise ValueError("another number of examples")
        return F.mse_loss(preds.flatten(), targs.flatten(), reduction="sum")


def refuses_the_column():
    def regression_loss(preds, targs):
        if preds.dim() != targs.dim() or preds.size() != targs.size():
            raise ValueError("wanted equal shapes")
        return torch.nn.functional.mse_loss(preds, targs)


def one_and_many():
    def regression_loss(preds, targs):
        a, b = preds.squeeze(), targs.squeeze()
        if a.ndim and b.ndim and len(preds) != 1 and len(targs) != 1 and len(preds) != len(targs):
            raise ValueError("another number of examples")
        return torch.square(a - b).mean()


def another_error():
    def regression_loss(preds, targs):
        return torch.square(targs.reshape(preds.shape) - preds).mean()


def averaged_down_the_columns():
    def regression_loss(preds, targs):
        if len(targs) != len(preds):
            raise ValueError("another number of examples")
        return torch.square(preds - targs.view_as(preds)).sum(0) / len(preds)


def no_way_back():
    def regression_loss(preds, targs):
        if len(targs) != len(preds):
            raise ValueError("another number of examples")
        a, b = preds.detach().numpy().ravel(), targs.detach().numpy().ravel()
        return torch.tensor(np.square(a - b).mean())


def root_of_the_mean():
    def regression_loss(preds, targs):
        if len(targs) != len(preds):
            raise ValueError("another number of examples")
        return torch.sqrt(F.mse_loss(preds.flatten(), targs.flatten()))


def tables_refused():
    def regression_loss(preds, targs):
        if len(preds) != len(targs):
            raise ValueError("another number of examples")
        return torch.square(preds.reshape(len(preds)) - targs.reshape(len(preds))).mean()
