import pytest
import torch
from torch import nn

from grader.calls import SubmissionRaised
from grader.expect import check_that, close, equal, fail, tracked_leaf


def parameter(draw, *shape):
    """A tracked leaf with a gradient, as `backward()` leaves it."""
    made = draw.normal(*shape).requires_grad_()
    made.grad = draw.normal(*shape)
    return made


def columns_first(draw, h, w):
    """A tracked leaf whose numbers do not lie row by row in memory, with a gradient."""
    made = draw.normal(w, h).T.requires_grad_()
    made.grad = draw.normal(h, w)
    return made


def stepped(p, lr):
    return p.detach() - lr * p.grad


def moves_a_list(submission, draw):
    p, lr = parameter(draw, 4), draw.number(0.1, 0.5)
    wanted = stepped(p, lr)
    submission.sgd_step([p], lr)
    return torch.allclose(p.detach(), wanted)


@pytest.mark.in_place
def test_moves_each_parameter(submission, draw):
    """Each parameter moves by minus the learning rate times its own gradient."""
    params = [parameter(draw, 3, 4), parameter(draw, 4), parameter(draw), columns_first(draw, 2, 3)]
    params[1].grad *= 30  # a long step is taken as it is
    lr = draw.number(0.1, 0.5)
    wanted, steps = [stepped(p, lr) for p in params], [lr * p.grad for p in params]
    submission.sgd_step(params, lr)
    lost = all(torch.allclose(p.detach().abs(), step.abs()) for p, step in zip(params, steps, strict=True))
    check_that(not lost, "The parameters are now the steps themselves.", symptom="replaced_by_the_step")
    for number, (p, after) in enumerate(zip(params, wanted, strict=True)):
        close(p.detach(), after, what=f"parameter {number}")


@pytest.mark.in_place
def test_changes_the_tensors_themselves(submission, draw):
    """They stay the same tensors in the same memory, and tracked leaves."""
    params, lr = [parameter(draw, 2, 3), parameter(draw, 5)], draw.number(0.1, 0.5)
    wanted, places = [stepped(p, lr) for p in params], [p.data_ptr() for p in params]
    submission.sgd_step(params, lr)
    for number, (p, after, place) in enumerate(zip(params, wanted, places, strict=True)):
        tracked_leaf(p, f"parameter {number}")
        close(p.detach(), after, what=f"parameter {number}")
        check_that(
            p.data_ptr() == place, f"Parameter {number} lies in new memory: its numbers were to change in place."
        )


@pytest.mark.in_place
def test_leaves_the_gradients_alone(submission, draw):
    """The gradients are read and not changed, so that a second step goes as far as the first."""
    params, lr = [parameter(draw, 2, 3), parameter(draw, 5)], draw.number(0.1, 0.5)
    before, grads = [p.detach().clone() for p in params], [p.grad.clone() for p in params]
    for steps, when in ((1, "one step"), (2, "a second step")):
        submission.sgd_step(params, lr)
        cleared = all(p.grad is None or not p.grad.any() for p in params)
        check_that(not cleared, f"After {when} the gradients are cleared.", symptom="zeroes_the_gradients")
        for number, (p, start, grad) in enumerate(zip(params, before, grads, strict=True)):
            equal(p.grad, grad, f"the gradient of parameter {number} after {when}")
            close(p.detach(), start - steps * lr * grad, what=f"parameter {number} after {when}")


@pytest.mark.in_place
def test_skips_a_parameter_without_gradient(submission, draw):
    """A parameter without a gradient stays where it is, and those after it still move."""
    first, unused, last = parameter(draw, 4), draw.normal(3).requires_grad_(), parameter(draw, 2, 2)
    lr, kept = draw.number(0.1, 0.5), unused.detach().clone()
    wanted = stepped(first, lr), stepped(last, lr)
    try:
        submission.sgd_step([first, unused, last], lr)
    except SubmissionRaised as raised:
        if "NoneType" not in raised.text:
            raise
        fail(f"A parameter whose `.grad` is None stops the step: {raised.text}", symptom="fails_without_gradient")
    another, after = parameter(draw, 5), draw.number(0.1, 0.5)
    wanted_later = stepped(another, after)
    submission.sgd_step([another], after)
    equal(unused.detach(), kept, "the parameter without a gradient")
    check_that(unused.grad is None, "The parameter without a gradient has one now; its `.grad` was to stay None.")
    close(first.detach(), wanted[0], what="the parameter before it")
    close(last.detach(), wanted[1], what="the parameter after it")
    close(another.detach(), wanted_later, what="a parameter in a later call")


@pytest.mark.in_place
def test_takes_the_parameters_of_a_model(submission, draw):
    """`model.parameters()` will do, which can be gone through only once."""
    weight, bias, lr = draw.normal(2, 3), draw.normal(2), draw.number(0.1, 0.5)
    x, pull = draw.normal(5, 3), draw.normal(5, 2) * torch.tensor([0.1, 3.0])  # small gradients and large ones
    model = submission.make(nn.Linear, 3, 2)
    model.load_state_dict({"weight": weight, "bias": bias})
    (model(x) * pull).sum().backward()
    try:
        submission.sgd_step(model.parameters(), lr)
    except SubmissionRaised as raised:
        if "generator" not in raised.text or not moves_a_list(submission, draw):
            raise
        fail(f"`model.parameters()` is no list: {raised.text}", symptom="needs_a_list")
    # Each output's gradient is its pull; that of a weight is the pull times the input, summed over the batch.
    close(model.weight.detach(), weight - lr * pull.T @ x, what="the model's weight")
    close(model.bias.detach(), bias - lr * pull.sum(0), what="the model's bias")
