"""The JSON that GitHub Classroom's reporter reads (classroom-resources/autograding-grading-reporter, version 1).

It adds the scores of the tests, takes `max_score` as their bound and `status` as the verdict: so the scores sum to the
points, and `status` is `pass` where everything is passed. The reporter prints what it reads into a log whose lines may
be commands, so none of these begins like one.
"""

from __future__ import annotations

import json
from typing import Any

from grader.reports.github import speechless
from grader.reports.plain import FAULT, slug, status, wrong
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import CheckResult, ExerciseResult, Fault, Report

Json = dict[str, Any]


def render(report: Report, screen: Screen = PLAIN) -> str:
    tests = [_test(report, result, check) for result in report.exercises for check in result.checks]
    tests += [_fault(fault) for fault in report.faults]
    head = {"version": 1, "status": _status(report), "max_score": report.max_points}
    return json.dumps(head | {"tests": tests}, indent=2) + "\n"


def _status(report: Report) -> str:
    """As the exit status: `error` for a fault of ours."""
    return {0: "pass", 1: "fail", 3: "error"}[report.exit_status]


def _test(report: Report, result: ExerciseResult, check: CheckResult) -> Json:
    return {
        "name": speechless(f"{slug(result.exercise)}: {harmless(check.line)}{' (bonus)' if check.bonus else ''}"),
        "status": status(check.verdict),
        "score": check.points,
        "message": speechless(wrong(result, check)) or None,
        "test_code": "",
        "filename": speechless(harmless(report.paths.get(result.exercise, ""))),
        "line_no": check.at or 0,
    }


def _fault(fault: Fault) -> Json:
    name, message = f"{slug(fault.exercise)}: the grader", f"{FAULT} {harmless(fault.message)}"
    return {"name": name, "status": "error", "score": 0, "message": speechless(message)}
