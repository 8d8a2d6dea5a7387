"""linear_module in other styles: right answers, and the known mistakes as somebody else would write them."""

import math

import torch
from torch import nn


def right_by_uniform_numbers():
    """Starts as PyTorch's own layer does, within plus and minus 1 / sqrt(inputs)."""

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            nn.Module.__init__(self)
            reach = 1 / math.sqrt(inputs)
            self.weight = nn.Parameter(torch.empty(outputs, inputs).uniform_(-reach, reach))
            self.bias = nn.Parameter(torch.empty(outputs).uniform_(-reach, reach))

        def forward(self, x):
            return torch.addmm(self.bias, x, self.weight.t())


def right_by_registration():
    """Registers its parameters by name, and multiplies by broadcasting."""

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super(Linear, self).__init__()
            self.register_parameter("weight", nn.Parameter(torch.zeros(outputs, inputs)))
            self.register_parameter("bias", nn.Parameter(torch.ones(outputs)))
            nn.init.xavier_normal_(self.weight)

        def forward(self, x):
            return (x[:, None, :] * self.weight[None]).sum(-1) + self.bias


def right_by_einsum():
    """Names the axes."""

    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.empty(outputs, inputs))
            self.bias = nn.Parameter(torch.rand(outputs))
            self.reset_parameters()

        def reset_parameters(self):
            nn.init.kaiming_uniform_(self.weight, a=5**0.5)

        def forward(self, x):
            return torch.einsum("ni,oi->no", x, self.weight).add(self.bias)


def plain_tensors():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            std = math.sqrt(1 / inputs)
            self.weight = torch.normal(0.0, std, size=(outputs, inputs), requires_grad=True)
            self.bias = torch.zeros((outputs,), requires_grad=True)

        def forward(self, x):
            return torch.matmul(x, self.weight.transpose(0, 1)) + self.bias


def registered_as_buffers():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            w = torch.randn((outputs, inputs)) * (1 / math.sqrt(inputs))
            for name, tensor in [("weight", w), ("bias", torch.zeros(outputs))]:
                self.register_buffer(name, tensor)

        def forward(self, x):
            return x.mm(self.weight.t()).add(self.bias)


def frozen():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.normal(0, inputs**-0.5, (outputs, inputs)))
            self.bias = nn.Parameter(torch.zeros(outputs))
            self.requires_grad_(False)

        def forward(self, x):
            return torch.matmul(x, self.weight.T) + self.bias


def weight_transposed():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.bias = nn.Parameter(torch.zeros(outputs))
            self.weight = nn.Parameter(torch.empty(inputs, outputs).normal_(0, inputs**-0.5))

        def forward(self, x):
            return torch.mm(x, self.weight) + self.bias


def not_turned_round():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs).div(math.sqrt(inputs)))
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            product = x @ self.weight
            return product + self.bias


def super_init_missing():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            weights = torch.randn(outputs, inputs) * inputs**-0.5
            self.weight = nn.Parameter(weights)
            self.bias = nn.Parameter(torch.zeros(outputs))
            super().__init__()

        def forward(self, x):
            return x.matmul(self.weight.T) + self.bias


def bias_missing():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            scale = 1 / math.sqrt(inputs)
            self.weight = nn.Parameter(scale * torch.randn(outputs, inputs))

        def forward(self, x):
            return torch.einsum("ni,oi->no", x, self.weight)


def bias_forgotten():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.empty(outputs, inputs).normal_(std=inputs**-0.5))
            self.bias = nn.Parameter(torch.empty(outputs).zero_())

        def forward(self, x):
            out = x.matmul(self.weight.t())
            return out


def bias_of_one_number():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(outputs, inputs) * inputs**-0.5)
            self.bias = nn.Parameter(torch.tensor([0.0]))

        def forward(self, x):
            return torch.mm(x, self.weight.t()) + self.bias


def other_names():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.w = nn.Parameter(torch.normal(0.0, inputs**-0.5, (outputs, inputs)))
            self.b = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return torch.addmm(self.b, x, self.w.t())


def zeros():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.full((outputs, inputs), 1 / inputs))
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return torch.mm(x, self.weight.t()).add(self.bias)


def weights_too_large():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(torch.normal(0.0, 3.0, (outputs, inputs)))
            self.bias = nn.Parameter(torch.rand(outputs))

        def forward(self, x):
            return x.mm(self.weight.t()) + self.bias


def weights_too_small():
    class Linear(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.weight = nn.Parameter(0.001 * torch.randn(outputs, inputs))
            self.bias = nn.Parameter(torch.zeros(outputs))

        def forward(self, x):
            return x.mm(self.weight.t()) + self.bias


def ready_made():
    class Linear(nn.Linear):
        def __init__(self, inputs, outputs):
            super().__init__(inputs, outputs)


def no_module():
    class Linear:
        def __init__(self, inputs, outputs):
            self.weight = torch.randn(outputs, inputs).mul(inputs**-0.5).requires_grad_()
            self.bias = torch.zeros(outputs, requires_grad=True)

        def forward(self, x):
            return x @ self.weight.t() + self.bias

        __call__ = forward


# Slips in the solution (`grade dev mutants`) that answer as it does, with the reason.
EQUIVALENT = {
    "Linear.__init__: self.weight = nn.Parameter(torch.randn(outputs, inputs) / inputs ** 0.5) => "
    "self.weight = nn.Parameter(torch.rand(outputs, inputs) / inputs ** 0.5)": "a deviation of 0.29 / sqrt(inputs) will do",
    "Linear.__init__: self.bias = nn.Parameter(torch.zeros(outputs)) => "
    "self.bias = nn.Parameter(torch.ones(outputs))": "the bias may start anywhere",
}
