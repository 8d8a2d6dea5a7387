"""Known wrong answers to `Learner`. Each docstring is what the learner is told."""

import copy

import torch

SYMPTOMS = {
    "history_shared": "shared",
}


def history_overwritten():
    """The second `fit` throws away the history of the first.

    After `fit(2)` and `fit(1)` the history has three rows, and yours has one. You assign a new list to it at each
    `fit`, where the new rows should be added to what is there. Whoever draws the loss of a long training, done in
    several parts, sees only the last of them. Begin with an empty list when the learner is made, and from then on
    only add.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history = rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def history_left_empty():
    """The rows are returned, but they do not get into the history.

    What `fit` returns belongs to the caller, who may throw it away. `history` is the learner's own memory, and
    should hold the rows of every `fit` until now. After `fit(2)` and `fit(1)` these are three. Add the new rows to
    it before you return them.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def history_shared():
    """All learners share one history.

    What is assigned in the body of a class, outside of `__init__`, exists once for all objects of that class, like
    the shop's list in the lesson. If somebody trains two models, each with its own learner, the rows of both end up
    in the same list. Make the list in `__init__`, on `self`: then each learner has its own.
    """

    class Learner:
        history = []

        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def returns_the_whole_history():
    """`fit` returns all rows so far, where only those of this `fit` are wanted.

    For the first `fit` it is the same. But `fit(2)` and then `fit(1)` should return two rows and then one row. You
    return two, and then three. All of them together can be had from `history`. Collect the new rows in a list of
    their own, and return that.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return self.history

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def returns_nothing():
    """`fit` keeps its rows to itself and returns nothing.

    They are in the history, and that is right. But `rows = learner.fit(2)` should give the two new ones as well, so
    that one can look at them at once. A function without a `return` gives None.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def returns_the_last_row_only():
    """You return only the row of the last epoch.

    `fit(3)` means three epochs, and a row for each of them. One cannot tell from the last one alone whether the
    loss sinks or swings up and down. Look at where you make the list: if it is made anew in each turn of the loop,
    only the last row remains.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            for _ in range(epochs):
                rows = [(self.trained(), self.validated())]
                self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def one_epoch_only():
    """You train for one epoch, whatever `epochs` says.

    `fit(3)` is to go through the training batches three times, and to measure three times. Look whether there is a
    loop over the epochs at all, and whether a `return` stands inside it: that ends the loop at its first turn.
    Return after the loop.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                rows.append((self.trained(), self.validated()))
                self.history += rows
                return rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def epochs_counted_in_all():
    """You take `epochs` as the number of all epochs so far, and not as the number of new ones.

    After `fit(1)` a `fit(2)` should train for two epochs more, and there are three rows. You train until there are
    two rows in all, so that is one epoch. And a second `fit(1)` would do nothing at all. Train as often as you are
    told, whatever came before.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            while len(self.history) < epochs:
                rows.append((self.trained(), self.validated()))
                self.history.append(rows[-1])
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def starts_over():
    """The second `fit` starts over with the model as it was in the beginning.

    You keep a copy of the first numbers and put them back. Then the second `fit` gives the same rows as the first,
    and whatever was learnt is lost. A learner goes on: after `fit(1)` and `fit(2)` the model has seen three epochs,
    just as after `fit(3)`. Leave the model as it is.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []
            self.state = copy.deepcopy(model.state_dict())

        def fit(self, epochs):
            self.model.load_state_dict(self.state)
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def trains_a_copy():
    """You train a copy of the model, and the one that was handed in stays untrained.

    Your rows are fine, for they tell of the copy. But the caller holds the other model, and uses it afterwards: it
    knows nothing. Besides, an optimizer moves the parameters that it was given, and these are the caller's. Whoever
    lends a model to a learner wants this very model trained. Keep it as it is, without a copy.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            twin = copy.deepcopy(model)
            optimizer = copy.copy(optimizer)
            optimizer.param_groups = [{**optimizer.param_groups[0], "params": list(twin.parameters())}]
            self.model, self.train_batches, self.valid_batches = twin, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def validates_before_training():
    """You measure before you train, so each metric belongs to the epoch before.

    A row says: with this loss it was trained, and this is how good it is now. In yours the metric of the first row
    is that of the untrained model, and how good the model is in the end stands nowhere. Train first, and then
    measure. In a tuple the parts are worked out from left to right.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                measured = self.validated()
                rows.append((self.trained(), measured))
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def measured_at_the_end():
    """You measure once, after the last epoch, and write that into every row.

    Then all rows of a `fit` show the same metric. But one wants to see how it went: 0.91, then 0.95, then 0.93 says
    that the second epoch was the best, and that the model begins to learn by heart. Measure after each epoch,
    before the next one begins.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            losses = [self.trained() for _ in range(epochs)]
            measured = self.validated()
            rows = [(loss, measured) for loss in losses]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def metric_on_training_batches():
    """The metric is measured on the training batches.

    These are the examples that the model was just trained on. It may know them by heart, and then the metric is
    splendid, and says nothing about others. That is what the validation batches are for: examples that nobody has
    learnt from. Go through `valid_batches` when you measure.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.train_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def trained_on_validation_batches():
    """You train on the validation batches.

    Once the model has learnt from an example, nobody can find out any more how it does on examples that it has not
    seen. It may know the answers by heart. That is why the two are kept apart, like exercises and the exam. Go
    through `train_batches` for the steps, and through `valid_batches` only to measure.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.valid_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def loss_on_validation_batches():
    """The loss in your rows is that of the validation batches.

    That is a useful number too, and many people print it. But the first number of a row is the training loss, as it
    was seen while training: it tells whether the steps lead downhill at all. Add up the losses that led to the
    steps. You have them already, and need no second pass.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                self.trained()
                metric, self.metric = self.metric, self.loss_fn
                loss = self.validated()
                self.metric = metric
                rows.append((loss, self.validated()))
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def loss_after_the_epoch():
    """You measure the training loss anew, after the epoch.

    By then the model has moved, so the loss is another, mostly a smaller one. And to find it you went through all
    the training batches a second time. What is wanted is the loss as it was seen while training: each batch's loss
    before its own step, weighed by its size. You had it in your hand when you called `backward()`.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                self.trained()
                metric, batches = self.metric, self.valid_batches
                self.metric, self.valid_batches = self.loss_fn, self.train_batches
                loss = self.validated()
                self.metric, self.valid_batches = metric, batches
                rows.append((loss, self.validated()))
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def columns_swapped():
    """The two numbers of a row are the wrong way round.

    A row is (training loss, metric), the loss first. You put the metric first. No error tells you so, and a loss of
    0.91 with a metric of 0.52 looks possible. But whoever looks for the row with the lowest loss now finds the one
    with the worst metric. Swap them, and still train before you measure.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = []
            for _ in range(epochs):
                loss = self.trained()
                rows.append((self.validated(), loss))
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def lists_instead_of_tuples():
    """Your rows are lists, where tuples were wanted.

    A row belongs together: a loss and a metric of the same epoch, always two numbers, in this order. For that
    Python has tuples, written with round brackets. They cannot be changed by accident, and can be a key or an
    element of a set. A list is for things of the same kind, as many as there are: the rows themselves.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [[self.trained(), self.validated()] for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def tensors_in_the_rows():
    """There are tensors in your rows, where plain Python numbers were wanted.

    What a loss function gives is a tensor, and every sum into which it goes is one too. A history of tensors cannot
    be written to a file as it is, and if they still record, each row holds on to the graphs of an epoch. A tensor
    of one element has a method that gives its number.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.detach() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def mean_of_loss_means():
    """The training loss is the mean of the batches' means, in which a small batch counts as much as a large one.

    With 4 examples at 0.5 and 1 example at 0.2 you say 0.35. But four of the five are at 0.5, and their common mean
    is (4 * 0.5 + 1 * 0.2) / 5 = 0.44. The last batch is often smaller than the others. Let each batch's loss count
    as often as the batch has examples, as in `train_epoch`.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item()
                count += 1
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def mean_of_metric_means():
    """The metric is the mean of the batches' means, in which a small batch counts as much as a large one.

    Take 4 examples of which 3 are right, and 1 that is wrong: the batches' metrics are 0.75 and 0.0, and their mean
    is 0.375. But 3 of 5 are right, which is 0.6. The training loss is weighed rightly, and here the same is needed.
    Let each batch's metric count as often as the batch has examples, as in `validate`.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb))
                    count += 1
            return total / count


def metric_needs_a_tensor():
    """You ask what the metric gives for its `.item()`, and a plain number has none.

    A metric may give a tensor of shape () or a Python float. The method `item` belongs to tensors, and for a float
    Python says "'float' object has no attribute 'item'". There is a way that takes both: `float` can be called like
    a function.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += self.metric(self.model(xb), yb).item() * len(xb)
                    count += len(xb)
            return total / count


def measured_in_training_mode():
    """The model is measured in training mode.

    In that mode dropout throws half of the numbers away, and batch norm looks at who else is in the batch. So the
    metric is not that of the model as it will be used, and to be measured even changes it: batch norm moves its
    averages. Switch to evaluation mode before each measurement, and back to training mode before each epoch.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def trains_in_evaluation_mode():
    """From the second epoch on the model trains in evaluation mode.

    Measuring needs evaluation mode, and you switch to that. But nobody switches back, or the switch stands before
    the loop over the epochs, where it is reached only once. The first epoch is fine, and then dropout drops nothing
    any more. The switch goes to and fro: it belongs at the beginning of each epoch's training.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            self.model.train()
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def never_in_training_mode():
    """The model trains in the mode in which it came.

    If somebody has used it before, that is evaluation mode, and in this mode dropout drops nothing and batch norm
    does not look at the batch. And after your own first measurement it is in evaluation mode in any case. Nothing
    fails, it only learns less well. Switch to training mode at the beginning of each epoch's training.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def no_zeroing():
    """The gradients are never cleared, so each step also repeats all the earlier ones.

    `backward()` adds its gradients to what lies in `.grad`. If the first batch gives 4 and the second -1, the
    second step uses 3, and walks on in a direction that no longer holds. The sum grows from batch to batch, and the
    loss explodes in the end. Clear the gradients once for each batch, before `backward()`.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def zeroed_once_an_epoch():
    """The gradients are cleared once an epoch, and pile up from batch to batch.

    The first step of each epoch is right, for it starts clean. But `backward()` adds: if three batches give the
    gradients 4, -1 and 2, your steps use 4, then 3, then 5. Each batch needs a clean start of its own. Move the
    clearing into the loop over the batches.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            self.optimizer.zero_grad()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count


def never_steps():
    """The model does not learn: your rows tell of a model that never moves.

    Either `step` is never called, or there are no gradients when it is, because they were cleared after
    `backward()`. The loss is then the same in each epoch, and no error tells you so. For each batch: predict, loss,
    clear, gradients, step. Print the sum of the weights before and after, it has to change.
    """

    class Learner:
        def __init__(self, model, train_batches, valid_batches, loss_fn, optimizer, metric):
            self.model, self.train_batches, self.valid_batches = model, train_batches, valid_batches
            self.loss_fn, self.optimizer, self.metric = loss_fn, optimizer, metric
            self.history = []

        def fit(self, epochs):
            rows = [(self.trained(), self.validated()) for _ in range(epochs)]
            self.history += rows
            return rows

        def trained(self):
            self.model.train()
            total, count = 0.0, 0
            for xb, yb in self.train_batches:
                loss = self.loss_fn(self.model(xb), yb)
                self.optimizer.zero_grad()
                loss.backward()
                total += loss.item() * len(xb)
                count += len(xb)
            return total / count

        def validated(self):
            self.model.eval()
            total, count = 0.0, 0
            with torch.no_grad():
                for xb, yb in self.valid_batches:
                    total += float(self.metric(self.model(xb), yb)) * len(xb)
                    count += len(xb)
            return total / count
