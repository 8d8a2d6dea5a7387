"""What a check defines and a submission is given: functions and classes, pickled by value for the worker."""

from __future__ import annotations

import io
from functools import lru_cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

import cloudpickle

CARRIED = (
    "cloudpickle",
    "torch",
    "numpy",
    "math",
    "builtins",
    "operator",
    "functools",
    "itertools",
    "collections",
)


class _Pickler(cloudpickle.Pickler):  # type: ignore[misc]
    """Pickles what a check defines by value, and refuses what leans on more than PyTorch, numpy and Python."""

    def reducer_override(self, obj: Any) -> Any:
        if isinstance(obj, ModuleType):
            _carried(obj.__name__, obj)
        elif isinstance(obj, FunctionType) and not _carried(obj.__module__, obj):
            obj = _anonymous(obj)
        elif isinstance(obj, type) and not _carried(obj.__module__, obj):
            obj.__module__ = "__main__"
        return super().reducer_override(obj)


def _carried(module: str | None, obj: Any) -> bool:
    """Whether a worker has this module. Raises TypeError for one of ours, which no worker may have."""
    path = module or "builtins"
    root = path.split(".")[0]
    if root == "grader" and not path.startswith("grader.checks"):
        raise TypeError(f"{obj!r} leans on the grader; only torch, numpy and math may be used in it")
    return root in CARRIED or (root.startswith("_") and root != "__main__")


def _anonymous(function: FunctionType) -> FunctionType:
    """The same function without its file's name and text, to be sent by value."""
    known = {name: value for name, value in function.__globals__.items() if not name.startswith("__")}
    code = _nameless(function.__code__)
    fresh = FunctionType(code, known, function.__name__, function.__defaults__, function.__closure__)
    fresh.__kwdefaults__ = function.__kwdefaults__
    fresh.__module__ = "__main__"
    fresh.__qualname__ = function.__name__
    return fresh


def _nameless(code: CodeType) -> CodeType:
    constants = tuple(_nameless(item) if isinstance(item, CodeType) else item for item in code.co_consts)
    return code.replace(co_filename="<check>", co_consts=constants)


def pickled(value: Any) -> bytes:
    """A self-contained callable or class by value. Raises TypeError for one that leans on the grader."""
    if isinstance(value, FunctionType) and "<locals>" not in value.__qualname__:
        return _kept(value)
    return _pickled(value)


@lru_cache(maxsize=1_000)
def _kept(function: FunctionType) -> bytes:
    """What stands on the top level of a file of checks is the same for every submission."""
    return _pickled(function)


def _pickled(value: Any) -> bytes:
    stream = io.BytesIO()
    _Pickler(stream).dump(value)
    content = stream.getvalue()
    if b"grader" in content:
        raise TypeError(f"{value!r} leans on the grader; only torch, numpy and math may be used in it")
    return content
