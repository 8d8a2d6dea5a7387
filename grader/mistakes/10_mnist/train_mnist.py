"""Known wrong answers to `train_mnist`. Each docstring is what the learner is told."""

import torch
from torch import nn
from torch.nn import functional as F

SYMPTOMS = {
    "untrained": "chance",
    "digits_hard_coded": "hard_coded",
    "numbering_of_its_own": "renumbered",
    "forgets_to_scale": "constant",
    "rate_that_diverges": "nan",
    "needs_the_gpu": "gpu",
    "forgets_evaluation_mode": "depends_on_batch",
    "takes_prepared_images": "prepared_only",
    "linear_only": "affine",
    "too_few_steps": "below_bar",
    "lowest_is_best": "reversed",
    "gives_labels": "flat",
    "returns_a_pair": "data",
    "remembered_images": "remembered",
}


def untrained():
    """Your model is right about one time in ten, which is what guessing gives.

    Random weights give random answers. Either the steps never happen, or they happen to other tensors than those
    that you return (a second network made after the loop, say), or images and labels have been shuffled apart, so
    that each image gets somebody else's label. Print the loss of the first batch and of the last one. At the start
    it is about 2.3, the logarithm of ten. If it still is at the end, nothing has been learnt: follow one weight
    through a single step, and see whether it changes.
    """

    def train_mnist(images, labels, device):
        torch.manual_seed(0)
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 50), nn.ReLU(), nn.Linear(50, 10)).to(device)
        return lambda new: net(new.to(device) / 255)


def digits_hard_coded():
    """Your model names the digits as people do, but here the labels are dealt out anew each time.

    It recognises many digits, and it would be right if the sevens were labelled 7. Today the sevens may be called
    2. So what it knows did not come from `images` and `labels`: it was brought along, as drawings, rules or
    finished weights. A model that learns does not care what a kind is called. Start with random weights, and let
    the loss compare the scores with `labels` as they come.
    """

    def train_mnist(images, labels, device):
        drawn = (
            "01110 10001 10001 10001 10001 10001 01110",
            "00100 00100 00100 00100 00100 00100 00100",
            "01110 10001 00001 00010 00100 01000 11111",
            "01110 10001 00001 00110 00001 10001 01110",
            "10010 10010 10010 11111 00010 00010 00010",
            "11111 10000 10000 11110 00001 00001 11110",
            "00100 01000 10000 11110 10001 10001 01110",
            "11111 00001 00001 00010 00010 00100 00100",
            "01110 10001 10001 01110 10001 10001 01110",
            "01110 10001 10001 01111 00001 00010 00100",
        )
        dots = torch.tensor([[float(dot) for dot in one if dot != " "] for one in drawn], device=device)
        large = F.pad(F.interpolate(dots.view(10, 1, 7, 5), size=(18, 14), mode="bilinear"), (7, 7, 5, 5))

        def blurred(x):
            flat = F.avg_pool2d(x, 5, 1, 2).flatten(1)
            return F.normalize(flat - flat.mean(dim=1, keepdim=True))

        return lambda new: blurred(new.unsqueeze(1).to(device) / 255) @ blurred(large).T


def numbering_of_its_own():
    """Your model tells the kinds apart, but puts the scores into another order than the labels'.

    Nearly all images of a kind get their highest score in the same column, only it is the wrong one. Say that the
    first label in the data is 5, and you make it number 0: then column 0 is about label 5, and whoever looks for
    the highest score reads "0". Column k has to be about label k. The labels already are numbers from 0 to 9, so
    use them as they come, and leave out whatever sorts, shifts or numbers them again.
    """
    _train = train_mnist  # noqa: F821

    def train_mnist(images, labels, device):
        order = list(dict.fromkeys(labels.tolist()))
        places = torch.tensor([order.index(kind) for kind in range(10)])
        return _train(images, places[labels], device)


def forgets_to_scale():
    """Your model gives the same scores for every image: the first steps have killed it.

    Raw pixels go from 0 to 255. The weights of a new network are made for inputs near 1, so that the first outputs
    are hundreds of times too large, and so are the first gradients. One step throws the weights far away, all
    hidden features fall below 0, and the ReLU makes zeros of them, for good. Then only the last bias is left.
    Divide the pixels by 255, as floats, before the network sees them, and do the same with new images.
    """

    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 50), nn.ReLU(), nn.Linear(50, 10)).to(device)
        for rows in torch.randperm(len(images)).split(64):
            loss = F.cross_entropy(net(images[rows].to(device).float()), labels[rows].to(device))
            grads = torch.autograd.grad(loss, list(net.parameters()))
            with torch.no_grad():
                for p, grad in zip(net.parameters(), grads, strict=True):
                    p -= 0.1 * grad
        return lambda new: net(new.to(device).float())


def rate_that_diverges():
    """Your weights have become `nan`: the steps were too long.

    Think of a valley. A step that is too long lands on the other slope, higher than before. There it is steeper, so
    the next step is longer still. After some dozens the numbers are too large for a float, infinity minus infinity
    is `nan`, and whatever is computed with `nan` is `nan`. Print the loss of the first ten batches: you will see it
    grow from 2.3. Divide the learning rate by ten until it sinks.
    """

    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 50), nn.Linear(50, 50), nn.Linear(50, 10)).to(device)
        for rows in torch.randperm(len(images)).split(64):
            loss = F.mse_loss(net(images[rows].to(device) / 255), F.one_hot(labels[rows], 10).float().to(device))
            grads = torch.autograd.grad(loss, list(net.parameters()))
            with torch.no_grad():
                for p, grad in zip(net.parameters(), grads, strict=True):
                    p -= 50.0 * grad
        return lambda new: net(new.to(device) / 255)


def needs_the_gpu():
    """You move something to a GPU, although `device` says otherwise.

    Code with "cuda" in it runs on one machine and stops on the next: many have no GPU, or another kind. Here the
    device is told by whoever calls. Move the network to `device`, and the images and labels of each batch too, and
    it will run wherever it is. The same goes for new images: they come on the CPU, and have to go to where the
    network is.
    """

    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10)).to("cuda")
        return lambda new: net(new.to(device) / 255)


def forgets_evaluation_mode():
    """An image gets other scores in other company: your model still behaves as in training.

    In training, batch norm takes mean and deviation of the batch at hand. Put a seven among sevens, and what all
    have in common is taken away as if it were background; among all ten kinds it stays. And dropout goes on
    throwing features away, so that no two answers are alike. Both have another way to behave, for use after
    training. The whole network is switched by one call. Do it when training is over, before the model is returned.
    """

    def _model(net, device):
        net.train()
        return torch.no_grad()(lambda new: net(_prepared(new.to(device))))  # noqa: F821


def takes_prepared_images():
    """You return the bare network, which wants prepared images. New images come raw.

    While you train, you prepare: uint8 becomes float, 0 to 255 becomes 0 to 1, and an axis for the channel is put
    in. The network has only ever seen the result. Given a raw image, with whole numbers and without the axis, it
    stops with an error. So preparing is a part of the model. Return something that does both, first the same
    preparation and then the network: a function defined inside of `train_mnist`, or a module around it.
    """

    def _model(net, device):
        return net.eval()


def linear_only():
    """Your model is linear, and a linear model ends at about 92 in 100.

    It gives each pixel one weight for each label. We tried two halves of an image apart: their scores add up
    exactly to those of the whole, so no pixel's meaning depends on another pixel. But in writing it does: a stroke
    on the left makes a six of a one only if there is a loop below. Put a hidden layer in between, with a ReLU after
    it. Some hundred hidden features, or a convolution, bring you over 97.
    """

    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10)).to(device)
        for _ in range(20):
            for rows in torch.randperm(len(images)).split(128):
                loss = F.cross_entropy(net(images[rows].to(device) / 255), labels[rows].to(device))
                grads = torch.autograd.grad(loss, list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return lambda new: net(new.to(device) / 255)


def too_few_steps():
    """Your model is on its way, and stopped too early, or is too small.

    It is right more than eight times in ten, and it bends where it should. Some hundred hidden features are enough
    for 97, but they need some passes over all the images: after one pass of plain gradient descent most networks
    stand near 90. Print the loss at the end of each pass. While it still sinks clearly, go on. When it stands still
    and the bar is not reached, make the network larger, and see to it that the pixels go in as numbers near 0 or 1,
    not as 255.
    """

    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 50), nn.ReLU(), nn.Linear(50, 10)).to(device)
        for _ in range(4):
            for rows in torch.randperm(len(images))[:5000].split(100):
                loss = F.cross_entropy(net(images[rows].to(device) / 255), labels[rows].to(device))
                grads = torch.autograd.grad(loss, list(net.parameters()))
                with torch.no_grad():
                    for p, grad in zip(net.parameters(), grads, strict=True):
                        p -= 0.1 * grad
        return lambda new: net(new.to(device) / 255)


def lowest_is_best():
    """Your model gives the right label the lowest number, and the highest was asked for.

    You may have returned losses or distances, where small is good: minus the logarithm of a probability, or how far
    an image is from each kind's average. Scores go the other way, the larger the better. For a seven called 2,
    column 2 has to hold the highest number of the row. Turn the numbers round where you return them: the order of
    all others turns round with them.
    """
    _train = train_mnist  # noqa: F821

    def train_mnist(images, labels, device):
        model = _train(images, labels, device)
        return lambda new: -model(new).log_softmax(dim=1)


def gives_labels():
    """Your model gives one label an image, and ten scores were asked for.

    The label can be found from the scores, by looking where the highest one stands, but not the other way round.
    Whether the second best was close, or whether the model had no idea, is lost in a bare label. Return what the
    network gives, a row of ten numbers for each image, and leave the choice of the highest to whoever calls.
    """
    _train = train_mnist  # noqa: F821

    def train_mnist(images, labels, device):
        model = _train(images, labels, device)
        return lambda new: model(new).argmax(dim=1)


def returns_a_pair():
    """You return several things, or none, and one thing was asked for: the model.

    What comes back is called with new images. A pair of model and accuracy cannot be called, and neither can
    `None`, which is what a function without `return` gives. Numbers that tell how training went are good to have:
    print them, or keep them in a list while you try things out. Return the model alone.
    """
    _train = train_mnist  # noqa: F821

    def train_mnist(images, labels, device):
        return _train(images, labels, device), 0.99


def remembered_images():
    """Your model knows the training images by heart, and new ones not at all.

    Of the images that it was trained with nearly all are right, of the unseen ones hardly more than by chance. To
    look an image up in a list is no learning: the next seven that somebody writes will be in no list. A model has
    to find out what all sevens have in common. Train weights with gradient descent, and keep none of the images. To
    see how well that goes, put some thousand images aside before you train, and measure on those.
    """

    def train_mnist(images, labels, device):
        known = dict(zip((one.numpy().tobytes() for one in images), labels.tolist(), strict=True))
        return lambda new: torch.eye(10)[[known.get(one.numpy().tobytes(), int(one.sum()) % 10) for one in new]]
