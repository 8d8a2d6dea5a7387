"""train_mnist in other styles: right answers, and the known mistakes as somebody else would write them."""

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


def right_by_a_wide_hidden_layer():
    """No convolution: one wide hidden layer, Adam, many passes; the model is a method."""

    class Reader:
        def __init__(self, device):
            self.device = device
            self.net = nn.Sequential(nn.Linear(784, 400), nn.ReLU(), nn.Dropout(0.2), nn.Linear(400, 10)).to(device)

        def prepared(self, images):
            return images.to(self.device).flatten(1).float().div(255)

        def scores(self, images):
            with torch.inference_mode():
                return self.net(self.prepared(images)).cpu().clone()

    def train_mnist(images, labels, device):
        reader = Reader(device)
        optimizer = torch.optim.Adam(reader.net.parameters(), lr=0.002)
        for _ in range(6 if len(images) > 20_000 else 12):
            for rows in torch.randperm(len(images)).split(100):
                optimizer.zero_grad()
                loss = F.cross_entropy(reader.net(reader.prepared(images[rows])), labels[rows].to(device))
                loss.backward()
                optimizer.step()
        reader.net.eval()
        return reader.scores


def right_by_a_module():
    """A module that prepares its images itself, trained over a loader; scores are logarithms of probabilities."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.see = nn.Conv2d(1, 16, 5, stride=2)
            self.look = nn.Conv2d(16, 32, 3, stride=2)
            self.say = nn.Linear(32 * 5 * 5, 10)

        def forward(self, images):
            x = images.unsqueeze(1).to(self.say.weight.device, torch.float32) / 128 - 1
            return F.log_softmax(self.say(F.relu(self.look(F.relu(self.see(x)))).flatten(1)), dim=1)

    def train_mnist(images, labels, device):
        net = Net().to(device)
        optimizer = torch.optim.AdamW(net.parameters(), lr=0.003)
        for _ in range(3 if len(images) > 20_000 else 8):
            for xb, yb in DataLoader(TensorDataset(images, labels), batch_size=64, shuffle=True):
                optimizer.zero_grad()
                F.nll_loss(net(xb), yb.to(device)).backward()
                optimizer.step()
        return net


def untrained():
    def train_mnist(images, labels, device):
        torch.manual_seed(2)
        net = nn.Sequential(nn.Unflatten(1, (1, 28)), nn.Conv2d(1, 4, 5), nn.ReLU(), nn.Flatten(), nn.Linear(2304, 10))
        return lambda new: net(new.float() / 255)


def digits_hard_coded():
    def train_mnist(images, labels, device):
        drawings = [
            ".###. #...# #...# #...# #...# #...# .###.",
            "..#.. ..#.. ..#.. ..#.. ..#.. ..#.. ..#..",
            ".###. #...# ....# ...#. ..#.. .#... #####",
            ".###. #...# ....# ..##. ....# #...# .###.",
            "#..#. #..#. #..#. ##### ...#. ...#. ...#.",
            "##### #.... ####. ....# ....# #...# .###.",
            "..#.. .#... #.... ####. #...# #...# .###.",
            "##### ....# ....# ...#. ..#.. ..#.. .#...",
            ".###. #...# #...# .###. #...# #...# .###.",
            ".###. #...# #...# .#### ....# ....# ..#..",
        ]
        grid = torch.tensor([[float(c == "#") for c in text.replace(" ", "")] for text in drawings]).view(10, 1, 7, 5)
        masks = F.pad(F.interpolate(grid, scale_factor=3, mode="bilinear"), (7, 6, 4, 3))

        def soft(x):
            flat = F.avg_pool2d(x, 5, 1, 2).flatten(1)
            return F.normalize(flat - flat.mean(1, keepdim=True), dim=1)

        return lambda new: torch.mm(soft(new[:, None].float()), soft(masks).t())


def numbering_of_its_own():
    _train = train_mnist  # noqa: F821

    def train_mnist(images, labels, device):
        return _train(images, (labels + 1) % 10, device)


def forgets_to_scale():
    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 60), nn.ReLU(), nn.Linear(60, 10)).to(device)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.2)
        for rows in torch.randperm(len(images)).split(100):
            optimizer.zero_grad()
            F.cross_entropy(net(images[rows].to(device, torch.float32)), labels[rows].to(device)).backward()
            optimizer.step()

        def model(new):
            return net(new.to(device, torch.float32))

        return model


def rate_that_diverges():
    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 60), nn.LeakyReLU(0.5), nn.Linear(60, 10)).to(device)
        optimizer = torch.optim.SGD(net.parameters(), lr=200.0)
        targets = torch.eye(10, device=device)[labels]
        for rows in torch.randperm(len(images)).split(100):
            optimizer.zero_grad()
            (net(images[rows].to(device) / 255) - targets[rows]).square().mean().backward()
            optimizer.step()
        return lambda new: net(new.to(device) / 255)


def needs_the_gpu():
    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 10)).cuda()
        images, labels = images.cuda(), labels.cuda()
        return lambda new: net(new.cuda() / 255)


def forgets_evaluation_mode():
    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 100), nn.ReLU(), nn.Dropout(0.5), nn.Linear(100, 10)).to(
            device
        )
        optimizer = torch.optim.Adam(net.parameters(), lr=0.002)
        for _ in range(10):
            for rows in torch.randperm(len(images)).split(100):
                optimizer.zero_grad()
                F.cross_entropy(net(images[rows].to(device) / 255), labels[rows].to(device)).backward()
                optimizer.step()
        return lambda new: net(new.to(device) / 255)


def takes_prepared_images():
    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Conv2d(1, 8, 5, stride=2), nn.ReLU(), nn.Flatten(), nn.Linear(8 * 12 * 12, 10)).to(
            device
        )
        x = images.unsqueeze(1).to(device) / 255
        optimizer = torch.optim.Adam(net.parameters(), lr=0.003)
        for rows in torch.randperm(len(x)).split(100):
            optimizer.zero_grad()
            F.cross_entropy(net(x[rows]), labels[rows].to(device)).backward()
            optimizer.step()
        return net


def linear_only():
    def train_mnist(images, labels, device):
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 64), nn.Linear(64, 10)).to(device)
        optimizer = torch.optim.Adam(net.parameters(), lr=0.002)
        for _ in range(8):
            for rows in torch.randperm(len(images)).split(100):
                optimizer.zero_grad()
                F.cross_entropy(net(images[rows].to(device) / 255), labels[rows].to(device)).backward()
                optimizer.step()
        return lambda new: net(new.to(device) / 255)


def too_few_steps():
    def train_mnist(images, labels, device):
        torch.manual_seed(3)
        net = nn.Sequential(nn.Flatten(), nn.Linear(784, 40), nn.Tanh(), nn.Linear(40, 10)).to(device)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.5)
        for rows in torch.randperm(len(images))[:5500].split(20):
            optimizer.zero_grad()
            F.cross_entropy(net(images[rows].to(device) / 255), labels[rows].to(device)).backward()
            optimizer.step()
        return lambda new: net(new.to(device) / 255)


def lowest_is_best():
    def train_mnist(images, labels, device):
        flat = images.flatten(1).float()
        means = torch.stack([flat[labels == kind].mean(0) for kind in range(10)])
        return lambda new: torch.cdist(new.flatten(1).float(), means)


def gives_labels():
    _train = train_mnist  # noqa: F821

    def train_mnist(images, labels, device):
        model = _train(images, labels, device)

        def answer(new):
            best, places = model(new).max(dim=1)
            return places

        return answer


def returns_a_pair():
    _train = train_mnist  # noqa: F821

    def train_mnist(images, labels, device):
        model = _train(images, labels, device)
        return [model, "done"]


def remembered_images():
    def train_mnist(images, labels, device):
        shelf = {bytes(one.flatten().tolist()): kind for one, kind in zip(images, labels.tolist())}

        def model(new):
            found = [shelf.get(bytes(one.flatten().tolist()), int(one[14].sum()) % 10) for one in new]
            return F.one_hot(torch.tensor(found), 10).float()

        return model


# No slips are judged here: one need not change how well a model does.
EQUIVALENT = {}
