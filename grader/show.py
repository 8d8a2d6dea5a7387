"""Values as a learner reads them: as code that can be pasted where they are small, else by shape and type."""

from __future__ import annotations

import math
import textwrap
from typing import Any

import numpy as np
import torch

from grader.remote import Remote, type_name

MAX_ELEMENTS = 32
MAX_ROWS = 3
DIGITS = 6
MAX_TEXT = 300
MAX_LINE = 54
NEW_LINE = "\n"


def dtype_name(dtype: torch.dtype) -> str:
    return str(dtype).removeprefix("torch.")


def kind(value: Any) -> str:
    """What sort of thing a value is, with its article: "a float32 tensor of shape (3, 2)"."""
    if isinstance(value, torch.Tensor):
        name = dtype_name(value.dtype)
        return f"{with_article(name)} tensor of shape {tuple(value.shape)}"
    if isinstance(value, np.ndarray):
        return f"a numpy array of shape {value.shape} and type {value.dtype}"
    if value is None:
        return "None"
    name = type_name(value) if isinstance(value, Remote) else type(value).__name__
    return with_article(name)


def with_article(name: str) -> str:
    spoken_with_a_consonant = name.lower().startswith(("u", "one"))  # "a uint8 tensor", "a UserWarning"
    return f"{'an' if name[0].lower() in 'aeiou' and not spoken_with_a_consonant else 'a'} {name}"


def code(value: Any, digits: int = DIGITS) -> str:
    """A value as code, or what it is where it would be long. digits: of floats."""
    if isinstance(value, torch.Tensor):
        return _tensor_code(value, digits)
    if isinstance(value, list | tuple | dict) and len(value) > MAX_ELEMENTS:
        return f"<{kind(value)} of {len(value)}>"
    if isinstance(value, list):
        return short(f"[{', '.join(map(code, value))}]", kind(value))
    if isinstance(value, tuple):
        return short(f"({', '.join(map(code, value))}{',' if len(value) == 1 else ''})", kind(value))
    if isinstance(value, float):
        return number(value, digits)
    if callable(value) and not isinstance(value, Remote):
        return f"<{getattr(value, '__name__', kind(value))}>"
    return short(repr(value), kind(value))


def _tensor_code(value: torch.Tensor, digits: int) -> str:
    if value.numel() > MAX_ELEMENTS or value.device.type == "meta":
        return f"<{kind(value)}>"
    plain = value.detach()
    extra = "" if plain.dtype in (torch.float32, torch.int64, torch.bool) else f", dtype={plain.dtype}"
    tracked = ", requires_grad=True" if value.requires_grad else ""
    if not plain.numel():
        return f"torch.empty({tuple(plain.shape)}{extra}{tracked})"
    return f"torch.tensor({_numbers(plain.tolist(), digits, len('torch.tensor('))}{extra}{tracked})"


def _numbers(value: Any, digits: int, column: int) -> str:
    """Nested lists as code; a long line goes on below, from `column` on: a few rows one by one, many filled up."""
    if not isinstance(value, list):
        return number(value, digits) if isinstance(value, float) else repr(value)
    parts = [_numbers(item, digits, column + 1) for item in value]
    line = f"[{', '.join(parts)}]"
    if len(line) <= MAX_LINE and NEW_LINE not in line:
        return line
    if isinstance(value[0], list) and len(value) <= MAX_ROWS:
        return f"[{(',' + NEW_LINE + ' ' * (column + 1)).join(parts)}]"
    return (NEW_LINE + " " * (column + 1)).join(textwrap.wrap(" ".join(line.split()), MAX_LINE))


def number(value: float, digits: int = DIGITS) -> str:
    """A float to so many digits, as code."""
    if not math.isfinite(value):
        return f"float('{value}')"
    text = f"{value:.{digits}g}"
    return text if any(mark in text for mark in ".e") else f"{text}."


def short(text: str, otherwise: str) -> str:
    return text if len(text) <= MAX_TEXT else f"<{otherwise}>"


def aligned(head: str, text: str) -> str:
    """`head` and a text whose further lines begin where its first one does."""
    return head + text.replace(NEW_LINE, NEW_LINE + " " * len(head))
