"""What lives where the submission runs, as a check sees it: a function, a class, or an object that these made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, Protocol

from grader.calls import SubmissionRaised
from grader.sandbox import wire
from grader.sandbox.wire import ProtocolError


class Asked(Protocol):
    """Whoever brings an operation to the submission, and its outcome back."""

    def ask(self, op: str, target: Any, *args: Any, **kwargs: Any) -> Any: ...


class Remote:
    """Something that lives where the submission runs: its function, its class, or an object it made.

    Its label tells how the check came by it (`Batches(...)`), and not what the submission calls its type.
    """

    def __init__(self, submission: Asked, node: wire.Handle | wire.Public, label: str) -> None:
        self.__dict__.update(_submission=submission, _node=node, _label=label)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._submission.ask("call", self, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._submission.ask("getattr", self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._submission.ask("setattr", self, name, value)

    def __getitem__(self, key: Any) -> Any:
        return self._submission.ask("getitem", self, key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._submission.ask("setitem", self, key, value)

    def __contains__(self, item: Any) -> bool:
        return bool(self._submission.ask("contains", self, item))

    def __len__(self) -> int:
        length = self._submission.ask("len", self)
        if not isinstance(length, int) or not 0 <= length <= sys.maxsize:
            raise ProtocolError("a length is a whole number")
        return length

    def __iter__(self) -> Iterator[Any]:
        iterator = self._submission.ask("iter", self)
        while True:
            try:
                yield self._submission.ask("next", iterator)
            except SubmissionRaised as raised:
                if raised.kind == "StopIteration":
                    return
                raise

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Remote) and self._node == other._node

    def __hash__(self) -> int:
        return hash(self._label)

    def __repr__(self) -> str:
        return f"<{self._label}>"


def type_name(remote: Remote) -> str:
    """The name that the submission's side gives to the type of an object."""
    node = remote._node
    return node.type_name.split(".")[-1] if isinstance(node, wire.Handle) else "function"


def label_of(target: Any) -> str:
    return target._label if isinstance(target, Remote) else getattr(target, "__name__", type(target).__name__)
