import torch
from torch import nn
from torch.nn.functional import huber_loss, mse_loss

from grader.expect import close

SIZES = (4, 4, 2)


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


def test_takes_one_right_step(submission, draw):
    """One batch moves every parameter by minus the learning rate times its gradient, whatever the loss."""
    state, batches, lr = random_state(draw), random_batches(draw, (6,)), draw.number(0.02, 0.05)
    wanted, _ = plain_descent(state, batches, lr, 1, huber_loss)
    model = model_with(submission, state)
    submission.fit(model, batches, huber_loss, lr, 1)
    same_parameters(model, wanted)


def test_uses_the_gradients_of_one_batch_at_a_time(submission, draw):
    """After several batches and epochs the parameters are where plain gradient descent ends."""
    state, batches, lr = random_state(draw), random_batches(draw), draw.number(0.02, 0.05)
    wanted, _ = plain_descent(state, batches, lr, 3)
    model = model_with(submission, state)
    submission.fit(model, batches, mse_loss, lr, 3)
    same_parameters(model, wanted)


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
    _, history = plain_descent(state, batches, lr, 3)
    close(submission.fit(model_with(submission, state), batches, mse_loss, lr, 3), history, what="the history")
