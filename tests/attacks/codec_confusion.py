"""Values that the wire has no form for, or two."""


def mnist_loss__sparse():
    """A sparse tensor, which has no plain memory."""
    import torch

    def mnist_loss(preds, targs):
        return torch.zeros(1).to_sparse()


def mnist_loss__on_the_meta_device():
    """A tensor without any numbers behind it."""
    import torch

    def mnist_loss(preds, targs):
        return torch.empty((), device="meta")


def mnist_loss__quantised():
    """A quantised tensor."""
    import torch

    def mnist_loss(preds, targs):
        return torch.quantize_per_tensor(preds.detach().float(), 0.1, 0, torch.quint8)


def describe__within_itself():
    """A list that holds itself."""

    def describe(t):
        shape = []
        shape.append(shape)
        return (tuple(shape), shape, t.dtype)


def describe__nested_a_hundred_thousand_deep():
    """A tuple in a tuple in a tuple."""

    def describe(t):
        value = ()
        for _ in range(100_000):
            value = (value,)
        return value


def describe__a_named_tuple_with_a_will_of_its_own():
    """A named tuple whose fields are no fields."""

    class Strange(tuple):
        _fields = ("__class__", "a b", "")

    def describe(t):
        return Strange((tuple(t.shape), t.ndim, t.dtype))


def list_images__a_lone_surrogate():
    """Names that no encoding can write."""
    from pathlib import Path

    def list_images(folder):
        return [Path("\ud800\udfff.png"), Path("\0.png")]


def broadcast_shape__huge_numbers():
    """Integers of a million bits, and ones that only look like integers."""

    class Int(int):
        def __int__(self):
            raise SystemExit

        __index__ = __int__

    def broadcast_shape(a, b):
        return (1 << 1_000_000, Int(3))


def mnist_loss__a_class_that_breaks_while_it_is_read():
    """Every look at the answer raises."""

    class Trap:
        def __getattribute__(self, name):
            raise SystemExit(name)

    def mnist_loss(preds, targs):
        return Trap()


def mnist_loss__an_iterator_that_never_ends():
    """A generator in place of a number."""

    def mnist_loss(preds, targs):
        while True:
            yield preds


def mnist_loss__overlapping_giants():
    """A view of one number that claims to be a billion."""
    import torch

    def mnist_loss(preds, targs):
        return torch.zeros(1).expand(1 << 40)
