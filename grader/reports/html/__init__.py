"""The report as one HTML file: no network, no foreign fonts, light and dark, to be read, searched and printed.

What a learner wrote is data: every value is made harmless and escaped by the template engine, and a content security
policy lets nothing run but our own script, which it knows by its digest.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from grader.exhibits import Score
from grader.reports.plain import SPOKEN, advice, shown, slug
from grader.reports.prose import prose
from grader.reports.screen import PLAIN, Screen, harmless
from grader.result import Attempt, ExerciseResult, Report, Verdict

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

HERE = Path(__file__).parent
MAX_TEXT = 3_000  # characters of one printed text or message
MAX_HISTORY = 10  # attempts that are listed
KINDS = {Verdict.PASSED: "passed", Verdict.TODO: "todo", Verdict.MISSING: "todo", Verdict.NOT_RUN: "todo"}


class Item(msgspec.Struct, frozen=True):
    """One exercise of the page. passed: now or at some time before. tried: its attempts, without the untouched stub."""

    result: ExerciseResult
    title: str
    passed: bool
    passed_at: float | None
    tried: tuple[Attempt, ...]

    @property
    def slug(self) -> str:
        return slug(self.result.exercise)

    @property
    def headline(self) -> str:
        """What went wrong, unless one of the checks tells it."""
        told = {(check.message or "").split("\n")[0] for check in self.result.checks}
        untouched = self.result.verdict is Verdict.TODO
        return self.result.message if untouched or self.result.message not in told else ""


class Part(msgspec.Struct, frozen=True):
    """One chapter of the page."""

    name: str
    title: str
    exercises: tuple[Item, ...]

    @property
    def done(self) -> int:
        return sum(item.passed for item in self.exercises)


def render(report: Report, screen: Screen = PLAIN) -> str:
    """The whole page."""
    parts = tuple(_parts(report))
    return filled(
        "page",
        ("page.css",),
        report=report,
        parts=parts,
        passed=sum(part.done for part in parts),
        verdicts=Counter(result.verdict for result in report.exercises),
    )


def filled(name: str, styles: Sequence[str], **values: Any) -> str:
    """The template `name`.html with its script `name`.js, these style sheets and values, and its policy."""
    from markupsafe import Markup

    css, script = (Markup("").join(map(_file, files)) for files in (styles, ("theme.js", f"{name}.js")))
    policy = f"default-src 'none'; img-src data:; style-src {_digest(css)}; script-src {_digest(script)}"
    template = _environment().get_template(f"{name}.html")
    return template.render(css=css, script=script, policy=policy, **values)


def _parts(report: Report) -> Iterator[Part]:
    for name, results in groupby(report.exercises, lambda result: result.exercise.split("/")[0]):
        yield Part(name, report.titles.get(name, name), tuple(_item(report, result) for result in results))


def _item(report: Report, result: ExerciseResult) -> Item:
    passed_at = report.passed_at(result)
    title = report.titles.get(result.exercise, result.exercise)
    tried = tuple(a for a in report.history.get(result.exercise, ()) if a.verdict is not Verdict.TODO)
    return Item(result, title, result.passed or passed_at is not None, passed_at, tried)


def _file(name: str) -> Markup:
    """A file of ours, to go into the page as it is."""
    from markupsafe import Markup

    return Markup((HERE / name).read_text(encoding="utf-8"))


def _digest(text: str) -> str:
    """The name by which a content security policy knows an inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    import jinja2

    from grader.reports.html import drawings

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE),
        autoescape=True,
        finalize=_harmless,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        drawings=drawings, spoken=SPOKEN, kinds=KINDS, max_history=MAX_HISTORY, bars=bars, shade=shade
    )
    environment.globals.update(shown=shown, advice=advice)
    environment.filters.update(prose=marked, clipped=clipped, utc=utc, day=day, kind=lambda value: type(value).__name__)
    return environment


def _harmless(value: Any) -> Any:
    """Applied to whatever the template writes, before it is escaped."""
    return harmless(value) if type(value) is str else value


def clipped(text: str) -> str:
    shown = harmless(text)
    more = len(shown) - MAX_TEXT
    return shown if more <= 0 else f"{shown[:MAX_TEXT]}\n... and {more:,} characters more"


def marked(text: str) -> Markup:
    from markupsafe import Markup

    return Markup(prose(clipped(text)))


def utc(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def day(time: str) -> str:
    """A time in ISO 8601 as one reads it: 3 May 2026, 14:05."""
    then = datetime.fromisoformat(time)
    return f"{then.day} {then:%B %Y, %H:%M}"


def bars(score: Score) -> list[tuple[float, int, int]]:
    """For each bar the mistakes that it allows, and how many too many there were: 0 or fewer where it is met."""
    wrong = score.count - score.right
    allowed = [int(score.count * (1 - bar) + 1e-6) for bar in score.bars]
    return [(bar, most, wrong - most) for bar, most in zip(score.bars, allowed, strict=True)]


def shade(count: int, truth: int, said: int, counts: tuple[tuple[int, ...], ...]) -> str:
    """How strongly a cell of a confusion matrix is coloured, from 0 to 4 by its share of the worst confusion."""
    if truth == said:
        return "right"
    worst = max(n for t, row in enumerate(counts) for s, n in enumerate(row) if t != s)
    return f"wrong{-(-4 * count // worst) if worst else 0}"
