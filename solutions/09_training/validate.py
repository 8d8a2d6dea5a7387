"""How good a model is on examples that it does not learn from."""

import torch


def validate(model, batches, metric) -> float:
    """The mean of `metric` over all examples of `batches`."""
    modes = [(module, module.training) for module in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            return _mean(model, batches, metric)
    finally:
        # One by one: `model.train()` would give all parts the same mode.
        for module, mode in modes:
            module.training = mode


def _mean(model, batches, metric) -> float:
    total, count = 0.0, 0
    for xb, yb in batches:
        # A batch's mean counts as often as the batch has examples.
        total += float(metric(model(xb), yb)) * len(xb)
        count += len(xb)
    return total / count
