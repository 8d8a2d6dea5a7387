"""The HTML report in a real Chromium, opened from disk with no network.

Needs the extra `browser` and a Chromium on the PATH.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from grader.catalog import Course
from grader.illustrations import illustrated
from grader.reports import FORMATS, PLAIN
from grader.result import Attempt, CheckResult, ExerciseResult, Failure, Next, Verdict
from tests.reports.test_html import EXHIBITS, PAGE
from tests.reports.test_reports import EVIL

playwright = pytest.importorskip("playwright.sync_api", reason="needs `pip install seven-steps[browser]`")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs a Chromium on the PATH")

PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
FULL = 68  # exercises of the course
# For each text the contrast with what is behind it, by https://www.w3.org/TR/WCAG21/#contrast-minimum.
CONTRASTS = """() => {
  const rgb = (text) => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    const scale = text.startsWith("color(srgb") ? 255 : 1;
    return [...parts.slice(0, 3).map((part) => part * scale), parts[3] ?? 1];
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (element.closest("script, .unseen, .skip")) continue;
    const style = getComputedStyle(element);
    const ink = rgb(element.closest("svg") ? style.fill : style.color);
    const [dark, bright] = [light(ink), light(behind(element))].sort((a, b) => a - b);
    const contrast = (bright + 0.05) / (dark + 0.05);
    if (contrast < 4.5) low.push(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  return low;
}"""


def whole_course(course: Course) -> str:
    """A page with every exercise: in turn passed, failed in full and with hostile text, timed out, untouched."""
    verdicts = [Verdict.PASSED, Verdict.FAILED, Verdict.TIMED_OUT, Verdict.TODO]
    results, history = [], {}
    for number, exercise in enumerate(course.all):
        verdict = verdicts[number % 4]
        results.append(_result(course, exercise, verdict))
        tried = enumerate([Verdict.FAILED, verdict] * (number % 9))
        history[exercise.name] = tuple(Attempt("ada", exercise.name, "s", v, 1.7e9 + 1e5 * day) for day, v in tried)
    titles = {exercise.name: exercise.title for exercise in course.all}
    titles |= {chapter.name: chapter.title for chapter in course.chapters}
    report = msgspec.structs.replace(
        PAGE, exercises=tuple(results), history=history, titles=titles, shown=course.all[1].name,
        next=Next(course.all[1].name, "exercises/01_images/list_images.py"),
    )  # fmt: skip
    return FORMATS["html"](illustrated(report, course.data), PLAIN)


def _result(course: Course, exercise, verdict: Verdict) -> ExerciseResult:  # type: ignore[no-untyped-def]
    failed = verdict is Verdict.FAILED
    message = f"`{exercise.slug}` is wrong. {EVIL}" if failed else ""
    failure = Failure("x = torch.tensor([0.1, 0.2]) " * 8, "1", "2") if failed else None
    checks = tuple(
        CheckResult(check.name, check.line, verdict, check.bonus, 0, check.points, message or None, failure)
        for check in course.checks_of(exercise)
    )
    output = "<script>document.title = 'taken'</script>\n" * 100 if failed else ""
    exhibits = EXHIBITS if verdict is Verdict.PASSED else ()
    return ExerciseResult(exercise.name, verdict, checks, seed=7, message=message, output=output, exhibits=exhibits)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0  # for whom Chromium has no sandbox
    options = ["--disable-gpu", "--disable-quic", *(["--no-sandbox"] if root else [])]
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=options)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory, course: Course) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(whole_course(course), encoding="utf-8")
    return path


@pytest.fixture
def open_page(browser, page_file: Path):  # type: ignore[no-untyped-def]
    """Opens the page, and holds in the end that nothing was asked of a network and nothing complained of."""
    troubles: list[str] = []
    contexts = []

    def watch(page) -> None:  # type: ignore[no-untyped-def]
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: note(request.url))

    def note(url: str) -> None:
        if not url.startswith("data:") and url.partition("#")[0] != page_file.as_uri():
            troubles.append(url)

    def open_page(viewport=DESKTOP, scheme: str = "light", part: str = "", scripts: bool = True):  # type: ignore[no-untyped-def]
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, offline=True, java_script_enabled=scripts, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(page_file.as_uri() + part)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def test_a_full_course_is_small(page_file: Path) -> None:
    assert page_file.stat().st_size < 2_000_000


def test_search_filter_and_folding(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page()
    exercises, shown = page.locator("details.exercise"), page.locator("details.exercise:visible")
    assert exercises.count() == shown.count() == FULL
    assert page.locator("details[open]").count() == 1  # the one to look at
    page.get_by_label("Search the exercises").fill("MNIST_loss")
    assert shown.count() == 1 and page.get_by_role("status").inner_text() == "1 exercise"
    page.get_by_label("Search the exercises").fill("no such thing")
    assert shown.count() == 0 and "No exercise" in page.get_by_role("status").inner_text()
    assert page.locator(".chapter:visible").count() == 0
    page.get_by_label("Search the exercises").fill("")
    page.get_by_role("radio", name="took too long").focus()
    page.keyboard.press("Space")
    assert shown.count() == FULL // 4
    assert set(shown.evaluate_all("all => all.map(e => e.dataset.verdict)")) == {"timed_out"}
    page.get_by_role("button", name="Open all").click()
    assert page.locator("details[open]:visible").count() == FULL // 4
    page.get_by_role("button", name="Close all").click()
    assert page.locator("details[open]:visible").count() == 0
    page.get_by_role("radio", name=re.compile("^passed")).check()
    shown.first.locator("summary").click()
    assert shown.first.locator("img").first.is_visible()
    assert page.title() != "taken"


def test_links_lead_to_exercises_that_are_filtered_away_too(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(part="#04_losses/mse")
    target = page.locator("[id='04_losses/mse']")
    assert target.get_attribute("open") is not None
    page.get_by_role("radio", name=re.compile("^passed")).check()
    page.get_by_role("navigation").get_by_role("link").nth(10).click()
    assert page.locator("[id='11_repairs']").is_visible()
    page.get_by_label("Search the exercises").fill("no such thing")
    page.locator("header .next a").click()
    assert page.locator("[id='01_images/list_images']").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_it_can_be_read(open_page, viewport, scheme: str) -> None:  # type: ignore[no-untyped-def]
    page = open_page(viewport, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert page.evaluate(CONTRASTS) == []
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert page.evaluate(CONTRASTS) == []


def test_everything_can_be_reached_by_name_and_key(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page()
    nameless = """all => all.filter(e => !(e.labels?.length || e.textContent.trim() || e.ariaLabel)).length"""
    assert page.locator("a, button, input, summary").evaluate_all(nameless) == 0
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(e => Number(e.tagName[1]))")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "exercises"
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.get_attribute("open") is not None


def test_without_a_script_it_says_all_the_same(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(scripts=False)
    page.locator("summary").first.click()
    assert page.locator("details .checks").first.is_visible()
    assert not page.locator(".controls").is_visible()


def test_on_paper_everything_is_open_and_light(open_page) -> None:  # type: ignore[no-untyped-def]
    page = open_page(scheme="dark")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details[open]").count() == FULL
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 28, 26)"
    assert not page.locator(".controls").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 1
