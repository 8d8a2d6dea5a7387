"""Training, measuring, and a history."""

import torch


class Learner:
    """Trains a model epoch by epoch, and keeps a history."""

    def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
        self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
        self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
        self.history = []

    def fit(self, epochs) -> list[tuple[float, float]]:
        """Train for so many epochs more; a row (training loss, metric) for each."""
        # From left to right: the metric is taken after the epoch's training.
        rows = [(self._train(), self._validate()) for _ in range(epochs)]
        self.history += rows
        return rows

    def _train(self) -> float:
        self.model.train()
        return _mean((self._step(xb, yb), len(xb)) for xb, yb in self.train_batches)

    def _step(self, xb, yb) -> float:
        loss = self.loss_fn(self.model(xb), yb)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return loss.item()

    @torch.no_grad()
    def _validate(self) -> float:
        self.model.eval()
        return _mean((float(self.metric(self.model(xb), yb)), len(xb)) for xb, yb in self.valid_batches)


def _mean(batches) -> float:
    """The mean over all examples: each batch's mean counts as often as the batch has examples."""
    total, count = 0.0, 0
    for mean, n in batches:
        total += mean * n
        count += n
    return total / count
