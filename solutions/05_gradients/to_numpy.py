"""The numbers of a tensor, as an array."""

import numpy as np
from torch import Tensor


def to_numpy(t: Tensor) -> np.ndarray:
    """The numbers of `t` as an array of the same shape and type."""
    # The detached tensor is another one on the same memory: `t` itself goes on recording.
    return t.detach().numpy()
