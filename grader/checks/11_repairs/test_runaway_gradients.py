import torch
from torch import nn
from torch.nn.functional import mse_loss

from grader.calls import SubmissionRaised
from grader.expect import Mismatch, close, fail

SIZES = (4, 4, 2)


def lopsided(preds, targs):
    """A loss that tells predictions from targets."""
    return ((preds - 2 * targs).abs() ** 1.5).mean()


def network():
    return nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 1))


def random_state(draw):
    return {name: draw.normal(*p.shape) for name, p in network().state_dict().items()}


def random_batches(draw, sizes=SIZES):
    return [(draw.normal(n, 3), 2 * draw.normal(n, 1)) for n in sizes]


def model_with(submission, state):
    model = submission.make(network)
    model.load_state_dict(state)
    return model


def plain_descent(state, batches, lr, epochs, loss_fn=mse_loss):
    """The parameters and the mean loss of each epoch, by p - lr * gradient of one batch at a time."""
    model, history = network(), []
    model.load_state_dict(state)
    for _ in range(epochs):
        losses = [one_step(model, xb, yb, lr, loss_fn) * len(xb) for xb, yb in batches]
        history.append(sum(losses) / sum(len(xb) for xb, _ in batches))
    return {name: p.detach() for name, p in model.named_parameters()}, history


def one_step(model, xb, yb, lr, loss_fn):
    params, loss = list(model.parameters()), loss_fn(model(xb), yb)
    with torch.no_grad():
        for p, grad in zip(params, torch.autograd.grad(loss, params), strict=True):
            p -= lr * grad
    return loss.item()


def same_parameters(model, wanted):
    found = model.state_dict()
    for name, value in wanted.items():
        close(found[name], value, what=f"the parameter {name}")


def moved(submission, state, batches, lr):
    """How far each parameter was moved in one epoch, all in one row, and how far it should have been."""
    wanted, _ = plain_descent(state, batches, lr, 1)
    model = model_with(submission, state)
    submission.fit(model, batches, mse_loss, lr, 1)
    found = model.state_dict()
    return [torch.cat([(after[name] - state[name]).flatten() for name in wanted]) for after in (found, wanted)]


def clipping(submission, draw):
    """A symptom where only large gradients make too small a step: do small ones pile up nevertheless?"""
    state, [(xb, yb)] = random_state(draw), random_batches(draw, (6,))
    found, wanted = moved(submission, state, [(xb, 1e4 * yb)], 1e-6)
    if not 0 < found.norm() < 0.5 * wanted.norm():
        return None
    model = network()
    model.load_state_dict(state)
    near = [(xb, model(xb).detach() + 0.02 * yb) for xb, yb in random_batches(draw)]
    one, three = [moved(submission, state, batches, 0.02) for batches in (near[:1], near)]
    if not like(*one):
        return None
    return "clipped_as_well" if like(*three) else "clipped_instead"


def like(found, wanted):
    return bool((found - wanted).norm() < 0.05 * wanted.norm())


def not_clipped(submission, draw, model, wanted):
    try:
        same_parameters(model, wanted)
    except Mismatch as mismatch:
        with submission.aside():
            mismatch.symptom = clipping(submission, draw)
        raise


def where_none_is_met(submission, draw):
    """A symptom: with a gradient from before the call, does it run through?"""
    model, [batch] = model_with(submission, random_state(draw)), random_batches(draw, (6,))
    model(batch[0]).sum().backward()
    try:
        submission.fit(model, [batch], mse_loss, 0.02, 1)
    except SubmissionRaised:
        return "cleared_to_none_before_the_step"
    return "nothing_to_clear_yet"


def test_takes_one_right_step(submission, draw):
    """One batch moves every parameter by minus the learning rate times its gradient, whatever the loss."""
    state, [(xb, yb)], lr = random_state(draw), random_batches(draw, (6,)), draw.number(2e-4, 5e-4)
    batches = [(xb, 1e4 * yb)]  # a step far off is as long as the gradient says
    wanted, _ = plain_descent(state, batches, lr, 1, lopsided)
    model = model_with(submission, state)
    try:
        submission.fit(model, batches, lopsided, lr, 1)
    except SubmissionRaised as raised:
        if "NoneType" not in raised.text:
            raise
        with submission.aside():
            symptom = where_none_is_met(submission, draw)
        fail(f"A gradient is None where it is needed: {raised.text}", symptom)
    not_clipped(submission, draw, model, wanted)


def test_uses_the_gradients_of_one_batch_at_a_time(submission, draw):
    """After several batches and epochs the parameters are where plain gradient descent ends."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.02, 0.05)
    wanted, _ = plain_descent(state, batches, lr, 3)
    model = model_with(submission, state)
    submission.fit(model, batches, mse_loss, lr, 3)
    not_clipped(submission, draw, model, wanted)


def test_ignores_leftovers_from_before(submission, draw):
    """Gradients that lay in the parameters before the call do not count."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.02, 0.05)
    wanted, _ = plain_descent(state, batches, lr, 2)
    model = model_with(submission, state)
    model(draw.normal(3, 3)).sum().backward()
    submission.fit(model, batches, mse_loss, lr, 2)
    same_parameters(model, wanted)


def test_tells_the_mean_loss_of_each_epoch(submission, draw):
    """The history has each epoch's mean loss per example, as plain floats."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.02, 0.05)
    _, wanted = plain_descent(state, batches, lr, 3)
    history = submission.fit(model_with(submission, state), batches, mse_loss, lr, 3)
    if isinstance(history, list) and history and all(isinstance(loss, torch.Tensor) for loss in history):
        fail("The history holds tensors, where plain floats were wanted.", symptom="tensors_in_the_history")
    close(history, wanted, what="the history")
