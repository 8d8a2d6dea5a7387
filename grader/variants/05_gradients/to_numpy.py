"""Answers to to_numpy in other styles: right ones, and the known mistakes as somebody else would write them."""

import numpy as np
import torch

EQUIVALENT = {}


def right_a_copy():
    """An array of its own."""

    def to_numpy(t):
        return t.detach().cpu().numpy().copy()


def right_by_data():
    """The numbers by the old name."""

    def to_numpy(t):
        return np.asarray(t.data)


def right_number_by_number():
    """Filled in, place by place."""

    def to_numpy(t):
        kinds = {torch.float32: np.float32, torch.float64: np.float64}
        made = np.empty(tuple(t.shape), dtype=kinds[t.dtype])
        for place in np.ndindex(*t.shape):
            made[place] = t[place].item()
        return made


def right_through_a_list():
    """A list, with the type written down."""

    def to_numpy(t):
        return np.array(t.tolist(), dtype=str(t.dtype).split(".")[1])


def right_forced():
    """PyTorch's own short way."""

    def to_numpy(t):
        return t.numpy(force=True)


def right_while_nothing_records():
    """Where nothing is recorded PyTorch hands a tracked tensor's numbers over too."""

    def to_numpy(t):
        with torch.no_grad():
            return t.numpy()


def fails_on_tracked():
    def to_numpy(t):
        return np.array(t.clone())


def switches_tracking_off():
    def to_numpy(t):
        t.requires_grad = False
        return np.array(t)


def off_and_on_again():
    def to_numpy(t):
        t.requires_grad = False
        copied = np.array(t)
        t.requires_grad = True
        return copied


def cut_off_in_place():
    def to_numpy(t):
        t.detach_()
        return np.asarray(t)


def a_list():
    def to_numpy(t):
        return t.detach().numpy().tolist()


def a_tensor():
    def to_numpy(t):
        return t.data.clone()


def float64_always():
    def to_numpy(t):
        return t.detach().double().numpy()


def float32_always():
    def to_numpy(t):
        return np.array(t.tolist(), dtype=np.float32)


def flat():
    def to_numpy(t):
        return t.detach().numpy().ravel()


def squeezed():
    def to_numpy(t):
        return np.squeeze(t.detach().numpy())


def a_number():
    def to_numpy(t):
        if t.ndim == 0:
            return float(t)
        return np.array(t.data)
