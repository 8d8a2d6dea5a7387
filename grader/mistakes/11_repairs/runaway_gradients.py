"""Known wrong answers to `fit`, half repairs among them. Each docstring is what the learner is told."""

import torch

SYMPTOMS = {
    "cleared_to_none_before_the_step": "cleared_to_none_before_the_step",
    "nothing_to_clear_yet": "nothing_to_clear_yet",
    "clipped_instead": "clipped_instead",
    "clipped_as_well": "clipped_as_well",
    "tensors_in_the_history": "tensors_in_the_history",
}


def never_zeroed():
    """The gradients of earlier batches are still in `.grad`, and each new one is added to them.

    `backward()` adds to what lies there. In the lesson's example the first gradient is 2. The second
    should be 1, but 2 + 1 = 3 is what the step uses. From then on every step drags all earlier ones
    along, like a ball that is pushed again and again and never braked. Each step has to start from
    empty gradients.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def zeroed_once_an_epoch():
    """The gradients are cleared once an epoch, but each batch takes a step of its own.

    Now the first batch of every epoch is right. The second uses the gradients of two batches, the third
    those of three, and so on to the end of the epoch. With only one batch an epoch you would not
    notice. What is added up by `backward()` has to be cleared as often as `backward()` is called. Count
    how often each of the two happens.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            model.zero_grad()
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def zeroed_before_the_step():
    """The gradients are cleared between `backward()` and the step, so there is nothing left to step with.

    `backward()` puts the new gradients into `.grad`, you wipe them out, and the step then moves every
    parameter by lr times 0. Nothing is learnt, and the loss stays the same from epoch to epoch. The
    gradients of *earlier* batches should go, and those of this batch must live until the step is done.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                for p in model.parameters():
                    p.grad.zero_()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def cleared_to_none_before_the_step():
    """The gradients are gone when the step wants to use them: they are None.

    `zero_grad()` sets every `.grad` to None. Called after `backward()` and before the step, it throws
    away what was just worked out, and `lr * None` is an error. Clearing is meant for the gradients of
    earlier batches. Those of this batch have to live until the step is done. Move the clearing to
    another place.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                model.zero_grad()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def nothing_to_clear_yet():
    """You clear the gradients before the first batch has made any, and there is nothing to clear.

    A fresh parameter has no gradient: its `.grad` is None, and not a tensor of zeros. None has no
    `zero_`, so the very first batch stops with an error. From the second batch on your way would be
    right. The model has a method of its own that clears all gradients and can deal with None. Or you ask
    first whether there is something to clear.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                for p in model.parameters():
                    p.grad.zero_()
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def only_the_first_zeroed():
    """Only the gradient of the first parameter is cleared; the others still pile up.

    A model has several parameters, for example the weight and the bias of each layer, and each has its
    own `.grad`. For the first one your steps are right. The others still add up all batches, and their
    steps grow. Go through all parameters, or ask the model to clear everything at once.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                next(iter(model.parameters())).grad = None
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def clipped_instead():
    """The gradients are cut to a limit, but they still pile up.

    Clipping treats the symptom: the steps cannot get huge any more, so the loss does not end in `nan`.
    But each step still points in the direction of a sum of all earlier batches, and not of this one.
    The parameters end somewhere else than with plain gradient descent. Find out why the gradients grow,
    and remove the cause.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def clipped_as_well():
    """The gradients no longer pile up, but you also cut them to a limit.

    With the clearing in the right place each step uses its own batch only, so the cause is gone. The
    limit is still there: where a gradient is longer than it, the step is shorter than lr times the
    gradient. The first batches, which are far off, then move the parameters too little, and you end
    somewhere else than plain gradient descent does. A cure for something that is not ill any more: take
    the limit out.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                model.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def zeroed_after_the_step():
    """You clear after each step, so what was in `.grad` before the call still spoils the first one.

    From the second step on all is right. But somebody may have called `backward()` on the model before,
    to try something out. Those leftovers are added to the gradients of your first batch, and all later
    steps start from a wrong place. Do not rely on finding `.grad` empty: clear before the gradients are
    made, not only after they were used.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                model.zero_grad()
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def smaller_steps_instead():
    """The learning rate is divided by the number of steps so far, and the gradients still pile up.

    A sum of k gradients divided by k is an average of all batches so far. That tames the steps, and the
    loss may even go down. But it is another method: plain gradient descent uses the gradient of this
    batch alone, at the place where the parameters are now. Old gradients belong to places that were
    left long ago. Remove them, and keep `lr` as it was given.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history, steps = [], 0
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                steps += 1
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr / steps * p.grad
                total += loss.item() * len(xb)
                count += len(xb)
            history.append(total / count)
        return history


def one_step_an_epoch():
    """You take one step an epoch; one step for each batch was asked for.

    Now the sum in `.grad` is used on purpose: all batches are added up, and one step is taken at the
    end. The direction is good, but there is only one step where there should be many, and it is as long
    as all of them together. Each batch should move the parameters, by its own gradients only. The step
    belongs inside the inner loop.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            model.zero_grad()
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                loss.backward()
                total += loss.item() * len(xb)
                count += len(xb)
            with torch.no_grad():
                for p in model.parameters():
                    p -= lr * p.grad
            history.append(total / count)
        return history


def mean_of_batch_means():
    """The training is repaired, but the average loss is broken: every batch counts the same.

    The last batch of an epoch is often small. Take a batch of 3 examples with the mean loss 1.0, and
    one of 1 example with 5.0. Per example that is (3 * 1 + 1 * 5) / 4 = 2. Averaging the two means
    gives 3. The program as it came did this part right. Give each batch the weight of its size again.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                model.zero_grad()
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss.item()
                count += 1
            history.append(total / count)
        return history


def tensors_in_the_history():
    """The training is repaired, but the history holds tensors and not floats.

    A loss that is kept as a tensor keeps its whole calculation with it: all the numbers of all layers,
    for every batch of every epoch. The memory fills up, and printing the history looks odd. The program
    as it came took the number out with `.item()`. Keep that.
    """

    def fit(model, batches, loss_fn, lr, epochs):
        history = []
        for _ in range(epochs):
            total, count = 0.0, 0
            for xb, yb in batches:
                loss = loss_fn(model(xb), yb)
                model.zero_grad()
                loss.backward()
                with torch.no_grad():
                    for p in model.parameters():
                        p -= lr * p.grad
                total += loss * len(xb)
                count += len(xb)
            history.append(total / count)
        return history
