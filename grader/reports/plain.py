"""What formats for machines and for people share: how a check, an exercise and a run are told in plain text.

Everything here is harmless on a screen, and what a learner printed is cut.
"""

from __future__ import annotations

import re
from textwrap import indent, wrap

from grader.exhibits import Score
from grader.reports.curves import curve, score
from grader.reports.screen import harmless
from grader.result import CheckResult, ExerciseResult, Help, Report, Verdict, first_told

SPOKEN = {
    Verdict.PASSED: "passed",
    Verdict.FAILED: "not yet right",
    Verdict.TODO: "not begun",
    Verdict.BROKEN: "cannot be imported",
    Verdict.TIMED_OUT: "took too long",
    Verdict.CRASHED: "crashed",
    Verdict.MISSING: "there is no file",
    Verdict.NOT_RUN: "not run",
}
MAX_PRINTED = 2_000  # characters
STATUS = {Verdict.PASSED: "pass", Verdict.FAILED: "fail", Verdict.TODO: "fail"}
WIDTH = 66  # characters of what came
ONE_LINE = 78  # characters that fit a line of a small screen
ENOUGH = 3  # losses that make a curve
LOSS = re.compile(r"(?<![a-z])loss\w*\W{0,3}(-?\d+\.?\d*(?:e[-+]?\d+)?)", re.IGNORECASE)
UNJUDGED = (Verdict.TODO, Verdict.MISSING)
FAULT = "A fault of the grader's, not yours."


def slug(exercise: str) -> str:
    return exercise.split("/")[-1]


def status(verdict: Verdict) -> str:
    """`pass`, `fail`, or `error` for what could not be asked: the words of Exercism and of GitHub Classroom."""
    return STATUS.get(verdict, "error")


def told(check: CheckResult) -> str:
    """A check's message, the call, what came and what was wanted; "" where there is nothing to tell."""
    return harmless("\n".join(part for part in (check.message, shown(check)) if part))


def shown(check: CheckResult, margin: str = "") -> str:
    """The call that failed as code, below it what came, what was wanted, and where they part; "" where none did.

    margin: what stands before the code, which can be pasted as it is without.
    """
    failed = check.failure
    if failed is None:
        return ""
    named = {"came": failed.came, "wanted": failed.wanted, "shapes": failed.apart, "curve": curve(failed.curve)}
    parts = [_aligned(f"{name + ':':<9}", text) for name, text in named.items() if text]
    return "\n".join([indent(failed.call, margin), *parts, *([failed.note] if failed.note else [])])


def _aligned(head: str, text: str) -> str:
    """Below one another from where the first line begins; a long line goes on there too."""
    lines = text.split("\n") if "\n" in text else wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    return head + ("\n" + " " * len(head)).join(lines)


def advice(report: Report, result: ExerciseResult, commands: bool = True) -> str:
    """The next step after a failure: a hint, the lesson, the exercises that this one uses, the same draws again.

    commands: by what one types; else by the keys of `grade watch`.
    """
    help, name = report.help.get(result.exercise), slug(result.exercise)
    if result.passed or result.verdict in UNJUDGED or help is None:
        return ""
    hint, lesson = (f"`grade hint {name}`", f"`grade show {name}`") if commands else ("h", "s")
    parts = [f"It builds on {' and '.join(f'`{one}`' for one in help.leans_on)}."] if help.leans_on else []
    if commands and result.seed is not None:
        parts.append(f"`grade {arguments(report, name)} --seed {result.seed}`: the same inputs.")
    first = f"{hint}: {_hint(help)}. {lesson}: the lesson."
    return ("\n" if len(first) <= ONE_LINE else " ").join(filter(None, [first, " ".join(parts)]))


def arguments(report: Report, name: str) -> str:
    """What names an exercise on the command line, for those who write in a notebook too."""
    path = report.next.path if report.next else ""
    return f"notebook grade {path} {name}" if path.endswith(".ipynb") else name


def _hint(help: Help) -> str:
    if help.hints_shown >= help.hints:
        return f"all {help.hints} hints"
    return f"hint {help.hints_shown + 1} of {help.hints}"


def wrong(result: ExerciseResult, check: CheckResult) -> str:
    """Why a check has no points: its own message, else the exercise's; "" where it passed."""
    if check.verdict is Verdict.PASSED:
        return ""
    return told(check) or harmless(result.message) or SPOKEN[check.verdict].capitalize()


def explained(result: ExerciseResult, check: CheckResult) -> str:
    """Why a check has no points; the first that has none also says what may be behind it."""
    diagnosis = behind(result) if check is leading(result) else ""
    return "\n\n".join(part for part in (wrong(result, check), diagnosis) if part)


def leading(result: ExerciseResult) -> CheckResult | None:
    """The check that stands for its exercise: the first that has something to say, else the first."""
    return first_told(result.checks) or next(iter(result.checks), None)


def behind(result: ExerciseResult) -> str:
    """The diagnosis, a paragraph a line; "" where there is none."""
    paragraphs = result.diagnosis.text.split("\n\n") if result.diagnosis else []
    return harmless("\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs))


def printed(result: ExerciseResult, limit: int = MAX_PRINTED, mark: str = "\n(cut)") -> str:
    """What the learner's code printed, in at most `limit` characters."""
    return cut(harmless(result.output).strip("\n"), limit, mark)


def drawings(result: ExerciseResult) -> list[str]:
    """A trained model's scores against their bars, and the losses that the learner's code printed as a curve."""
    scores = [score(exhibit) for exhibit in result.exhibits if isinstance(exhibit, Score)]
    losses = [float(found) for found in LOSS.findall(result.output)]
    return scores + ([f"losses printed: {curve(losses)}"] if len(losses) >= ENOUGH else [])


def cut(text: str, limit: int = MAX_PRINTED, mark: str = "\n(cut)") -> str:
    return text if len(text) <= limit else text[: limit - len(mark)] + mark


def summary(report: Report) -> str:
    exercises, points = len(report.exercises), f"{report.points} of {report.max_points} points"
    return f"{report.passed} of {exercises} {'exercise' if exercises == 1 else 'exercises'}, {points}"


def stands_on(report: Report) -> str:
    """What the verdicts depend on, for whoever wants to have them again."""
    versions = f"grader {report.grader}, PyTorch {report.torch}, Python {report.python}"
    return f"Seed {report.seed}, isolation {report.isolation}, {report.device}, {report.data}; {versions}."
