"""train_linear in other styles: right answers, and the known mistakes as somebody else would write them."""

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


def right_by_module_and_loader():
    """A layer, PyTorch's optimizer and loader."""

    def train_linear(x, y):
        layer = nn.Linear(784, 1)
        optimizer = torch.optim.SGD(layer.parameters(), lr=0.1, momentum=0.9)
        for _ in range(8):
            for xb, yb in DataLoader(TensorDataset(x, y), batch_size=128, shuffle=True):
                optimizer.zero_grad()
                nn.BCEWithLogitsLoss()(layer(xb), yb).backward()
                optimizer.step()
        return layer


def right_by_gradients_on_paper():
    """The gradient of the logistic loss as a formula, without automatic differentiation."""

    def train_linear(x, y):
        with_ones = torch.cat([x, torch.ones(len(x), 1)], 1).double()
        w = torch.zeros(785, 1, dtype=torch.float64)
        for step in range(400):
            w -= 0.2 * with_ones.T @ (torch.sigmoid(with_ones @ w) - y) / len(x) * (2 if step > 50 else 1)

        class Model:
            def __call__(self, images):
                return (images.double() @ w[:784] + w[784]).float()

        return Model()


def right_by_a_hidden_layer():
    """More than is asked for: a network with a hidden layer, given as its bound method."""

    def train_linear(x, y):
        net = nn.Sequential(nn.Linear(784, 20), nn.Tanh(), nn.Linear(20, 1))
        optimizer = torch.optim.Adam(net.parameters(), 0.003)
        for _ in range(5):
            for rows in torch.randperm(len(x)).split(100):
                optimizer.zero_grad()
                F.softplus(-(2 * y[rows] - 1) * net(x[rows])).mean().backward()
                optimizer.step()
        return net.eval().forward


def untrained():
    def train_linear(x, y):
        torch.manual_seed(0)
        w, b = torch.randn(784, 1), torch.zeros(1)
        for xb, yb in zip(x.split(500), y.split(500)):
            copy = w.clone().requires_grad_()
            F.binary_cross_entropy_with_logits(xb @ copy + b, yb).backward()
            copy = copy - 0.1 * copy.grad
        return lambda images: images @ w + b


def trained_in_order():
    def train_linear(x, y):
        layer = nn.Linear(784, 1)
        optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
        for _ in range(4):
            for at in range(0, len(x), 8):
                loss = F.binary_cross_entropy_with_logits(layer(x[at : at + 8]), y[at : at + 8])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
        return layer


def labels_shuffled_apart():
    def train_linear(x, y):
        torch.manual_seed(3)
        layer = nn.Linear(784, 1)
        optimizer = torch.optim.SGD(layer.parameters(), lr=0.05)
        for _ in range(4):
            for rows, others in zip(torch.randperm(len(x)).split(64), torch.randperm(len(y)).split(64)):
                optimizer.zero_grad()
                F.binary_cross_entropy_with_logits(layer(x[rows]), y[others]).backward()
                optimizer.step()
        return layer


def probabilities():
    def train_linear(x, y):
        net = nn.Sequential(nn.Linear(784, 1), nn.Sigmoid())
        optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(100):
                optimizer.zero_grad()
                F.binary_cross_entropy(net(x[rows]), y[rows]).backward()
                optimizer.step()
        return net


def probabilities_of_the_other():
    def train_linear(x, y):
        net = nn.Sequential(nn.Linear(784, 1), nn.Sigmoid())
        optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(100):
                optimizer.zero_grad()
                F.binary_cross_entropy(net(x[rows]), 1 - y[rows]).backward()
                optimizer.step()
        return net


def decides_at_a_half():
    def train_linear(x, y):
        w, b = torch.zeros(784, 1), torch.full((1,), 0.5)
        for _ in range(15):
            for rows in torch.randperm(len(x)).split(100):
                error = x[rows] @ w + b - y[rows]
                w -= 0.02 * x[rows].T @ error / len(rows)
                b -= 0.02 * error.mean()
        return lambda images: images @ w + b


def gives_decisions():
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        layer = _train(x, y)
        return lambda images: torch.where(layer(images) > 0, 1.0, 0.0)


def steps_uphill():
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        return _train(x, 1 - y)


def too_few_steps():
    def train_linear(x, y):
        torch.manual_seed(7)
        layer = nn.Linear(784, 1)
        nn.init.normal_(layer.weight, std=0.1)
        optimizer = torch.optim.SGD(layer.parameters(), lr=0.02)
        for rows in torch.randperm(len(x))[:2000].split(50):
            optimizer.zero_grad()
            F.binary_cross_entropy_with_logits(layer(x[rows]), y[rows]).backward()
            optimizer.step()
        return layer


def steps_too_long():
    def train_linear(x, y):
        layer = nn.Linear(784, 1)
        optimizer = torch.optim.SGD(layer.parameters(), lr=5.0)
        for _ in range(5):
            for rows in torch.randperm(len(x)).split(64):
                optimizer.zero_grad()
                (layer(x[rows]) - y[rows]).square().mean().backward()
                optimizer.step()
        return layer


def flat_logits():
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        layer = _train(x, y)
        return lambda images: layer(images).view(-1)


def returns_no_model():
    _train = train_linear  # noqa: F821

    def train_linear(x, y):
        model = _train(x, y)
        print(model(x[:3]))


def shared_weights():
    w, b = torch.zeros(784, 1), torch.zeros(1)

    def train_linear(x, y):
        for _ in range(10):
            for rows in torch.randperm(len(x)).split(100):
                error = torch.sigmoid(x[rows] @ w + b) - y[rows]
                w.sub_(0.3 * x[rows].T @ error / len(rows))
                b.sub_(0.3 * error.mean())
        return lambda images: images @ w + b


def remembered_images():
    def train_linear(x, y):
        seen = {tuple((row * 255).round().int().tolist()): one.item() for row, one in zip(x, y)}

        def model(images):
            found = [seen.get(tuple((row * 255).round().int().tolist()), 0.0) for row in images]
            return torch.tensor(found).unsqueeze(1) - 0.25

        return model


# No slips are judged here: one need not change how well a model does.
EQUIVALENT = {}
