"""One verdict, or how far one has come, as a small piece of HTML below a cell in Jupyter.

Nothing is loaded from elsewhere. Its colours are of middle lightness, so that it is read on light and dark alike.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape

import msgspec

from grader.reports.plain import SPOKEN, advice, drawings, shown
from grader.reports.prose import prose
from grader.reports.screen import harmless
from grader.reports.terminal import MARKS, MAX_OUTPUT_LINES, WRONG
from grader.result import CheckResult, ExerciseResult, Report, Verdict

COLOURS = {"green": "good", "red": "bad", "dim": "dim"}
STYLE = """<style>
.seven-steps { border-left: 4px solid #888; padding: .2em 1em; margin: .4em 0; line-height: 1.5; max-width: 50em; }
.seven-steps.good { border-color: #2da44e } .seven-steps.bad { border-color: #d9534f }
.seven-steps.todo { border-color: #c98a00 }
.seven-steps p { margin: .5em 0 } .seven-steps ul { list-style: none; padding: 0; margin: .5em 0 }
.seven-steps li { padding-left: 1.4em; text-indent: -1.4em } .seven-steps li > * { text-indent: 0 }
.seven-steps .good b, .seven-steps b.good { color: #2da44e } .seven-steps .bad b, .seven-steps b.bad { color: #d9534f }
.seven-steps .todo b { color: #c98a00 } .seven-steps .dim { opacity: .7 }
.seven-steps pre { background: rgba(128, 128, 128, .14); color: inherit; padding: .6em .8em; margin: .4em 0;
  overflow-x: auto; border-radius: 4px; white-space: pre; line-height: 1.4; font-size: 90% }
.seven-steps td { text-align: left; padding: .1em .8em .1em 0 }
.seven-steps .bar { display: inline-block; width: 8em; height: .6em; border-radius: .3em; overflow: hidden;
  background: rgba(128, 128, 128, .3) } .seven-steps .bar span { display: block; height: 100%; background: #2da44e }
.seven-steps summary { cursor: pointer; opacity: .7 }
</style>"""


class Standing(msgspec.Struct, frozen=True):
    """How far a learner has come. chapters: title, exercises passed, exercises in all. next: a name and its title."""

    chapters: tuple[tuple[str, int, int], ...]
    next: tuple[str, str] | None

    @property
    def passed(self) -> int:
        return sum(passed for _, passed, _ in self.chapters)

    @property
    def total(self) -> int:
        return sum(total for _, _, total in self.chapters)


def verdict(report: Report) -> str:
    """All results of a report in full, and its faults."""
    parts = [_box(report, result) for result in report.exercises]
    parts += [_fault(fault.exercise, fault.message) for fault in report.faults]
    return STYLE + "\n".join(parts) + _next(report)


def standing(standing: Standing) -> str:
    """Progress by chapter."""
    rows = "".join(_row(*chapter) for chapter in standing.chapters)
    following = f"<p><b>Next:</b> {_named(*standing.next)}</p>" if standing.next else "<p>Everything is passed.</p>"
    head = f"<p><b>{standing.passed} of {standing.total} exercises passed</b></p>"
    return f'{STYLE}<div class="seven-steps">{head}<table>{rows}</table>{following}</div>'


def standing_text(standing: Standing) -> str:
    """The same without HTML."""
    lines = [f"{standing.passed} of {standing.total} exercises passed"]
    lines += [f"  {passed:2} of {total:2}  {title}" for title, passed, total in standing.chapters]
    return "\n".join([*lines, f"Next: {standing.next[0]}" if standing.next else "Everything is passed."])


def _row(title: str, passed: int, total: int) -> str:
    bar = f'<span class="bar"><span style="width: {passed / total:.0%}"></span></span>'
    return f"<tr><td>{_safe(title)}</td><td>{bar}</td><td>{passed} of {total}</td></tr>"


def _box(report: Report, result: ExerciseResult) -> str:
    kind = {Verdict.PASSED: "good", Verdict.TODO: "todo"}.get(result.verdict, "bad")
    body = "\n".join([*_body(result), *_advice(report, result)])
    return f'<div class="seven-steps {kind}">{_head(result, kind)}\n{body}</div>'


def _head(result: ExerciseResult, kind: str) -> str:
    said = SPOKEN.get(result.verdict, str(result.verdict))
    points = f"{result.points} of {result.max_points} points"
    return f'<p class="{kind}">{_safe(result.exercise)}: <b>{said}</b><span class="dim">, {points}</span></p>'


def _body(result: ExerciseResult) -> Iterator[str]:
    unjudged = result.verdict in (Verdict.TODO, Verdict.MISSING, Verdict.BROKEN)
    if not unjudged:
        first = next((check for check in result.checks if check.message), None)
        yield f"<ul>{''.join(_check(check, check is first) for check in result.checks)}</ul>"
    if unjudged or (result.message and not any(check.message for check in result.checks)):
        yield _message(result.message)
    yield from map(_pre, drawings(result))
    if result.diagnosis is not None:
        yield "<p><b>What may be behind it</b></p>"
        yield from (f"<p>{_prose(text)}</p>" for text in result.diagnosis.text.split("\n\n"))
    if result.output.strip() and not result.passed:
        yield f"<p><b>What your code printed</b></p>{_pre(_beginning(result.output))}"


def _advice(report: Report, result: ExerciseResult) -> Iterator[str]:
    if said := advice(report, result):
        yield f'<p class="dim">{_prose(said.replace("`grade hint", "`%hint"))}</p>'


def _check(check: CheckResult, opened: bool) -> str:
    """One check; of those that failed, only the first shows its call at once."""
    mark, colour = MARKS.get(check.verdict, WRONG)
    bonus = " (bonus)" if check.bonus else ""
    said = _message(check.message) if check.message else ""
    detail = _pre(shown(check)) if check.failure else ""
    if detail and not opened:
        detail = f"<details><summary>what was called, and what came</summary>{detail}</details>"
    return f'<li><b class="{COLOURS[colour]}">{mark}</b> {_prose(check.line)}{bonus}{said}{detail}</li>'


def _message(text: str) -> str:
    """A sentence, with the learner's own line below it as code."""
    sentence, _, rest = text.partition("\n")
    return f"<p>{_prose(sentence)}</p>" + (_pre(textwrap.dedent(rest)) if rest else "")


def _beginning(output: str) -> str:
    lines = output.splitlines()
    more = len(lines) - MAX_OUTPUT_LINES
    return "\n".join([*lines[:MAX_OUTPUT_LINES], *([f"and {more} more lines"] if more > 0 else [])])


def _pre(text: str) -> str:
    return f"<pre>{_safe(text)}</pre>"


def _fault(exercise: str, message: str) -> str:
    head = f"{_safe(exercise)}: a fault of the grader's, not yours."
    return f'<div class="seven-steps"><p><b>{head}</b></p>{_message(message)}</div>'


def _next(report: Report) -> str:
    if report.next is None or not all(result.passed for result in report.exercises) or report.faults:
        return ""
    name = report.next.exercise
    return f'<div class="seven-steps"><p><b>Next:</b> {_named(name, report.titles.get(name, ""))}</p></div>'


def _named(name: str, title: str) -> str:
    return f"{_safe(name)} <span class='dim'>{_safe(title)}</span>"


def _prose(text: str) -> str:
    return prose(harmless(text))


def _safe(text: str) -> str:
    """A learner's text is text: no tag, no entity, no control character."""
    return escape(harmless(text))
