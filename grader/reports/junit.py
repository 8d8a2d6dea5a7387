"""JUnit's XML, as CI dashboards read it: a test suite for each exercise, a test case for each check.

A failed check is a failure, what could not be asked (no import, a crash, too slow) an error. What was not begun is
skipped, and so is a bonus that was not earned: neither makes an answer wrong. A fault of ours is an error in a suite of
its own.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from grader.reports.plain import FAULT, explained, printed
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import CheckResult, ExerciseResult, Fault, Report, Verdict

SKIPPED = (Verdict.TODO, Verdict.MISSING, Verdict.NOT_RUN)
COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(report: Report, screen: Screen = PLAIN) -> str:
    root = Element("testsuites", name="Seven Steps")
    for result in report.exercises:
        _suite(root, report, result)
    for fault in report.faults:
        _fault(root, report, fault)
    _count(root)
    root.set("time", _seconds(sum(result.seconds for result in report.exercises)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, report: Report, result: ExerciseResult) -> None:
    suite = SubElement(root, "testsuite", name=result.exercise, timestamp=report.time)
    for check in result.checks:
        case = SubElement(suite, "testcase", classname=_class(result.exercise), name=harmless(check.line))
        case.attrib |= _place(report, result, check)
        _outcome(case, result, check)
    _count(suite)
    suite.set("time", _seconds(result.seconds))
    if output := printed(result):
        SubElement(suite, "system-out").text = output


def _class(exercise: str) -> str:
    """Dashboards take a dot for what separates a package from what is in it."""
    return exercise.replace("/", ".")


def _place(report: Report, result: ExerciseResult, check: CheckResult) -> dict[str, str]:
    """The file, and the line where it is known."""
    path = report.paths.get(result.exercise)
    line = {} if check.at is None else {"line": str(check.at)}
    return {} if path is None else {"file": harmless(path), **line}


def _outcome(case: Element, result: ExerciseResult, check: CheckResult) -> None:
    if check.verdict is Verdict.PASSED:
        return
    text = explained(result, check)
    found = SubElement(case, _kind(check), message=text.split("\n")[0])
    if found.tag != "skipped":
        found.set("type", check.verdict)
        found.text = text


def _kind(check: CheckResult) -> str:
    if check.bonus or check.verdict in SKIPPED:
        return "skipped"
    return "failure" if check.verdict is Verdict.FAILED else "error"


def _fault(root: Element, report: Report, fault: Fault) -> None:
    suite = SubElement(root, "testsuite", name=f"{fault.exercise}: the grader", timestamp=report.time)
    case = SubElement(suite, "testcase", classname=_class(fault.exercise), name="the grader")
    SubElement(case, "error", type="fault", message=FAULT).text = harmless(fault.message)
    _count(suite)
    suite.set("time", _seconds(0))


def _count(element: Element) -> None:
    """How many cases lie below, and how they ended."""
    element.set("tests", str(len(list(element.iter("testcase")))))
    for name, tag in COUNTED.items():
        element.set(name, str(len(list(element.iter(tag)))))


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"
