import torch


def same(found, wanted):
    assert isinstance(found, torch.Tensor)
    assert found.shape == wanted.shape
    assert found.dtype == wanted.dtype
    assert torch.allclose(found, wanted, rtol=1e-9 if wanted.dtype == torch.float64 else 1e-5)


def test_gives_the_average_distance(mnist_loss):
    for shape in [(7,), (32, 1), (3, 4), (1,), ()]:
        preds, targs = torch.rand(shape), torch.randint(0, 2, shape)
        wanted = torch.where(targs == 1, 1 - preds, preds).mean()
        same(mnist_loss(preds, targs), wanted)


def test_takes_float_targets(mnist_loss):
    preds, targs = torch.rand(3, 4), torch.randint(0, 2, (3, 4)).float()
    wanted = torch.where(targs == 1, 1 - preds, preds).mean()
    same(mnist_loss(preds, targs), wanted)


def test_gradients_reach_every_prediction(mnist_loss):
    preds, targs = torch.rand(32, requires_grad=True), torch.randint(0, 2, (32,))
    wanted = torch.where(targs == 1, -1.0, 1.0) / 32
    mnist_loss(preds, targs).backward()
    same(preds.grad, wanted)


def test_keeps_float64(mnist_loss):
    preds, targs = torch.rand(8, dtype=torch.float64), torch.randint(0, 2, (8,)).double()
    wanted = torch.where(targs == 1, 1 - preds, preds).mean()
    same(mnist_loss(preds, targs), wanted)


def test_refuses_other_shapes(mnist_loss):
    for one, other in [((5, 3), (3,)), ((5, 1), (5,)), ((5, 1), (1, 5)), ((5,), (6,)), ((5,), ())]:
        try:
            mnist_loss(torch.rand(one), torch.ones(other))
        except ValueError:
            continue
        raise AssertionError(f"{one} and {other} were not refused")
