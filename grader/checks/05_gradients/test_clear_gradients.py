import pytest
from torch import nn

from grader.expect import check_that, close, equal, tracked_leaf
from grader.show import kind


def parameter(draw, *shape):
    """A tracked leaf with a gradient, as `backward()` leaves it."""
    made = draw.normal(*shape).requires_grad_()
    made.grad = draw.normal(*shape)
    return made


def is_clear(grad):
    """None or zeros are both clear."""
    return grad is None or not grad.detach().count_nonzero()


def clear(grad, what, symptom=None):
    sentence = f"The gradient of {what} is still there: its `.grad` is neither None nor zero."
    check_that(is_clear(grad), sentence, symptom)


@pytest.mark.in_place
def test_clears_each_gradient(submission, draw):
    """Afterwards each parameter's `.grad` is None or zero."""
    params = [parameter(draw, 3, 4), parameter(draw, 4), parameter(draw), parameter(draw, 2, 1, 2)]
    answer = submission.clear_gradients(params)
    only_one = is_clear(params[0].grad) and not any(is_clear(p.grad) for p in params[1:])
    for number, p in enumerate(params):
        clear(p.grad, f"parameter {number}", "only_the_first" if only_one else None)
    check_that(answer is None, f"The answer is {kind(answer)}, but None was wanted.", "gives_back")


@pytest.mark.in_place
@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")], ids=str)
def test_clears_what_is_no_number(submission, draw, bad):
    """A gradient that holds NaN or infinity is cleared as well."""
    params = [parameter(draw, 2), parameter(draw, 5), parameter(draw, 2, 3)]
    params[1].grad[draw.integer(0, 5)] = bad
    params[2].grad[:] = bad
    submission.clear_gradients(params)
    symptom = "times_zero" if is_clear(params[0].grad) else None
    for number, p in enumerate(params):
        clear(p.grad, f"parameter {number}", symptom)


@pytest.mark.in_place
def test_takes_parameters_without_gradient(submission, draw):
    """A parameter that never had a gradient is fine, and those after it are cleared too."""
    first, unused, last = parameter(draw, 4), draw.normal(3).requires_grad_(), parameter(draw, 2, 2)
    submission.clear_gradients([first, unused, last])
    clear(unused.grad, "the parameter that had none")
    clear(first.grad, "the parameter before it")
    clear(last.grad, "the parameter after it", "stops_at_the_gap")


@pytest.mark.in_place
def test_takes_a_frozen_parameter(submission, draw):
    """A parameter that does not record at the moment may hold a gradient from before: it is cleared."""
    first, frozen = parameter(draw, 3), parameter(draw, 4).requires_grad_(False)
    frozen.grad = draw.normal(4)
    submission.clear_gradients([first, frozen])
    clear(first.grad, "the parameter before it")
    clear(frozen.grad, "the frozen parameter", "passes_frozen_ones_by")
    sentence = "The frozen parameter is tracked now. It was to stay as it was."
    check_that(not frozen.requires_grad, sentence, "frozen_ones_thawed")


def keeps_its_elements(clear_gradients, params):
    """Whether a list holds the same tensors afterwards."""
    before = list(params)
    clear_gradients(params)
    return len(before) == len(params) and all(one is other for one, other in zip(before, params, strict=True))


@pytest.mark.in_place
def test_leaves_the_values_alone(submission, draw):
    """The values stay as they are, in the same tensors, which are still tracked leaves."""
    params = [parameter(draw, 2, 3), parameter(draw, 5), draw.normal(2).requires_grad_()]
    before, places = [p.detach().clone() for p in params], [p.data_ptr() for p in params]
    same = submission.make(keeps_its_elements, submission.clear_gradients, params)
    check_that(same, "The list holds other tensors than before.")
    for number, (p, value, place) in enumerate(zip(params, before, places, strict=True)):
        zeroed = not p.detach().count_nonzero()
        check_that(not zeroed, f"The values of parameter {number} are zero now.", "zeroes_the_values")
        equal(p.detach(), value, f"parameter {number}")
        check_that(p.requires_grad, f"Parameter {number} does not record any more.", "tracking_switched_off")
        tracked_leaf(p, f"parameter {number}")
        check_that(p.data_ptr() == place, f"Parameter {number} lies in new memory: it was to stay as it was.")


@pytest.mark.in_place
def test_takes_the_parameters_of_a_model(submission, draw):
    """`model.parameters()` will do, and the next gradient is not added to the old one."""
    x, pull = draw.normal(5, 3), draw.normal(5, 2)
    model = submission.make(nn.Linear, 3, 2)
    model.load_state_dict({"weight": draw.normal(2, 3), "bias": draw.normal(2)})
    for _ in range(2):
        (model(x) * pull).sum().backward()
    submission.clear_gradients(model.parameters())
    for name, grad in (("weight", model.weight.grad), ("bias", model.bias.grad)):
        clear(grad, f"the model's {name}")
    (model(x) * pull).sum().backward()
    close(model.weight.grad, pull.T @ x, what="the next gradient of the weight")
    close(model.bias.grad, pull.sum(0), what="the next gradient of the bias")
