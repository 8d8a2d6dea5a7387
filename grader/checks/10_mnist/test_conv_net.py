import pytest
import torch
from torch import nn

from grader.expect import check_that, fail, is_tensor

MOST = 200_000  # parameters
TRIED = (1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128)  # batch sizes that a fixed one may be
MODES = pytest.mark.parametrize("training", [False, True], ids=["evaluation", "training"])


def made(submission):
    net = submission.conv_net()
    told = "What came back is no network, no object of a class built upon `nn.Module`."
    check_that(submission.isinstance(net, nn.Module), told, "no_module")
    return net


def images(draw, n):
    return draw.uniform(n, 1, 28, 28)


def logits(net, x, training):
    """What the network gives in one of its modes: ten finite numbers an image."""
    net.train(training)
    try:
        out = net(x)
    except Exception as error:
        explain(net, len(x), error)
        raise
    return ten_each(out, len(x))


def explain(net, n, error):
    """Fail with the reason why a network does not take n images, where it is a known one."""
    text = str(error.args[-1])
    alone = "more than 1 value per channel" in text
    check_that(not alone, f"While it trains, the network does not take a single image: {text}", "alone_in_training")
    others = [size for size in TRIED if size != n and takes(net, size)]
    told = f"The network takes {others[0] if others else ''} images at a time, but not {n}: {text}"
    check_that(not others, told, "fixed_batch")
    shapes = getattr(error, "kind", "") == "RuntimeError" and any(word in text for word in ("shape", "size", "channel"))
    check_that(not shapes, f"The layers of the network do not fit together: {text}", "layers_do_not_fit")


def takes(net, n):
    try:
        return tuple(net(torch.zeros(n, 1, 28, 28)).shape) == (n, 10)
    except Exception:
        return False


def ten_each(out, n):
    is_tensor(out, what="what the network gives")
    shape = tuple(out.shape)
    symptoms = {(10,): "squeezed", (n,): "labels", (n, 10, 1, 1): "not_flat"}
    symptom = symptoms.get(shape, "outputs" if len(shape) == 2 and shape[0] == n else "fixed_batch")
    told = f"For {n} image{'s' * (n > 1)} the network gives shape {shape}, but {(n, 10)} was wanted."
    check_that(shape == (n, 10), told, symptom)
    is_tensor(out, dtype=torch.float32, what="what the network gives")
    check_that(bool(out.isfinite().all()), "The network gives numbers that are not finite.")
    return out


@MODES
@pytest.mark.parametrize("n", [1, 2, 13])
def test_gives_ten_logits_an_image(submission, draw, n, training):
    """For any number of images, a single one too, it gives ten numbers each, in training and in evaluation."""
    logits(made(submission), images(draw, n), training)


def count(net):
    """How many numbers can be trained. Runs where the network lives."""
    return sum(p.numel() for p in net.parameters())


def test_is_small(submission, draw):
    """It has at most 200,000 parameters."""
    net = made(submission)
    logits(net, images(draw, 2), training=False)  # some layers make their weights when they are first used
    number = submission.make(count, net)
    check_that(number <= MOST, f"The network has {number:,} parameters; at most {MOST:,} are allowed.", "too_big")


@MODES
def test_has_a_convolution(submission, draw, training):
    """Among the operations that run is a convolution, in both modes."""
    net, x = made(submission), images(draw, 2)
    logits(net, x, training)
    with submission.watched() as evidence:
        logits(net, x, training)
    ran = evidence.operations
    found = any("conv" in name for name in ran)
    patches = {"im2col", "unfold", "unfold_copy"} & ran.keys()
    told = "Patches are cut out and multiplied by hand; the convolution that was wanted is one of PyTorch's operations."
    check_that(found or not patches, told, "patches_by_hand")
    check_that(found, f"None of the operations that run is a convolution. They are: {', '.join(sorted(ran))}.", "none")


def shake(net, seed, size=1.0):
    """Give all parameters random numbers. Runs where the network lives."""
    random = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for p in net.parameters():
            spread = size * (p[0].numel() if p.dim() > 1 else 1) ** -0.5
            p.copy_(torch.randn(p.shape, generator=random) * spread)


def shaken(submission, net, draw, size=1.0):
    """The network with other random parameters, so that nothing depends on how they begin."""
    submission.make(shake, net, draw.integer(0, 10_000), size)
    return net


@MODES
def test_gives_plain_scores(submission, draw, training):
    """What it gives are logits, any numbers at all: no probabilities, nor their logs, nor numbers from 0 on only."""
    net, x = made(submission), images(draw, 6)
    logits(net, x, training)
    out = torch.cat([logits(shaken(submission, net, draw), x, training).detach() for _ in range(4)]).double()
    ones = torch.ones(len(out), dtype=torch.float64)
    sums, powers = out.sum(dim=1), out.exp().sum(dim=1)
    positive = bool((out >= 0).all())
    told = "each image's ten numbers add up to 1: they are probabilities, not logits."
    check_that(not (positive and sums.allclose(ones, atol=1e-3)), f"Whatever the weights, {told}", "softmax")
    told = "the powers of each image's ten numbers add up to 1: they are logs of probabilities, not logits."
    check_that(not powers.allclose(ones, atol=1e-3), f"Whatever the weights, {told}", "log_softmax")
    told = "Whatever the weights, all numbers lie between 0 and 1. Logits may be any numbers."
    check_that(not (positive and out.max() <= 1 and out.max() > 0), told, "sigmoid")
    told = "Whatever the weights, no number is below 0. Logits may be any numbers."
    check_that(not (positive and out.max() > 0), told, "relu")
    large = logits(shaken(submission, net, draw, 1000.0), x, training).detach().abs()
    told = "However large the weights, all numbers lie between -1 and 1. Logits may be any numbers."
    check_that(not 0 < large.max() <= 1, told, "tanh")


def test_treats_each_image_for_itself(submission, draw):
    """In evaluation each image has its own logits: in another order of images they come in that order."""
    net, x = made(submission), images(draw, 7)
    logits(net, x, training=False)
    order, depends = torch.tensor([3, 0, 6, 1, 5, 2, 4]), False
    for _ in range(3):
        shaken(submission, net, draw)
        first, again, other = [logits(net, part, training=False).detach() for part in (x, x, x[order])]
        near = 1e-3 * first.abs().max()
        told = "In evaluation the same images get other logits each time. Is there a dropout that never ends?"
        check_that(bool((first - again).abs().max() <= near), told, "random")
        told = "With the images in another order, an image gets other logits. Somewhere images are mixed up."
        check_that(bool((first[order] - other).abs().max() <= near), told, "images_mixed")
        depends = depends or bool((first - first[0]).abs().max() > 1e-6 * first.abs().max())
    check_that(depends, "Whatever the image, the network gives the same logits.", "constant")


def learns(net):
    """Whether a gradient has come to any parameter. Runs where the network lives."""
    return any(p.grad is not None and bool((p.grad != 0).any()) for p in net.parameters())


def test_can_be_trained(submission, draw):
    """In training gradients reach its parameters."""
    net, x = made(submission), images(draw, 5)
    out = logits(net, x, training=True)
    told = "No gradient reaches the parameters of the network, so it cannot learn."
    check_that(out.requires_grad, told, "cannot_learn")
    out.backward(draw.normal(5, 10))
    check_that(submission.make(learns, net), told, "cannot_learn")


def share(first, second):
    """Whether two networks have a parameter in common. Runs where they live."""
    places = [{p.data_ptr() for p in net.parameters() if p.numel()} for net in (first, second)]
    return bool(places[0] & places[1])


def test_every_call_gives_a_new_network(submission, draw):
    """Two calls give two networks: what one learns leaves the other alone."""
    first, second = made(submission), made(submission)
    for net in (first, second):
        logits(net, images(draw, 2), training=False)
    if submission.make(share, first, second):
        fail("Two calls gave the same parameters: training one network changes the other.", "one_net_for_all")
