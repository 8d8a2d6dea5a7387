"""Answers to loss_of in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
import torch.nn.functional as F
from torch import nn

EQUIVALENT = {
    "loss_of: errors = model(x) - y => errors = y - model(x)": "the sign of an error is lost when it is squared",
}


def right_by_function():
    """PyTorch's own mean squared error."""

    def loss_of(model, x, y):
        return F.mse_loss(model(x), y)


def right_by_loss_class():
    """The loss as a class, made on each call."""

    def loss_of(model, x, y):
        criterion = nn.MSELoss(reduction="mean")
        return criterion(model(x), y)


def right_by_sum_and_division():
    """The sum of all squares, over how many there are."""

    def loss_of(model, x, y):
        out = model.forward(x)
        return torch.square(y - out).sum() / y.numel()


def right_by_loop():
    """The model sees all examples at once, the errors are added up one by one."""

    def loss_of(model, x, y):
        total = 0
        for p, t in zip(model(x).flatten(), y.flatten()):
            total = total + (p - t) * (p - t)
        return total / y.numel()


def right_by_norm():
    """The length of the error vector, squared."""

    def loss_of(model, x, y):
        errors = (model(x) - y).reshape(-1)
        return errors @ errors / len(errors)


def right_with_recording_switched_on():
    """Says plainly that PyTorch is to record."""

    def loss_of(model, x, y):
        with torch.enable_grad():
            loss = (model(x) - y).pow(2).mean()
        return loss


def new_record():
    def loss_of(model, x, y):
        with torch.no_grad():
            loss = F.mse_loss(model(x), y)
        return loss.requires_grad_(True)


def no_record():
    def loss_of(model, x, y):
        loss = F.mse_loss(model(x), y)
        return torch.tensor(float(loss), dtype=y.dtype)


def plain_number():
    def loss_of(model, x, y):
        return float(F.mse_loss(model(x), y))


def detached_and_tracked_again():
    def loss_of(model, x, y):
        with torch.no_grad():
            preds = model(x)
        preds.requires_grad = True
        return F.mse_loss(preds, y)


def only_the_last_layer():
    def loss_of(model, x, y):
        if not isinstance(model, nn.Sequential):
            return F.mse_loss(model(x), y)
        *others, last = model
        with torch.no_grad():
            for layer in others:
                x = layer(x)
        return F.mse_loss(last(x), y)


def weights_only():
    def loss_of(model, x, y):
        others = [p for name, p in model.named_parameters() if not name.endswith("weight")]
        for p in others:
            p.requires_grad_(False)
        loss = F.mse_loss(model(x), y)
        for p in others:
            p.requires_grad_(True)
        return loss


def summed_now():
    def loss_of(model, x, y):
        return F.mse_loss(model(x), y, reduction="sum")


def absolute_errors():
    def loss_of(model, x, y):
        return F.l1_loss(model(x), y)


def went_back_itself():
    def loss_of(model, x, y):
        loss = F.mse_loss(model(x), y)
        F.mse_loss(model(x), y).backward()
        return loss


def clears_the_gradients():
    def loss_of(model, x, y):
        for p in model.parameters():
            p.grad = None
        return F.mse_loss(model(x), y)


def switched_to_evaluation():
    def loss_of(model, x, y):
        model.train(False)
        return F.mse_loss(model(x), y)


def always_float32():
    def loss_of(model, x, y):
        return F.mse_loss(model(x), y).to(torch.float32)
