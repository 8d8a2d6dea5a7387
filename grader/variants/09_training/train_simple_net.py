"""train_simple_net in other styles: right answers, and the known mistakes as somebody else would write them."""

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


def right_by_a_module_of_its_own():
    """A module with a forward pass of its own, trained with Adam over a loader."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.second = nn.Linear(784, 64), nn.Linear(64, 1)

        def forward(self, x):
            return self.second(F.relu(self.first(x)))

    def train_simple_net(x, y):
        net = Net()
        optimizer = torch.optim.Adam(net.parameters(), lr=0.002)
        for _ in range(15):
            for xb, yb in DataLoader(TensorDataset(x, y), batch_size=100, shuffle=True):
                optimizer.zero_grad(set_to_none=False)
                nn.BCEWithLogitsLoss()(net(xb), yb).backward()
                optimizer.step()
        return net


def right_by_hand():
    """Plain gradient descent by hand, another bend, more features."""

    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 100), nn.LeakyReLU(), nn.Linear(100, 1))
        for turn in range(25):
            for rows in torch.randperm(len(x)).split(32):
                loss = F.binary_cross_entropy_with_logits(net(x[rows]), y[rows])
                net.zero_grad()
                loss.backward()
                with torch.no_grad():
                    for p in net.parameters():
                        p -= (0.2 if turn < 20 else 0.05) * p.grad
        return net.eval()


def linear_only():
    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 50), nn.Identity(), nn.Linear(50, 1))
        optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
        for _ in range(5):
            for rows in torch.randperm(len(x)).split(100):
                optimizer.zero_grad()
                F.binary_cross_entropy_with_logits(net(x[rows]), y[rows]).backward()
                optimizer.step()
        return net


def zeros_at_the_start():
    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 40), nn.ReLU(), nn.Linear(40, 1))
        net.load_state_dict({name: torch.zeros_like(p) for name, p in net.state_dict().items()})
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        for rows in torch.randperm(len(x)).split(100):
            optimizer.zero_grad()
            F.binary_cross_entropy_with_logits(net(x[rows]), y[rows]).backward()
            optimizer.step()
        return net


def too_few_steps():
    def train_simple_net(x, y):
        torch.manual_seed(4)
        net = nn.Sequential(nn.Linear(784, 40), nn.ReLU(), nn.Linear(40, 1))
        optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
        for rows in torch.randperm(len(x))[:1500].split(50):
            optimizer.zero_grad()
            F.binary_cross_entropy_with_logits(net(x[rows]), y[rows]).backward()
            optimizer.step()
        return net


def rate_that_diverges():
    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 40), nn.LeakyReLU(0.5), nn.Linear(40, 1))
        optimizer = torch.optim.SGD(net.parameters(), lr=100.0)
        for rows in torch.randperm(len(x)).split(64):
            optimizer.zero_grad()
            (net(x[rows]) - y[rows]).square().mean().backward()
            optimizer.step()
        return net


def untrained():
    def train_simple_net(x, y):
        torch.manual_seed(5)
        net = nn.Sequential(nn.Linear(784, 40), nn.ReLU(), nn.Linear(40, 1))
        for rows in torch.randperm(len(x)).split(500):
            net.zero_grad()
            F.binary_cross_entropy_with_logits(net(x[rows]), y[rows]).backward()
        return net


def trained_in_order():
    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 40), nn.ReLU(), nn.Linear(40, 1))
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        for _ in range(2):
            for at in range(0, len(x), 16):
                optimizer.zero_grad()
                F.binary_cross_entropy_with_logits(net(x[at : at + 16]), y[at : at + 16]).backward()
                optimizer.step()
        return net


def sigmoid_at_the_end():
    def train_simple_net(x, y):
        net = nn.Sequential(nn.Linear(784, 40), nn.ReLU(), nn.Linear(40, 1), nn.Sigmoid())
        optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
        for _ in range(6):
            for rows in torch.randperm(len(x)).split(64):
                optimizer.zero_grad()
                F.binary_cross_entropy(net(x[rows]), y[rows]).backward()
                optimizer.step()
        return net


def targets_turned_round():
    _train = train_simple_net  # noqa: F821

    def train_simple_net(x, y):
        return _train(x, (y == 0).float())


def flat_logits():
    _train = train_simple_net  # noqa: F821

    class Flat(nn.Module):
        def __init__(self, net):
            super().__init__()
            self.net = net

        def forward(self, x):
            return self.net(x).squeeze(-1)

    def train_simple_net(x, y):
        return Flat(_train(x, y))


def returns_a_function():
    _train = train_simple_net  # noqa: F821

    def train_simple_net(x, y):
        return _train(x, y).forward


def remembered_images():
    class Shelf(nn.Module):
        def __init__(self, x, y):
            super().__init__()
            self.rows = {bytes((row * 255).round().byte().tolist()): one for row, one in zip(x, y[:, 0].tolist())}

        def forward(self, x):
            found = [self.rows.get(bytes((row * 255).round().byte().tolist()), 0.0) for row in x]
            return torch.tensor(found)[:, None] * 2 - 1 - x.std(1, keepdim=True) * 0.1

    def train_simple_net(x, y):
        return Shelf(x, y)


# No slips are judged here: one need not change how well a model does.
EQUIVALENT = {}
