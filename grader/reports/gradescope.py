"""Gradescope's results.json: https://gradescope-autograders.readthedocs.io/en/latest/specs/

Every format is `text`, so that what a learner wrote is shown and not interpreted. No leaderboard: see
`gradescope_leaderboard`. `run_autograder` hands in nothing where there is a fault of ours, see `recipes/gradescope`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from grader.reports.plain import FAULT, explained, leading, printed, slug, stands_on, summary
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import CheckResult, ExerciseResult, Report, Verdict

Json = dict[str, Any]


def render(report: Report, screen: Screen = PLAIN) -> str:
    return json.dumps(record(report), indent=2) + "\n"


def record(report: Report) -> Json:
    """The whole file as plain values. `score` is the sum of the tests' scores."""
    return {
        "score": report.points,
        "execution_time": round(sum(result.seconds for result in report.exercises), 3),
        "output": "\n".join(_about(report)),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [test for number, result in enumerate(report.exercises, 1) for test in _tests(number, result)],
    }


def _about(report: Report) -> Iterator[str]:
    yield f"{summary(report)}."
    for fault in report.faults:
        yield f"{fault.exercise}: {FAULT} {harmless(fault.message)}"
    yield stands_on(report)


def _tests(number: int, result: ExerciseResult) -> Iterator[Json]:
    for place, check in enumerate(result.checks, 1):
        yield {
            "name": f"{slug(result.exercise)}: {harmless(check.line)}{' (bonus)' if check.bonus else ''}",
            "name_format": "text",
            "number": f"{number}.{place}",
            "score": check.points,
            "max_score": check.max_points,
            "status": "passed" if check.verdict is Verdict.PASSED else "failed",
            "output": _output(result, check),
            "output_format": "text",
            "visibility": "visible",
        }


def _output(result: ExerciseResult, check: CheckResult) -> str:
    """Why it failed. The first that did also tells what was printed."""
    output = printed(result) if check is leading(result) and not result.passed else ""
    parts = explained(result, check), output and f"What your code printed:\n{output}"
    return "\n\n".join(part for part in parts if part)
