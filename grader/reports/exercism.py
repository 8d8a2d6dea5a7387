"""Exercism's results.json, version 3: https://exercism.org/docs/building/tooling/test-runners/interface

One exercise, usually; of several, each is a task. A bonus that was not earned is left out: there, every test has to
pass.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from grader.reports.plain import FAULT, explained, printed, slug, status
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import CheckResult, ExerciseResult, Report, Verdict

Json = dict[str, Any]
MAX_OUTPUT = 500
CUT = "\nOutput was truncated. Please limit to 500 chars"
MAX_MESSAGE = 65_535


def render(report: Report, screen: Screen = PLAIN) -> str:
    tests = [test for task, result in enumerate(report.exercises, 1) for test in _tests(task, result, report)]
    return json.dumps(_head(report, tests) | {"tests": tests}, indent=2) + "\n"


def _head(report: Report, tests: list[Json]) -> Json:
    """`error`, with a message, where nothing could be asked or the fault is ours."""
    if report.faults:
        return _error(f"{fault.exercise}: {FAULT} {fault.message}" for fault in report.faults)
    if all(test["status"] == "error" for test in tests):
        return _error(result.message for result in report.exercises)
    passed = report.passed == len(report.exercises)
    return {"version": 3, "status": "pass" if passed else "fail", "message": None}


def _error(messages: Iterator[str]) -> Json:
    return {"version": 3, "status": "error", "message": harmless("\n".join(messages))[:MAX_MESSAGE]}


def _tests(task: int, result: ExerciseResult, report: Report) -> Iterator[Json]:
    checks = [check for check in result.checks if check.verdict is Verdict.PASSED or not check.bonus]
    first = next((check for check in checks if check.verdict is not Verdict.PASSED), next(iter(checks), None))
    prefix = f"{slug(result.exercise)}: " if len(report.exercises) > 1 else ""
    for check in checks:
        yield {
            "name": prefix + harmless(check.line),
            "status": status(check.verdict),
            "message": explained(result, check)[:MAX_MESSAGE] or None,
            "output": printed(result, MAX_OUTPUT, CUT) if check is first else None,
            "test_code": harmless(_call(check)),
            "task_id": task,
        }


def _call(check: CheckResult) -> str:
    """The call that failed, as code; else the check's name: its own code would tell the answer."""
    return check.failure.call if check.failure else check.name
