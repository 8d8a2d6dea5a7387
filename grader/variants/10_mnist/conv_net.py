"""Answers to conv_net in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def right_class_with_pooling():
    """A class of its own, pooling, batch norm and dropout."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(1, 8, 5)
            self.norm = nn.BatchNorm2d(8)
            self.conv2 = nn.Conv2d(8, 16, 5)
            self.drop = nn.Dropout(0.25)
            self.fc1 = nn.Linear(256, 64)
            self.fc2 = nn.Linear(64, 10)

        def forward(self, x):
            x = F.max_pool2d(F.relu(self.norm(self.conv1(x))), 2)
            x = F.max_pool2d(F.relu(self.conv2(x)), 2)
            x = x.view(x.size(0), -1)
            return self.fc2(self.drop(F.relu(self.fc1(x))))

    def conv_net():
        return Net()


def right_without_layers():
    """The weights are plain parameters, and `F.conv2d` does the work; the last weights begin with zeros."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.w1 = nn.Parameter(torch.randn(12, 1, 3, 3) / 3)
            self.w2 = nn.Parameter(torch.randn(20, 12, 3, 3) / 10)
            self.out = nn.Parameter(torch.zeros(10, 20))

        def forward(self, x):
            x = F.leaky_relu(F.conv2d(x, self.w1, stride=2, padding=1))
            x = F.leaky_relu(F.conv2d(x, self.w2, stride=2, padding=1))
            return x.mean(dim=(2, 3)) @ self.out.T

    def conv_net():
        return Net()


def right_convolutions_only():
    """Convolutions down to one place, and an average over the rest; each image is normalised first."""

    class Normal(nn.Module):
        def forward(self, x):
            return (x - x.mean((1, 2, 3), keepdim=True)) / (x.std((1, 2, 3), keepdim=True) + 1e-3)

    def conv_net():
        def stage(a, b):
            return [nn.Conv2d(a, b, 3, 2, 1), nn.GroupNorm(2, b), nn.GELU()]

        layers = [Normal(), *stage(1, 8), *stage(8, 16), *stage(16, 32)]
        return nn.Sequential(*layers, nn.Conv2d(32, 10, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(1))


def right_lazy():
    """The layers find out their sizes when they are first used."""

    def conv_net():
        return nn.Sequential(
            nn.LazyConv2d(12, 3, stride=2), nn.ReLU(), nn.LazyConv2d(12, 3, stride=2), nn.Tanh(),
            nn.Flatten(), nn.LazyLinear(40), nn.ReLU(), nn.LazyLinear(10),
        )  # fmt: skip


def right_convolution_along_rows():
    """One-dimensional convolutions over the 28 rows of a picture."""

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.rows = nn.Sequential(nn.Conv1d(28, 40, 3, padding=1), nn.SiLU(), nn.Conv1d(40, 20, 5, stride=3))
            self.head = nn.Linear(160, 10)

        def forward(self, images: Tensor) -> Tensor:
            return self.head(self.rows(images.squeeze(1)).flatten(start_dim=1))

    def conv_net():
        return Net()


def right_with_statistics_of_the_batch():
    """Batch norm that goes by the batch in both modes, and a residual connection; 200,000 parameters, all told."""

    class Block(nn.Module):
        def __init__(self, width):
            super().__init__()
            self.conv = nn.Conv2d(width, width, 3, padding="same", bias=False)
            self.norm = nn.BatchNorm2d(width, track_running_stats=False)

        def forward(self, x):
            return x + torch.relu(self.norm(self.conv(x)))

    def conv_net():
        net = nn.Sequential(nn.Conv2d(1, 16, 5, 3), Block(16), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(256, 10))
        net.register_parameter("spare", nn.Parameter(torch.zeros(200_000 - sum(p.numel() for p in net.parameters()))))
        return net


def softmax_at_the_end():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return torch.softmax(self.fc(F.relu(self.conv(x)).flatten(1)), -1)

        return Net()


def log_softmax_at_the_end():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return F.log_softmax(self.fc(F.relu(self.conv(x)).flatten(1)), dim=1)

        return Net()


def sigmoid_at_the_end():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return self.fc(F.relu(self.conv(x)).flatten(1)).sigmoid()

        return Net()


def tanh_at_the_end():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return F.softsign(self.fc(F.relu(self.conv(x)).flatten(1)))

        return Net()


def relu_at_the_end():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return self.fc(self.conv(x).clamp(min=0).flatten(1)).clamp(min=0)

        return Net()


def fixed_batch_size():
    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 8, 5, 4), nn.ReLU(), nn.Unflatten(1, (1, 8)), nn.Flatten(0), nn.Unflatten(0, (1, 288)),
            nn.Linear(288, 10),
        )  # fmt: skip


def single_image_squeezed():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return torch.squeeze(self.fc(F.relu(self.conv(x)).flatten(1)))

        return Net()


def alone_in_training():
    def conv_net():
        layers = [nn.Conv2d(1, 8, 5, 4), nn.ReLU(), nn.Flatten(), nn.BatchNorm1d(288), nn.Linear(288, 10)]
        return nn.Sequential(*layers)


def too_big():
    def conv_net():
        return nn.Sequential(
            nn.Conv2d(1, 6, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(6 * 784, 100), nn.ReLU(),
            nn.Linear(100, 10),
        )  # fmt: skip


def no_convolution():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1, self.conv2 = nn.Linear(784, 30), nn.Linear(30, 10)

            def forward(self, x):
                return self.conv2(self.conv1(x.reshape(len(x), 784)).relu())

        return Net()


def patches_by_hand():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.weight, self.fc = nn.Parameter(torch.randn(16, 8) / 4), nn.Linear(392, 10)

            def forward(self, x):
                patches = x[:, 0].unfold(1, 4, 4).unfold(2, 4, 4).flatten(3)
                return self.fc(torch.relu(patches @ self.weight).flatten(1))

        return Net()


def layers_do_not_fit():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(3, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return self.fc(F.relu(self.conv(x)).flatten(1))

        return Net()


def wrong_number_of_outputs():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 9)

            def forward(self, x):
                return self.fc(F.relu(self.conv(x)).flatten(1))

        return Net()


def not_flattened():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.last = nn.Conv2d(1, 8, 5, 4), nn.Conv2d(8, 10, 6)

            def forward(self, x):
                return self.last(F.relu(self.conv(x)))

        return Net()


def labels_instead_of_scores():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return self.fc(F.relu(self.conv(x)).flatten(1)).max(1).indices

        return Net()


def images_mixed_up():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                x = F.relu(self.conv(x)).transpose(0, 1)
                return self.fc(x.reshape(-1, 288))

        return Net()


def dropout_never_ends():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                x = F.relu(self.conv(x)).flatten(1)
                return self.fc(x * (torch.rand_like(x) > 0.5))

        return Net()


def image_not_used():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return self.fc(F.relu(self.conv(x)).flatten(1) * 0)

        return Net()


def cannot_learn():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)
                self.requires_grad_(False)

            def forward(self, x):
                return self.fc(F.relu(self.conv(x)).flatten(1))

        return Net()


def one_net_for_all():
    body = nn.Conv2d(1, 8, 5, 4)

    def conv_net():
        return nn.Sequential(body, nn.ReLU(), nn.Flatten(), nn.Linear(288, 10))


def not_a_module():
    def conv_net():
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 8, 5, 4), nn.Linear(288, 10)

            def forward(self, x):
                return self.fc(F.relu(self.conv(x)).flatten(1))

        return Net


EQUIVALENT = {
    "conv_net: first = nn.Conv2d(1, 16, kernel_size=3, stride=2, padding=1)"
    " => first = nn.Conv2d(1, 16, kernel_size=3, stride=2)": "28 pixels without an edge become 13, and these 7 again: another network, and as good",
    "conv_net: first = nn.Conv2d(1, 16, kernel_size=3, stride=2, padding=1)"
    " => first = nn.Conv2d(1, 16, kernel_size=4, stride=2, padding=1)": "a stamp of 4 by 4 makes 14 of 28 too",
    "conv_net: first = nn.Conv2d(1, 16, kernel_size=3, stride=2, padding=1)"
    " => first = nn.Conv2d(1, 16, kernel_size=3, stride=2, padding=0)": "as without the edge",
    "conv_net: second = nn.Conv2d(16, 32, kernel_size=3, stride=2, padding=1)"
    " => second = nn.Conv2d(16, 32, kernel_size=4, stride=2, padding=1)": "a stamp of 4 by 4 makes 7 of 14 too",
    "conv_net: return nn.Sequential(first, nn.ReLU(), second, nn.ReLU(), nn.Flatten(), last)"
    " => return nn.Sequential(nn.ReLU(), first, second, nn.ReLU(), nn.Flatten(), last)": "a network with one ReLU less in its middle is one that the contract allows",
}
