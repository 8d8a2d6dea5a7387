"""Answers to Learner in other styles: right ones, and the known mistakes as somebody else would write them."""

import copy

import numpy as np
import torch

EQUIVALENT = {
    "_mean: total, count = (0.0, 0) => total, count = (0, 0.0)": "0 and 0.0 are the same to a sum",
    "Learner: @torch.no_grad() ... => def _validate(self) -> float: ...": "it only costs memory: no number is another",
}


def right_with_plain_functions():
    """Two functions, and a learner that is little more than a list."""

    def train_epoch(model, batches, loss_fn, optimizer):
        model.train()
        losses = []
        for x, y in batches:
            model.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            optimizer.step()
            losses += [float(loss)] * len(x)
        return sum(losses) / len(losses)

    @torch.inference_mode()
    def validate(model, batches, metric):
        was = model.training
        values = []
        for x, y in batches:
            values += [float(metric(model.eval()(x), y))] * len(x)
        model.train(was)
        return sum(values) / len(values)

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.training = lambda: train_epoch(model, train_batches, loss_fn, optimizer)
            self.measuring = lambda: validate(model, valid_batches, metric)
            self.history = []

        def fit(self, epochs):
            before = len(self.history)
            for _ in range(epochs):
                loss = self.training()
                self.history.append((loss, self.measuring()))
            return self.history[before:]


def right_by_one_loop():
    """One loop for both kinds of batches, as a switch tells."""

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.__dict__.update({name: value for name, value in locals().items() if name != "self"})
            self.rows = []

        @property
        def history(self):
            return list(self.rows)

        def pass_through(self, batches, training):
            self.model.train(training)
            total = torch.zeros((), dtype=torch.float64)
            n = 0
            for x, y in batches:
                with torch.set_grad_enabled(training):
                    preds = self.model(x)
                    value = (self.loss_fn if training else self.metric)(preds, y)
                if training:
                    self.optimizer.zero_grad()
                    value.backward()
                    self.optimizer.step()
                    value = value.detach()
                total += value * len(y)
                n += len(y)
            return (total / n).item()

        def fit(self, epochs):
            fresh = []
            for _ in range(epochs):
                fresh.append(tuple(self.pass_through(*each) for each in self.both()))
            self.rows = self.rows + fresh
            return fresh

        def both(self):
            return (self.train_batches, True), (self.valid_batches, False)


def right_by_generator():
    """A generator of epochs that never ends, and NumPy for the means."""

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.history = []
            self.parts = model, train_batches, valid_batches, loss_fn, optimizer, metric
            self.epochs = self.run()

        def run(self):
            model, train_batches, valid_batches, loss_fn, optimizer, metric = self.parts
            while True:
                model.train()
                seen = []
                for x, y in train_batches:
                    for p in model.parameters():
                        p.grad = None
                    loss = loss_fn(preds=model(x), targs=y)
                    loss.backward()
                    optimizer.step()
                    seen.append((loss.item(), x.shape[0]))
                model.eval()
                with torch.no_grad():
                    found = [(float(metric(preds=model(x), targs=y)), x.shape[0]) for x, y in valid_batches]
                values, sizes = np.array(found).T
                losses, counts = np.array(seen).T
                yield float(np.average(losses, weights=counts)), float(np.average(values, weights=sizes))

        def fit(self, epochs):
            rows = [next(self.epochs) for _ in range(epochs)]
            self.history.extend(rows)
            return rows


def right_step_by_closure():
    """The optimizer gets a closure, and the modes are switched part by part."""

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def mode(self, training):
            for module in self.model.modules():
                module.training = training

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                self.mode(True)
                loss_sum = value_sum = trained = measured = 0
                for x, y in self.train_batches:

                    def closure():
                        self.optimizer.zero_grad(set_to_none=False)
                        loss = self.loss_fn(self.model(x), y)
                        loss.backward()
                        return loss

                    loss_sum += self.optimizer.step(closure).item() * len(x)
                    trained += len(x)
                self.mode(False)
                for x, y in self.valid_batches:
                    value_sum += float(self.metric(self.model(x).detach(), y)) * len(x)
                    measured += len(x)
                row = (loss_sum / trained, value_sum / measured)
                rows.append(row)
                self.history.append(row)
            return rows


def history_overwritten():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            self.history = []
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def history_left_empty():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
            return rows


def history_shared():
    class Learner:
        history = list()

        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            pass

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def returns_the_whole_history():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return list(self.history)


def returns_nothing():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return None


def returns_the_last_row_only():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows[-1:]


def one_epoch_only():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(1):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def epochs_counted_in_all():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(len(self.history), epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def starts_over():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []
            self.beginning = [p.detach().clone() for p in model.parameters()]

        def fit(self, epochs):
            for p, value in zip(self.model.parameters(), self.beginning):
                p.data.copy_(value)
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def trains_a_copy():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []
            self.model, self.optimizer = copy.deepcopy((model, optimizer))

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def validates_before_training():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def measured_at_the_end():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            all_losses = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                all_losses.append(sum(losses) / len(losses))
            values = []
            with torch.no_grad():
                self.model.eval()
                for x, y in self.valid_batches:
                    values += [float(self.metric(self.model(x), y))] * len(x)
            rows = [(loss, sum(values) / len(values)) for loss in all_losses]
            self.history.extend(rows)
            return rows


def metric_on_training_batches():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.train_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def trained_on_validation_batches():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.valid_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def loss_on_validation_batches():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        losses += [float(self.loss_fn(self.model(x), y))] * len(x)
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def loss_after_the_epoch():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.train_batches:
                        losses += [float(self.loss_fn(self.model(x), y))] * len(x)
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def columns_swapped():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(values) / len(values), sum(losses) / len(losses)))
                self.history.append(rows[-1])
            return rows


def lists_instead_of_tuples():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append([sum(losses) / len(losses), sum(values) / len(values)])
                self.history.append(rows[-1])
            return rows


def tensors_in_the_rows():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.detach()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def mean_of_loss_means():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()]
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def mean_of_metric_means():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))]
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def metric_needs_a_tensor():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [self.metric(self.model(x), y).item()] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def measured_in_training_mode():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def trains_in_evaluation_mode():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            self.model.train()
            rows = []
            for _ in range(epochs):
                losses = []
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def never_in_training_mode():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def no_zeroing():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def zeroed_once_an_epoch():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                for p in self.model.parameters():
                    p.grad = None
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    loss.backward()
                    self.optimizer.step()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows


def never_steps():
    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.optimizer = model, optimizer
            self.train_batches, self.valid_batches = train_batches, valid_batches
            self.loss_fn, self.metric = loss_fn, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                losses = []
                self.model.train()
                for x, y in self.train_batches:
                    loss = self.loss_fn(self.model(x), y)
                    self.model.zero_grad()
                    loss.backward()
                    losses += [loss.item()] * len(x)
                self.model.train(False)
                values = []
                with torch.no_grad():
                    for x, y in self.valid_batches:
                        values += [float(self.metric(self.model(x), y))] * len(x)
                rows.append((sum(losses) / len(losses), sum(values) / len(values)))
                self.history.append(rows[-1])
            return rows
