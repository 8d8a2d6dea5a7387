"""What a check defines and a submission is given: functions and classes, pickled by value for the worker."""

from __future__ import annotations

import io
import operator
import sys
from functools import lru_cache
from importlib import import_module
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

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
    "importlib",
)


class _Import(NamedTuple):
    """A module among the globals of a function that is sent, with the modules inside it that the function uses.

    cloudpickle goes through all of `sys.modules` for each module that it meets there, which takes longer than all else.
    """

    name: str
    inner: tuple[str, ...] = ()

    def reduced(self) -> tuple[Any, ...]:
        """What imports them all, where it is unpickled, and gives the module itself."""
        if not self.inner:
            return import_module, (self.name,)
        return operator.getitem, ([_Import(name) for name in (self.name, *self.inner)], 0)


class _Pickler(cloudpickle.Pickler):  # type: ignore[misc]
    """Pickles what a check defines by value, and refuses what leans on more than PyTorch, numpy and Python."""

    def reducer_override(self, obj: Any) -> Any:
        if isinstance(obj, _Import):
            _carried(obj.name, obj.name)
            return obj.reduced()
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
    code = _nameless(function.__code__)
    # Not `__file__` and the like, which an attribute of that name (`f.__name__`) seems to ask for.
    used = [name for name in _names(code) if name in function.__globals__ and not name.startswith("__")]
    known = {name: _light(function.__globals__[name], code) for name in used}
    fresh = FunctionType(code, known, function.__name__, function.__defaults__, function.__closure__)
    fresh.__kwdefaults__ = function.__kwdefaults__
    fresh.__module__ = "__main__"
    fresh.__qualname__ = function.__name__
    return fresh


@lru_cache(maxsize=1_000)
def _nameless(code: CodeType) -> CodeType:
    constants = tuple(_nameless(item) if isinstance(item, CodeType) else item for item in code.co_consts)
    return code.replace(co_filename="<check>", co_consts=constants)


@lru_cache(maxsize=1_000)
def _names(code: CodeType) -> frozenset[str]:
    """The globals and attributes that a function uses, those of the functions inside it too."""
    inside = (_names(item) for item in code.co_consts if isinstance(item, CodeType))
    return frozenset(code.co_names).union(*inside)


def _light(value: Any, code: CodeType) -> Any:
    """The value of a global, and for a module how it is imported."""
    if not isinstance(value, ModuleType):
        return value
    return _Import(value.__name__, _used_in(value.__name__, code))


@lru_cache(maxsize=1_000)
def _used_in(module: str, code: CodeType) -> tuple[str, ...]:
    """The imported modules inside `module` that a function may mean by `module.inner`."""
    inside, names = f"{module}.", _names(code)
    return tuple(
        name for name in sys.modules if name.startswith(inside) and names.issuperset(name[len(inside) :].split("."))
    )


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
