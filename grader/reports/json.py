"""The JSON report, version 1: the contract that other tools build on. `schema()` describes it."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from grader.reports.plain import shown
from grader.reports.screen import PLAIN, Screen
from grader.result import CheckResult, Diagnosis, ExerciseResult, Fault, Report, Verdict

Json = dict[str, Any]


class CheckRecord(msgspec.Struct, frozen=True):
    """One check. `message` is null where it passed, `at` where it is about no line of the learner's in particular."""

    name: str
    line: str
    verdict: Verdict
    bonus: bool
    message: str | None
    points: int
    max_points: int
    at: int | None


class ExerciseRecord(msgspec.Struct, frozen=True):
    """One exercise. `source` is the SHA-256 of what was judged, `output` what the submission printed."""

    exercise: str
    verdict: Verdict
    points: int
    max_points: int
    source: str
    seconds: float
    cached: bool
    message: str
    diagnosis: Diagnosis | None
    output: str
    checks: list[CheckRecord]


class Summary(msgspec.Struct, frozen=True):
    exercises: int
    passed: int
    points: int
    max_points: int


class ReportRecord(msgspec.Struct, frozen=True):
    """One run. `faults` are errors of the grader's: no verdict stands for them."""

    version: Literal[1]
    grader: str
    torch: str
    python: str
    time: str
    seed: int
    isolation: str
    device: str
    data: str
    summary: Summary
    exercises: list[ExerciseRecord]
    faults: list[Fault]


def render(report: Report, screen: Screen = PLAIN) -> str:
    """The report as indented JSON, ASCII only."""
    import json

    return json.dumps(msgspec.to_builtins(record(report)), indent=2) + "\n"


def record(report: Report) -> ReportRecord:
    """The report in the shape of the contract."""
    return ReportRecord(
        version=1,
        summary=Summary(len(report.exercises), report.passed, report.points, report.max_points),
        exercises=[_exercise(result) for result in report.exercises],
        faults=list(report.faults),
        **{name: getattr(report, name) for name in OF_RUN},
    )


OF_RUN = ("grader", "torch", "python", "time", "seed", "isolation", "device", "data")


def _exercise(result: ExerciseResult) -> ExerciseRecord:
    same = {name: getattr(result, name) for name in ExerciseRecord.__struct_fields__ if name != "checks"}
    return ExerciseRecord(**same, checks=[_check(check) for check in result.checks])


def _check(check: CheckResult) -> CheckRecord:
    message = check.message if check.failure is None else f"{check.message}\n{shown(check)}"
    same = check.name, check.line, check.verdict, check.bonus
    return CheckRecord(*same, message, check.points, check.max_points, check.at)


def schema() -> Json:
    """The JSON Schema (2020-12) of the report."""
    (reference,), definitions = msgspec.json.schema_components([ReportRecord], ref_template="#/$defs/{name}")
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": "Seven Steps report", **reference, "$defs": definitions}
