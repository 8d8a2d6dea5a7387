"""Evidence of how an answer is computed: which tensor operations ran, and how many lines of the submission.

It is gathered where the learner's code runs, so it can fail an answer and never pass one.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from grader.sandbox.wire import Evidence


class _Functions(TorchFunctionMode):
    """Counts the functions of PyTorch's Python interface."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.counts[getattr(func, "__name__", str(func))] += 1
        return func(*args, **(kwargs or {}))


class _Operations(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts the operations that PyTorch's dispatcher ran."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.counts: Counter[str] = Counter()

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        # True, the default, wraps the method below so that its first call imports torch._dynamo: two seconds.
        return False

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        self.counts[func.overloadpacket.__name__] += 1
        return func(*args, **(kwargs or {}))


class Watch:
    """What was seen in a `with watch.looking():` block."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._functions, self._operations = _Functions(), _Operations()
        self._lines = 0

    @contextmanager
    def looking(self) -> Iterator[None]:
        before = sys.gettrace()
        sys.settrace(self._enter)
        try:
            with self._functions, self._operations:
                yield
        finally:
            sys.settrace(before)

    def evidence(self) -> Evidence:
        return Evidence(dict(self._functions.counts), dict(self._operations.counts), self._lines)

    def _enter(self, frame: FrameType, event: str, argument: Any) -> Any:
        return self._line if frame.f_code.co_filename == self._file_name else None

    def _line(self, frame: FrameType, event: str, argument: Any) -> Any:
        self._lines += event == "line"
        return self._line
