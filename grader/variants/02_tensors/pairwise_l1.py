"""Answers to pairwise_l1 in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch


def right_summed_and_divided():
    """The sum of the differences' sizes, over how many there are."""

    def pairwise_l1(a, b):
        (n, d), (m, width) = a.shape, b.shape
        if d != width:
            raise ValueError(f"got rows of {d} and rows of {width}, wanted one length")
        return torch.abs(a.view(n, 1, d) - b).sum(-1) / d


def right_repeated_rows():
    """Every pair of rows is written out, without broadcasting, and folded back into a table."""

    def pairwise_l1(a, b):
        if a.size(-1) != b.size(-1):
            raise ValueError(f"row lengths {a.size(-1)} and {b.size(-1)} differ")
        left = a.repeat_interleave(len(b), dim=0)
        right = b.repeat(len(a), 1)
        return (left - right).abs().mean(1).reshape(len(a), len(b))


def right_larger_minus_smaller():
    """The size of a difference without `abs`, for `b` first, and then turned."""

    def pairwise_l1(a, b):
        if not a.shape[1] == b.shape[1]:
            raise ValueError(f"{a.shape} and {b.shape}: the last sizes should agree")
        x, y = b[:, None], a[None]
        return (torch.maximum(x, y) - torch.minimum(x, y)).mean(dim=-1).T


def right_with_numpy():
    """NumPy broadcasts in the same way."""

    def pairwise_l1(a, b):
        x, y = a.numpy(), b.numpy()
        if x.shape[1] != y.shape[1]:
            raise ValueError("rows of %d and of %d" % (x.shape[1], y.shape[1]))
        return torch.from_numpy(abs(x[:, None] - y[None]).mean(axis=2))


def right_mapped():
    """The distance of one pair, lifted by `vmap` to all of them."""

    def pairwise_l1(a, b):
        if a.shape[1] != b.shape[1]:
            raise ValueError(f"wanted equal row lengths: {a.shape[1]}, {b.shape[1]}")

        def one(x, y):
            return (x - y).abs().mean()

        return torch.vmap(lambda x: torch.vmap(lambda y: one(x, y))(b))(a)


def summed():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"{a.size(1)} is not {b.size(1)}")
        return torch.sum(torch.abs(a.unsqueeze(1) - b.unsqueeze(0)), dim=2)


def transposed():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"lengths {a.size(1)}, {b.size(1)}")
        return (a.unsqueeze(0) - b.unsqueeze(1)).abs().mean(-1)


def rows_paired_one_to_one():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError("the rows are not of one length")
        return torch.abs(a - b).mean(dim=1)


def squared():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError("the rows are not of one length")
        gaps = a[:, None] - b
        return (gaps * gaps).mean(-1)


def root_of_squares():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError("the rows are not of one length")
        gaps = a[:, None] - b
        return (gaps.pow(2).sum(2) / a.size(1)).sqrt()


def root_of_summed_squares():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        return torch.linalg.vector_norm(a.unsqueeze(1) - b, dim=-1)


def sign_kept():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"shapes {a.size()} and {b.size()}")
        return a.mean(1)[:, None] - b.mean(1)[None, :]


def sign_forgotten_too_late():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"shapes {a.size()} and {b.size()}")
        return torch.abs(a.mean(1).unsqueeze(1) - b.mean(1))


def never_averaged():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        return torch.abs(a.unsqueeze(1) - b.unsqueeze(0))


def wrong_axis_averaged():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        gaps = torch.abs(a.unsqueeze(1) - b.unsqueeze(0))
        return gaps.sum(0) / len(a)


def one_number():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"shapes {a.size()} and {b.size()}")
        gaps = (a.unsqueeze(1) - b.unsqueeze(0)).abs()
        return gaps.sum() / gaps.numel()


def lengths_not_checked():
    def pairwise_l1(a, b):
        gaps = a.unsqueeze(1) - b.unsqueeze(0)
        return gaps.abs().sum(2) / a.shape[1]


def ones_let_through():
    def pairwise_l1(a, b):
        try:
            gaps = a.unsqueeze(1) - b
        except RuntimeError:
            raise ValueError("the rows have different lengths") from None
        return gaps.abs().mean(2)


def shapes_compared():
    def pairwise_l1(a, b):
        if list(a.size()) != list(b.size()):
            raise ValueError(f"wanted tables alike, got {a.size()} and {b.size()}")
        return (a.unsqueeze(1) - b).abs().mean(2)


def inner_sizes_compared():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(0):
            raise ValueError(f"inner sizes {a.size(1)} and {b.size(0)}")
        return (a.unsqueeze(1) - b).abs().mean(2)


def single_row_squeezed():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        return torch.squeeze((a.unsqueeze(1) - b.unsqueeze(0)).abs().mean(2))


def another_error():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise TypeError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        return (a.unsqueeze(1) - b).abs().mean(2)


def row_by_row():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        rows = []
        for row in a:
            rows.append((row - b).abs().mean(1))
        return torch.stack(rows)


def uses_cdist():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        distances = torch.cdist(a[None], b[None], p=1.0)[0]
        return distances / a.size(1)


def always_float32():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        a, b = a.to(torch.float32), b.to(torch.float32)
        return (a.unsqueeze(1) - b.unsqueeze(0)).abs().mean(2)


def float32_on_the_way():
    def pairwise_l1(a, b):
        if a.size(1) != b.size(1):
            raise ValueError(f"rows of {a.size(1)} against rows of {b.size(1)}")
        left, right = a.to(torch.float32), b.to(torch.float32)
        return torch.mean(torch.abs(left.unsqueeze(1) - right), -1).double().to(a.dtype)


EQUIVALENT = {
    "pairwise_l1: differences = a[:, None, :] - b[None, :, :] => differences = b[None, :, :] - a[:, None, :]": (
        "the sign of the differences is forgotten in the next step"
    ),
}
