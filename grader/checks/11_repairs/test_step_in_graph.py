import pytest
import torch
from torch import nn

from grader.expect import check_that, close, equal, tracked_leaf


def parameter(draw, *shape):
    """A tracked leaf with a gradient, as `backward()` leaves it."""
    made = draw.normal(*shape).requires_grad_()
    made.grad = draw.normal(*shape)
    return made


def stepped(p, lr):
    return p.detach() - lr * p.grad


def generated(parameters):
    """An iterator that hands them out once. Runs where the submission lives."""
    return iter(list(parameters))


def recording():
    """Whether PyTorch records. Runs where the submission lives."""
    return bool(torch.is_grad_enabled())


def record():
    """Whatever an earlier call left behind, PyTorch records now. Runs where the submission lives."""
    torch.set_grad_enabled(True)


def lessons_loop(update, start, lr, steps):
    """The loss w * w going down, and what w and the list hold after each step. Runs where the submission lives."""
    torch.set_grad_enabled(True)
    w = torch.tensor(start, requires_grad=True)
    params, seen = [w], []
    for _ in range(steps):
        params[0].grad = None
        loss = params[0] * params[0]
        if not loss.requires_grad:
            break
        loss.backward()
        update(params, lr)
        seen.append((float(w.detach()), float(params[0].detach()), w is params[0]))
    return seen


@pytest.mark.in_place
@pytest.mark.parametrize("holder", [list, tuple])
def test_moves_each_parameter(submission, draw, holder):
    """The numbers in the tensors themselves move by minus the learning rate times the gradient."""
    params, lr = holder([parameter(draw, 3, 4), parameter(draw, 4), parameter(draw)]), draw.number(0.1, 0.5)
    params[1].grad.mul_(30)  # a long step is taken as it is
    wanted = [stepped(p, lr) for p in params]
    submission.update(params, lr)
    for number, (p, after) in enumerate(zip(params, wanted, strict=True)):
        close(p.detach(), after, what=f"parameter {number}")


@pytest.mark.in_place
def test_keeps_the_leaves(submission, draw):
    """Afterwards they are the same tensors in the same memory, still leaves that record, with the same gradients."""
    params, lr = [parameter(draw, 2, 3), parameter(draw, 2, 3)], draw.number(0.1, 0.5)
    grads = [p.grad.clone() for p in params]
    wanted, places = [stepped(p, lr) for p in params], [p.data_ptr() for p in params]
    submission.update(params, lr)
    for number, (p, after, grad, place) in enumerate(zip(params, wanted, grads, places, strict=True)):
        tracked_leaf(p, f"parameter {number}")
        close(p.detach(), after, what=f"parameter {number}")
        equal(p.grad, grad, f"the gradient of parameter {number}")
        told = f"Parameter {number} lies in new memory: its numbers were to change in place."
        check_that(p.data_ptr() == place, told)


def test_takes_step_after_step(submission, draw):
    """In the lesson's loop every step is as right as the first, and `w` is still the tensor in the list."""
    start, lr = draw.number(1.0, 2.0), draw.number(0.1, 0.3)
    seen = submission.make(lessons_loop, submission.update, start, lr, 4)
    for step, (w, held, same) in enumerate(seen, 1):
        wanted = start * (1 - 2 * lr) ** step
        close(w, wanted, what=f"w after step {step}")
        close(held, wanted, what=f"the number in `params[0]` after step {step}")
        check_that(same, f"After step {step} `params[0]` is another tensor than `w`.")
    check_that(len(seen) == 4, f"After step {len(seen)} the loss is not recorded any more.")


@pytest.mark.in_place
def test_skips_one_without_gradient(submission, draw):
    """One without a gradient stays where it is, and those after it still move."""
    first, unused, last = parameter(draw, 4), draw.normal(3).requires_grad_(), parameter(draw, 2, 2)
    lr, kept = draw.number(0.1, 0.5), unused.detach().clone()
    wanted = stepped(first, lr), stepped(last, lr)
    submission.update([first, unused, last], lr)
    equal(unused.detach(), kept, "the parameter without a gradient")
    tracked_leaf(unused, "the parameter without a gradient")
    check_that(unused.grad is None, "The parameter without a gradient has one now; its `.grad` was to stay None.")
    close(first.detach(), wanted[0], what="the parameter before it")
    close(last.detach(), wanted[1], what="the parameter after it")


@pytest.mark.in_place
@pytest.mark.parametrize("once", [True, False])
def test_updates_a_model_that_goes_on_learning(submission, draw, once):
    """`model.parameters()` will do, and afterwards the model still records and can take another step."""
    weight, bias, lr = draw.normal(2, 3), draw.normal(2), draw.number(0.1, 0.5)
    x, pull = draw.normal(5, 3), draw.normal(5, 2)
    submission.make(record)
    model = submission.make(nn.Linear, 3, 2)
    model.load_state_dict({"weight": weight, "bias": bias})
    # Each output's gradient is its pull; that of a weight is the pull times the input, summed over the batch.
    for step in (1, 2):
        out = model(x)
        check_that(bool(out.requires_grad), f"Before step {step} the model's output is not recorded any more.")
        model.zero_grad()
        (out * pull).sum().backward()
        params = model.parameters()
        submission.update(submission.make(generated, params) if once else params, lr)
        close(model.weight.detach(), weight - step * lr * pull.T @ x, what=f"the weight after step {step}")
        close(model.bias.detach(), bias - step * lr * pull.sum(0), what=f"the bias after step {step}")
    told = "After the call PyTorch records nothing any more: its recording was switched off and not on again."
    check_that(submission.make(recording), told)
