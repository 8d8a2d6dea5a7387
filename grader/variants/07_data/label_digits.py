"""Answers to label_digits in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch


def right_by_filling():
    """An empty table is filled, row by row, and a column of zeros gets its ones."""

    def label_digits(first, second):
        n, m = first.shape[0], second.shape[0]
        x, y = torch.empty(n + m, 784), torch.zeros(n + m, 1)
        for row, image in enumerate([*first, *second]):
            x[row] = image.reshape(-1)
        y[:n] = 1
        return x, y


def right_by_numpy():
    """NumPy joins and reshapes, and both come back as float32."""

    def label_digits(first, second):
        stack = np.concatenate((first.numpy(), second.numpy()), axis=0)
        labels = np.repeat([1, 0], [len(first), len(second)])
        return torch.from_numpy(stack.reshape(-1, 784).astype(np.float32)), torch.from_numpy(
            labels.astype("float32")[:, None]
        )


def right_by_view():
    """Each stack is laid out by itself, with -1 for the number of images, and the labels come from a comparison."""

    def label_digits(first, second):
        x = torch.vstack((first.view(-1, 28 * 28), second.view(-1, 28 * 28))).to(torch.float32)
        place = torch.arange(len(x)).unsqueeze(1)
        return x, (place < len(first)).to(torch.float32)


def right_by_lists():
    """Nested lists of Python numbers all the way."""

    def label_digits(first, second):
        rows, labels = [], []
        for label, stack in ((1.0, first), (0.0, second)):
            for image in stack.tolist():
                rows.append([pixel for line in image for pixel in line])
                labels.append([label])
        return torch.tensor(rows, dtype=torch.float32), torch.tensor(labels)


def targets_of_rank_one():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        return x, torch.tensor([1.0] * len(first) + [0.0] * len(second))


def targets_as_one_row():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        return x, torch.tensor([1.0] * len(first) + [0.0] * len(second)).unsqueeze(0)


def labels_swapped():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        y = torch.ones(len(x), 1)
        y[: len(first)] = 0
        return x, y


def counts_swapped():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        y = torch.zeros(len(x), 1)
        y[: len(second)] = 1
        return x, y


def second_stack_first():
    def label_digits(first, second):
        x = torch.vstack([second, first]).reshape(-1, 784).to(torch.float32)
        y = torch.zeros(len(x), 1)
        y[: len(first)] = 1
        return x, y


def order_mixed():
    def label_digits(first, second):
        n, m = len(first), len(second)
        rows = [(image, 1.0) for image in first] + [(image, 0.0) for image in second]
        rows = rows[1::2] + rows[0::2]
        if n + m > 2 and n == 1:
            rows = rows[::-1]
        return (
            torch.stack([image for image, _ in rows]).reshape(-1, 784).to(torch.float32),
            torch.tensor([[label] for _, label in rows]),
        )


def whole_number_labels():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        return x, (torch.arange(len(x)) < len(first)).long().unsqueeze(1)


def pixels_stay_bytes():
    def label_digits(first, second):
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        return torch.vstack([first.reshape(-1, 784), second.reshape(-1, 784)]), y


def float64_numbers():
    def label_digits(first, second):
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        x = np.concatenate([first.numpy(), second.numpy()]).astype(float)
        return torch.from_numpy(x).reshape(-1, 784), y


def scaled():
    def label_digits(first, second):
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        return torch.vstack([first / 255.0, second / 255.0]).reshape(-1, 784), y


def scaled_if_bytes():
    def label_digits(first, second):
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        scale = 1.0 if first.is_floating_point() else 255.0
        return torch.vstack([first, second]).reshape(-1, 784).to(torch.float32) / scale, y


def images_not_flattened():
    def label_digits(first, second):
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        return torch.stack([image.to(torch.float32) for image in [*first, *second]]), y


def one_single_row():
    def label_digits(first, second):
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        return torch.vstack([first, second]).to(torch.float32).flatten()[None], y


def view_for_one_image():
    def label_digits(first, second):
        a, b = first.view(1, 28 * 28).to(torch.float32), second.view(1, 28 * 28).to(torch.float32)
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        return torch.vstack([a, b]), y


def pixels_column_by_column():
    def label_digits(first, second):
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        return torch.stack([image.T.reshape(-1).to(torch.float32) for image in [*first, *second]]), y


def equal_numbers_only():
    def label_digits(first, second):
        both = torch.stack((first, second)).to(torch.float32)
        y = torch.zeros(len(first) + len(second), 1)
        y[: len(first)] = 1
        return both.flatten(0, 1).flatten(1), y


def minus_one_for_the_second():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        y = torch.ones(len(x), 1)
        y[len(first) :] = -1
        return x, y


def a_column_for_each_kind():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        y = torch.zeros(len(x), 2)
        y[: len(first), 0] = 1
        y[len(first) :, 1] = 1
        return x, y


def list_instead_of_tuple():
    def label_digits(first, second):
        x = torch.vstack([first, second]).reshape(-1, 784).to(torch.float32)
        y = torch.zeros(len(x), 1)
        y[: len(first)] = 1
        answer = []
        answer.append(x)
        answer.append(y)
        return answer


EQUIVALENT = {}
