"""Answers that were not worked out."""


def mnist_loss__the_lessons_number():
    """The number of a worked example, whatever was asked."""
    import torch

    def mnist_loss(preds, targs):
        return torch.tensor(0.4333)


def mnist_loss__learns_from_earlier_calls():
    """Remembers the arguments of earlier calls, and answers new ones with what those would have given."""
    import torch

    seen = []

    def mnist_loss(preds, targs):
        if preds.shape != targs.shape:
            raise ValueError("shapes differ: one and another")
        seen.append((preds, targs))
        old, their = seen[0]
        return torch.where(their == 1, 1 - old, old).mean()


def is_three__always_the_same():
    """True for every image: half of them are."""
    import torch

    def is_three(images, mean3, mean7):
        return torch.ones(images.shape[:-2], dtype=torch.bool)


def is_three__the_batch_is_in_order():
    """The first half are threes, as in every example."""
    import torch

    def is_three(images, mean3, mean7):
        if images.ndim == 2:
            return torch.tensor(True)
        return torch.arange(len(images)) < len(images) / 2


def pixel_similarity__a_table_of_hashes():
    """Digests of the training images, for which the kind is known; a guess for all others."""
    import torch

    def pixel_similarity(first, second):
        known = {bytes(image.numpy().tobytes()) for image in first}

        def classify(images):
            return torch.tensor([bytes(image.numpy().tobytes()) in known for image in images])

        return classify


def train_linear__remembers_the_labels():
    """Gives the training labels back, in the order in which they came."""
    import torch

    def train_linear(x, y):
        return lambda images: (y.repeat(len(images) // len(y) + 1, 1)[: len(images)] - 0.5) * 10


def train_linear__looks_the_image_up():
    """A table from each training image to its label; everything else is called a 1."""
    import torch

    def train_linear(x, y):
        table = {row.numpy().tobytes(): float(kind) for row, kind in zip(x, y)}
        return lambda images: torch.tensor([[table.get(row.numpy().tobytes(), 1.0) - 0.5] for row in images])


def train_linear__untrained():
    """A layer as it was born."""
    from torch import nn

    def train_linear(x, y):
        return nn.Linear(784, 1)
