"""What a learner reads when a check fails: a sentence, with their own lines where it was raised.

`evidence` shows the call.
"""

from __future__ import annotations

import re

from grader.calls import ArgumentChanged, Call, SubmissionBroken, SubmissionLacks, SubmissionRaised
from grader.cells import place
from grader.mismatch import ANSWER, Mismatch
from grader.result import NOT_WRITTEN
from grader.sandbox.clock import WorkerEnded
from grader.sandbox.wire import Frame, ProtocolError, Raised

MAX_FRAMES = 3  # calls of the learner's own that led to an exception
MAX_LINE = 100
MAX_TEXT = 400  # characters of an exception's own words
FENCED = "Answers run in a sandbox: no other process (`num_workers=0`), no network, no file but what a check gives."
LEARNERS = (
    AssertionError, SubmissionRaised, SubmissionLacks, SubmissionBroken, ArgumentChanged, WorkerEnded, ProtocolError,
)  # fmt: skip


def is_todo(error: BaseException | None) -> bool:
    return isinstance(error, SubmissionRaised | SubmissionLacks) and error.todo


def explain(error: BaseException, source: bytes, call: Call | None = None) -> str:
    """The sentence for a failure that is the learner's. `call` is the last one that was made."""
    match error:
        case Mismatch():
            return _whose(error.sentence, call)
        case SubmissionRaised():
            return NOT_WRITTEN if error.todo else _raised(error, source)
        case SubmissionLacks():
            return _lacks(error)
        case ArgumentChanged():
            name = error.call.name if error.call else "It"
            return f"`{name}` changed {error.what}: {error.how}. What it is given has to be left as it came."
        case WorkerEnded():
            return ended(error)
        case ProtocolError():
            return "Your code crashed: it disturbed the way in which answers are sent back."
    return str(error) or "The answer does not hold."


def _whose(sentence: str, call: Call | None) -> str:
    """The sentence with the name of what was called: it has to be understood without the call beside it."""
    if call is None or not sentence.startswith(f"{ANSWER.capitalize()} "):
        return sentence
    return f"{ANSWER.capitalize()} of `{call.name}`{sentence.removeprefix(ANSWER.capitalize())}"


def broken(raised: Raised, source: bytes) -> str:
    """The sentence for a file that does not import."""
    if raised.kind == "SystemExit":
        return "Your file ends the program while it is being imported (sys.exit or exit). Take that line out."
    at = where(raised.frames, source)
    return f"Your file cannot be imported. {raised.kind}: {raised.text}{at}{_refused(raised.kind)}"


def ended(error: WorkerEnded) -> str:
    if error.kind == "timed_out":
        return f"Your code was stopped: {error.reason}. Is there a loop that never ends?"
    return f"Your code crashed: {error.reason}."


def where(frames: list[Frame], source: bytes) -> str:
    """The learner's own lines that led there, the failing one marked, with the line before it."""
    if not frames:
        return ""
    lines = source.decode("utf-8", "replace").split("\n")
    numbers = list(dict.fromkeys(frame.line for frame in frames if 0 < frame.line <= len(lines)))[-MAX_FRAMES:]
    if not numbers:  # the worker tells them, so they need not be true
        return f"\n    {place(source, frames[-1].line)}"
    if len(numbers) == 1 and frames[-1].function and numbers[0] > 1 and lines[numbers[0] - 2].strip():
        numbers = [numbers[0] - 1, *numbers]
    texts = [lines[number - 1].expandtabs(4) for number in numbers]
    together = _dedented(texts) if numbers == list(range(numbers[0], numbers[-1] + 1)) else [t.strip() for t in texts]
    heads = [place(source, number) for number in numbers]
    wide = max(map(len, heads))
    return "".join(
        f"\n    {'→' if number == frames[-1].line else ' '} {head:>{wide}}: {text[:MAX_LINE]}".rstrip()
        for number, head, text in zip(numbers, heads, together, strict=True)
    )


def _dedented(lines: list[str]) -> list[str]:
    left = min(len(line) - len(line.lstrip()) for line in lines)
    return [line[left:].rstrip() for line in lines]


def line_of(error: BaseException | Raised, source: bytes, call: Call | None = None) -> int | None:
    """The learner's line that a failure is about: where they raised, else where what was called is defined.

    The worker tells the first, so it need not be true; it is a line of the source all the same.
    """
    lines = source.decode("utf-8", "replace").splitlines()
    frames = error.frames if isinstance(error, SubmissionRaised | Raised) else []
    number = frames[-1].line if frames else _defined_at(call, lines)
    return number if 0 < number <= len(lines) else None


def _defined_at(call: Call | None, lines: list[str]) -> int:
    """0 where nothing was called, or it is defined on no line of its own."""
    if call is None:
        return 0
    name = re.escape(call.name.split(".")[0])
    head = re.compile(rf"(async +def|def|class) +{name}\b|{name} *[:=]")
    return max((number for number, line in enumerate(lines, 1) if head.match(line)), default=0)


def _raised(error: SubmissionRaised, source: bytes) -> str:
    name = f"`{error.call.name}`" if error.call else "Your code"
    if error.kind in ("SystemExit", "KeyboardInterrupt"):
        return f"{name} ended the program (sys.exit or exit) where an answer was wanted.{where(error.frames, source)}"
    text = f": {error.text[:MAX_TEXT]}" if error.text else ""
    return f"{name} raised {error.kind}{text}{where(error.frames, source)}{_refused(error.kind)}"


def _refused(kind: str) -> str:
    """What is behind an exception that only a sandbox raises."""
    return f"\n{FENCED}" if kind == "PermissionError" else ""


def _lacks(error: SubmissionLacks) -> str:
    if error.todo:
        return f"Not written yet: `{error.name}` is still `...`."
    return f"There is no `{error.name}` in your file. Its name has to be written exactly like this."
