"""How a call failed, as values: the call as code, what came, what was wanted, and what tells them apart."""

from __future__ import annotations

import math
import re
from typing import Any

import torch

from grader import shapes
from grader.calls import ArgumentChanged, Call, SubmissionLacks, SubmissionRaised
from grader.mismatch import Mismatch
from grader.paste import call_code
from grader.result import Failure
from grader.sandbox.clock import WorkerEnded
from grader.sandbox.wire import ProtocolError
from grader.show import code, kind
from grader.submission import Submission
from grader.wording import is_todo

SILENT = SubmissionLacks | WorkerEnded | ProtocolError  # there was no call, or it never came back
CURVE = range(3, 200)  # numbers that make one
ENDS_TRACK = ("item", "detach", "detach_", "tolist", "numpy", "data", "no_grad", "inference_mode")
IN_PLACE = re.compile(r"[a-z]\w*[a-z]_|[-+*/]=|\[\]=")
OBJECT = re.compile(r"\(\.\.\.\)>|<a (list|tuple|dict)>")  # says nothing
SIZES = re.compile(r"tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)")
MAX_CAME = 150  # characters
MAX_LINES = 2  # of the learner's that are pointed at


def failure(error: BaseException, submission: Submission | None) -> Failure | None:
    """What is shown of the call that failed; None where there is nothing."""
    call = submission.last_call if submission is not None else None
    if submission is None or call is None or is_todo(error) or isinstance(error, SILENT):
        return None
    shape = error.shape if isinstance(error, Mismatch) else None
    return Failure(
        call_code(call),
        came=_came(error, call, shape),
        wanted=_wanted(error),
        apart=error.apart if isinstance(error, Mismatch) else "",
        note="\n".join(filter(None, [_broadcast(error, call, shape), _suspects(error, submission)])),
        curve=_curve(call.outcome),
    )


def _came(error: BaseException, call: Call, shape: shapes.Shape | None) -> str:
    if isinstance(error, Mismatch) and (error.came or shape is not None):
        return error.came
    if isinstance(error, ArgumentChanged):
        return "" if error.after is None else _first_changed(error, error.after)
    raised = isinstance(error, SubmissionRaised)  # its sentence says so
    if raised or call.outcome is None:
        return ""
    text = _short(call.outcome)
    if len(text) > MAX_CAME:
        return f"<{kind(call.outcome)}>"
    return "" if OBJECT.search(text) else text


def _short(outcome: Any) -> str:
    """As code; the number alone, where a tensor is nothing else."""
    single = isinstance(outcome, torch.Tensor) and outcome.dim() == 0 and outcome.device.type != "meta"
    return code(outcome.item() if single else outcome)


def _wanted(error: BaseException) -> str:
    if isinstance(error, ArgumentChanged) and error.before is not None:
        return _first_changed(error, error.before)
    return error.wanted if isinstance(error, Mismatch) else ""


def _first_changed(error: ArgumentChanged, tensor: torch.Tensor) -> str:
    """The first number that a call changed, as it stands in one of the two tensors."""
    before, after = error.before, error.after
    if before is None or after is None or before.shape != after.shape:
        return code(tensor)
    found = (before != after).nonzero()
    where = tuple(found[0].tolist()) if len(found) else ()
    return f"{error.what.strip('`')}{list(where) or ''} = {_short(tensor[where])}"


def _broadcast(error: BaseException, call: Call, shape: shapes.Shape | None) -> str:
    """What the rule of broadcasting makes of the call's tensors, where that is what came or what was raised."""
    tensors = [(f"`{name}`", tuple(v.shape)) for name, v in call.named().items() if isinstance(v, torch.Tensor)]
    if isinstance(error, Mismatch):
        return shapes.stretched(tensors, () if shape is None else shape)
    found = SIZES.search(error.text) if isinstance(error, SubmissionRaised) else None
    return shapes.unmatched(tensors, (int(found[1]), int(found[2])), int(found[3])) if found else ""


def _suspects(error: BaseException, submission: Submission) -> str:
    """The learner's lines that may have lost track of gradients, or changed what was given."""
    if isinstance(error, Mismatch) and error.lost:
        found = [m for m in submission.facts.mentions if m.kind == "attribute" and m.text in ENDS_TRACK]
        said = "No gradient gets past this:"
    elif isinstance(error, ArgumentChanged):
        found = [m for m in submission.facts.mentions if IN_PLACE.fullmatch(m.text)]
        said = "This writes into what it works on:"
    else:
        return ""
    lines = dict.fromkeys(mention.line for mention in found)
    return "\n".join([said, *(f"    {submission.quoted(line)}" for line in list(lines)[:MAX_LINES])]) if lines else ""


def _curve(outcome: Any) -> tuple[float, ...]:
    """A list of numbers that came, or the first ones of its rows."""
    if not isinstance(outcome, list) or len(outcome) not in CURVE:
        return ()
    numbers = [row[0] if isinstance(row, tuple) and row else row for row in outcome]
    return tuple(map(float, numbers)) if all(type(n) is float and math.isfinite(n) for n in numbers) else ()
