"""What formats for machines and for people share: how a check, an exercise and a run are told in plain text.

Everything here is harmless on a screen, and what a learner printed is cut.
"""

from __future__ import annotations

from grader.reports.screen import harmless
from grader.result import CheckResult, ExerciseResult, Report, Verdict, first_told

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
FAULT = "A fault of the grader's, not yours."


def slug(exercise: str) -> str:
    return exercise.split("/")[-1]


def status(verdict: Verdict) -> str:
    """`pass`, `fail`, or `error` for what could not be asked: the words of Exercism and of GitHub Classroom."""
    return STATUS.get(verdict, "error")


def told(check: CheckResult) -> str:
    """A check's message, the call, what came and what was wanted; "" where there is nothing to tell."""
    return harmless("\n".join(part for part in (check.message, check.detail) if part))


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


def cut(text: str, limit: int = MAX_PRINTED, mark: str = "\n(cut)") -> str:
    return text if len(text) <= limit else text[: limit - len(mark)] + mark


def summary(report: Report) -> str:
    exercises, points = len(report.exercises), f"{report.points} of {report.max_points} points"
    return f"{report.passed} of {exercises} {'exercise' if exercises == 1 else 'exercises'}, {points}"


def stands_on(report: Report) -> str:
    """What the verdicts depend on, for whoever wants to have them again."""
    versions = f"grader {report.grader}, PyTorch {report.torch}, Python {report.python}"
    return f"Seed {report.seed}, isolation {report.isolation}, {report.device}, {report.data}; {versions}."
