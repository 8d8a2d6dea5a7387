"""What a check asked of a submission, and the ways in which that fails."""

from __future__ import annotations

from typing import Any

import msgspec
import torch

from grader.sandbox.wire import Raised


class SubmissionRaised(Exception):
    """The submission's code raised. `kind` is the nearest builtin exception type's name."""

    def __init__(self, call: Call | None, raised: Raised) -> None:
        super().__init__(raised.kind, raised.text)
        self.call, self.kind, self.text = call, raised.kind, raised.text
        self.frames, self.own, self.todo = raised.frames, raised.own, raised.todo

    def summary(self) -> tuple[str, ...]:
        """What a diagnosis compares: the words of a `raise` are the learner's own, PyTorch's tell what went wrong."""
        return ("raised", self.kind) if self.own else ("raised", self.kind, self.text)


# Python itself asks by these (`hasattr`, `list(handle)`), so the exception has to be one of them too.
_ALSO: dict[str, type[SubmissionRaised]] = {
    kind.__name__: type(f"SubmissionRaised{kind.__name__}", (SubmissionRaised, kind), {})
    for kind in (AttributeError, IndexError, KeyError, TypeError, ValueError)
}


def as_exception(call: Call | None, raised: Raised) -> SubmissionRaised:
    return _ALSO.get(raised.kind, SubmissionRaised)(call, raised)


class SubmissionLacks(Exception):
    """The submission does not have this public name, or it is still `...`."""

    def __init__(self, name: str, todo: bool = False) -> None:
        super().__init__(name)
        self.name, self.todo = name, todo


class SubmissionBroken(Exception):
    """The submission does not import."""

    def __init__(self, raised: Raised) -> None:
        super().__init__(f"{raised.kind}: {raised.text}")
        self.raised = raised


class ArgumentChanged(Exception):
    """A call changed what it was given, where the contract says that it is left as it came.

    before, after: its numbers, where they are what changed.
    """

    def __init__(
        self,
        call: Call | None,
        what: str,
        how: str,
        before: torch.Tensor | None = None,
        after: torch.Tensor | None = None,
    ) -> None:
        super().__init__(what, how)
        self.call, self.what, self.how, self.before, self.after = call, what, how, before, after

    def summary(self) -> tuple[str, ...]:
        return "changed", self.what, self.how


class Call:
    """One call that a check made, for messages to show. target: what was called, where that has no plain name."""

    def __init__(
        self,
        name: str,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        parameters: tuple[str, ...] = (),
        target: Any = None,
    ) -> None:
        self.name, self.args, self.kwargs, self.parameters, self.target = name, args, kwargs, parameters, target
        self.outcome: Any = None

    def named(self) -> dict[str, Any]:
        """The arguments by their parameters' names, as far as these are known."""
        spare = (f"argument {number}" for number in range(1, len(self.args) + 1))
        names = [self.parameters[n] if n < len(self.parameters) else next(spare) for n in range(len(self.args))]
        return {**dict(zip(names, self.args, strict=True)), **self.kwargs}


class Came(msgspec.Struct, frozen=True, eq=False):
    """How a check came by an object that lives where the submission runs: what was asked of what.

    part: its place in the list or tuple that came. whole: then, how that came.
    """

    op: str
    target: Any
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    part: int | None = None
    whole: Came | None = None

    @property
    def question(self) -> Came:
        return self.whole or self
