import torch
from torch import nn


def parameter(*shape):
    p = torch.randn(shape, requires_grad=True)
    p.grad = torch.randn(shape)
    return p


def test_moves_each_parameter(sgd_step):
    params = [parameter(3, 4), parameter(4), parameter()]
    wanted = [p.detach() - 0.3 * p.grad for p in params]
    sgd_step(params, 0.3)
    for p, after in zip(params, wanted, strict=True):
        assert torch.allclose(p, after)


def test_changes_the_tensors_themselves(sgd_step):
    params = [parameter(2, 3), parameter(5)]
    places = [p.data_ptr() for p in params]
    wanted = [p.detach() - 0.3 * p.grad for p in params]
    sgd_step(params, 0.3)
    for p, after, place in zip(params, wanted, places, strict=True):
        assert torch.allclose(p, after)
        assert p.requires_grad
        assert p.is_leaf
        assert p.data_ptr() == place


def test_leaves_the_gradients_alone(sgd_step):
    params = [parameter(2, 3), parameter(5)]
    grads = [p.grad.clone() for p in params]
    wanted = [p.detach() - 0.3 * p.grad for p in params]
    sgd_step(params, 0.3)
    for p, after, grad in zip(params, wanted, grads, strict=True):
        assert torch.allclose(p, after)
        assert torch.equal(p.grad, grad)


def test_skips_a_parameter_without_gradient(sgd_step):
    params = [parameter(4), torch.randn(3, requires_grad=True), parameter(2, 2)]
    wanted = [p.detach() - 0.3 * p.grad if p.grad is not None else p.detach().clone() for p in params]
    sgd_step(params, 0.3)
    for p, after in zip(params, wanted, strict=True):
        assert torch.allclose(p, after)


def test_takes_the_parameters_of_a_model(sgd_step):
    model = nn.Linear(3, 2)
    model(torch.randn(5, 3)).sum().backward()
    wanted = [p.detach() - 0.3 * p.grad for p in model.parameters()]
    sgd_step(model.parameters(), 0.3)
    for p, after in zip(model.parameters(), wanted, strict=True):
        assert torch.allclose(p, after)
