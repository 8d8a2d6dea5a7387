"""Answers that claim to be what is wanted."""


def mnist_loss__equal_to_everything():
    """A tensor subclass whose comparisons all say yes."""
    import torch

    class Yes(torch.Tensor):
        def __eq__(self, other):
            return torch.ones((), dtype=torch.bool)

        def allclose(self, *args, **kwargs):
            return True

        def equal(self, other):
            return True

    def mnist_loss(preds, targs):
        return torch.zeros(()).as_subclass(Yes)


def mnist_loss__torch_function_answers():
    """A subclass that answers every PyTorch function itself, the judge's comparisons included."""
    import torch

    class Always(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            return True

    def mnist_loss(preds, targs):
        return torch.zeros(()).as_subclass(Always)


def mnist_loss__a_float_that_is_all_floats():
    """A float subclass that equals every number."""

    class Float(float):
        def __eq__(self, other):
            return True

        def __sub__(self, other):
            return 0.0

        __rsub__ = __sub__
        __hash__ = float.__hash__

    def mnist_loss(preds, targs):
        return Float(0)


def slope__a_float_that_is_all_floats():
    """The same where a Python float is wanted."""

    class Float(float):
        def __eq__(self, other):
            return True

        def __ne__(self, other):
            return False

        def __abs__(self):
            return 0.0

        def __sub__(self, other):
            return Float(0)

        __rsub__ = __sub__
        __hash__ = float.__hash__

    def slope(f, x_old, x_new):
        return Float(12345)

    def flat_share(f, xs):
        return Float(12345)


def describe__a_tuple_that_is_all_tuples():
    """A tuple subclass whose items are whatever they are compared with."""

    class Any:
        def __eq__(self, other):
            return True

        __hash__ = object.__hash__

    class Tuple(tuple):
        def __eq__(self, other):
            return True

        def __getitem__(self, i):
            return Any()

        __hash__ = tuple.__hash__

    def describe(t):
        return Tuple((1, 2, 3))


def mnist_loss__a_property_that_changes_its_mind():
    """A subclass with a shape that is right when it is looked at, and other numbers each time."""
    import torch

    class Fickle(torch.Tensor):
        @property
        def shape(self):
            return torch.Size([])

        def item(self):
            return 0.5

    def mnist_loss(preds, targs):
        return preds.detach().clone().as_subclass(Fickle)


def batches__a_length_that_is_an_object():
    """A length, and everything else, that is an int which equals every int."""

    class Int(int):
        def __eq__(self, other):
            return True

        __hash__ = int.__hash__

    class Batches:
        def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
            pass

        def __len__(self):
            return Int(7)

        def __iter__(self):
            return iter(())


def is_three__a_bool_that_is_both():
    """A bool tensor's look-alike: uint8 bytes that are neither 0 nor 1, read as bool."""
    import torch

    def is_three(images, mean3, mean7):
        n = images.shape[:-2]
        return torch.full(n, 255, dtype=torch.uint8).view(torch.bool)
