"""Answers to matmul in other styles: right ones, and the known mistakes as somebody else would write them."""

import torch


def right_three_loops():
    """Three loops that add up one product after the other."""

    def matmul(a, b):
        (n, k), (inner, m) = a.shape, b.shape
        if k != inner:
            raise ValueError(f"got inner sizes {k} and {inner}, wanted equal ones")
        c = torch.zeros(n, m, dtype=a.dtype)
        for i in range(n):
            for j in range(m):
                for p in range(k):
                    c[i, j] += a[i, p] * b[p, j]
        return c


def right_row_by_row():
    """Each row of `a`, stood upright, is stretched over `b`."""

    def matmul(a, b):
        if a.size(1) != b.size(0):
            raise ValueError(f"wanted {a.size(1)} rows in the second, got {b.size(0)}")
        return torch.stack([(row.unsqueeze(1) * b).sum(0) for row in a])


def right_sum_of_outer_products():
    """A table of column times row for each inner place, all added up."""

    def matmul(a, b):
        if a.shape[-1] != b.shape[0]:
            raise ValueError("inner sizes differ: %d and %d" % (a.shape[-1], b.shape[0]))
        total = a.new_zeros(a.shape[0], b.shape[1])
        for column, row in zip(a.T, b, strict=True):
            total += column[:, None] * row
        return total


def right_plain_numbers():
    """Python's own numbers in lists, which are float64 inside."""

    def matmul(a, b):
        if len(a[0]) != len(b):
            raise ValueError(f"wanted (n, k) and (k, m), got {list(a.shape)} and {list(b.shape)}")
        columns = list(zip(*b.tolist(), strict=True))
        table = [[sum(x * y for x, y in zip(row, column, strict=True)) for column in columns] for row in a.tolist()]
        return torch.tensor(table, dtype=a.dtype)


def right_with_tensordot():
    """`tensordot` is not among what is off limits; nor is a check by a helper."""

    def _fit(a, b):
        if a.shape[1] == b.shape[0]:
            return
        raise ValueError(f"{tuple(a.shape)} does not fit {tuple(b.shape)}")

    def matmul(a, b):
        _fit(a, b)
        return torch.tensordot(a, b, dims=1)


def element_by_element():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"the inner sizes are {a.shape[1]} and {b.shape[0]}")
        return torch.mul(a, b)


def second_transposed():
    def matmul(a, b):
        n, k = a.shape
        k2, m = b.shape
        if k != k2:
            raise ValueError(f"{k} and {k2} should be equal")
        c = torch.zeros(n, m, dtype=a.dtype)
        for i in range(n):
            for j in range(m):
                for p in range(k):
                    c[i, j] += a[i, p] * b[j, p]
        return c


def never_filled():
    def matmul(a, b):
        if a.size(1) != b.size(0):
            raise ValueError(f"inner sizes {a.size(1)} and {b.size(0)}")
        result = a.new_zeros(a.size(0), b.size(1))
        for i in range(a.size(0)):
            for j in range(b.size(1)):
                place = result[i, j].item()
                for p in range(b.size(0)):
                    place += a[i, p] * b[p, j]
        return result


def square_only():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError("the inner sizes are not the same")
        size = len(a)
        result = torch.zeros((size, size), dtype=a.dtype)
        for i in range(size):
            for j in range(size):
                for k in range(size):
                    result[i, j] = result[i, j] + a[i, k] * b[k, j]
        return result


def whole_number_result():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"wanted equal inner sizes, got {a.shape[1]}, {b.shape[0]}")
        result = torch.zeros(a.shape[0], b.shape[1], dtype=torch.int32)
        for i in range(a.shape[0]):
            for j in range(b.shape[1]):
                result[i, j] = (a[i] * b[:, j]).sum()
        return result


def always_float32():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"cannot multiply {a.shape} by {b.shape}")
        rows = []
        for i in range(a.shape[0]):
            rows.append([float((a[i] * b[:, j]).sum()) for j in range(b.shape[1])])
        return torch.tensor(rows)


def float32_on_the_way():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"cannot multiply {a.shape} by {b.shape}")
        return (a.float()[:, :, None] * b.float()).sum(1).type(a.dtype)


def last_product_only():
    def matmul(a, b):
        n, m = a.shape[0], b.shape[1]
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"inner sizes: {a.shape[1]}, {b.shape[0]}")
        result = torch.zeros(n, m, dtype=b.dtype)
        for p in range(b.shape[0]):
            for i in range(n):
                for j in range(m):
                    result[i][j] = a[i][p] * b[p][j]
        return result


def averaged():
    def matmul(a, b):
        inner = a.size(1)
        if inner != b.size(0):
            raise ValueError(f"{inner} is not {b.size(0)}")
        total = sum(a[:, p].unsqueeze(1) * b[p].unsqueeze(0) for p in range(inner))
        return total / inner


def result_transposed():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError("the inner sizes differ")
        return torch.stack([(a * column).sum(dim=1) for column in b.T])


def sizes_not_checked():
    def matmul(a, b):
        n, k = a.shape
        result = torch.zeros(n, b.shape[1], dtype=a.dtype)
        for i in range(n):
            for j in range(b.shape[1]):
                for p in range(k):
                    result[i, j] += a[i, p] * b[p, j]
        return result


def other_sizes_compared():
    def matmul(a, b):
        if a.size() != b.size():
            raise ValueError(f"the sizes differ: {a.size()} and {b.size()}")
        return torch.stack([(row[:, None] * b).sum(0) for row in a])


def ones_let_through():
    def matmul(a, b):
        rows = []
        for row in a:
            try:
                rows.append((row[:, None] * b).sum(0))
            except RuntimeError as error:
                raise ValueError("inner sizes differ") from error
        return torch.stack(rows)


def smaller_size_used():
    def matmul(a, b):
        result = torch.zeros(len(a), len(b[0]), dtype=a.dtype)
        for i, row in enumerate(a):
            for j in range(b.shape[1]):
                for x, y in zip(row, b[:, j], strict=False):
                    result[i, j] += x * y
        return result


def another_error():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise IndexError(f"{a.shape} and {b.shape} do not fit")
        return torch.stack([(row.unsqueeze(1) * b).sum(0) for row in a])


def uses_the_operator():
    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError(f"{a.shape} by {b.shape} does not go")
        return torch.mm(a, b)


EQUIVALENT = {}
