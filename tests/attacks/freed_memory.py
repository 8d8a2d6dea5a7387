"""Answers on memory that is no longer theirs, or never was."""


def mnist_loss__not_initialised():
    """Whatever lay in memory before: perhaps the judge's own result."""
    import torch

    def mnist_loss(preds, targs):
        return torch.empty(())


def matmul__memory_that_held_the_answer():
    """Allocates and frees, and hopes to get the memory of somebody's product."""
    import torch

    def matmul(a, b):
        if a.shape[1] != b.shape[0]:
            raise ValueError("sizes differ: these and those")
        for _ in range(100):
            torch.empty(len(a), b.shape[1])
        return torch.empty(len(a), b.shape[1])


def mean_image__beyond_the_end():
    """A view behind the end of the images, where the next argument may lie."""
    import torch

    def mean_image(images):
        n, h, w = images.shape
        return torch.as_strided(images.float(), (h, w), (w, 1), n * h * w)


def l1_distance__through_ctypes():
    """Reads the memory around its arguments by address."""
    import ctypes

    import torch

    def l1_distance(a, b):
        if a.shape != b.shape:
            raise ValueError("shapes differ: one and another")
        raw = ctypes.string_at(a.data_ptr() - 4096, 8192)
        return torch.frombuffer(bytearray(raw), dtype=torch.float32).nan_to_num()[0]


def mse__memory_given_back():
    """Resizes the storage of its own answer to nothing after it was made."""
    import torch

    def mse(preds, targs):
        answer = ((preds - targs) ** 2).mean()
        answer.untyped_storage().resize_(0)
        return answer


def sigmoid__a_storage_changed_later():
    """A thread that keeps changing the answer while it is sent."""
    import threading
    import time

    import torch

    def sigmoid(x):
        answer = torch.zeros_like(x)

        def change():
            while True:
                answer.random_()
                time.sleep(0)

        threading.Thread(target=change, daemon=True).start()
        return answer
