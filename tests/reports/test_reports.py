"""Every report format against its golden file, and what holds for all reports.

`python -m tests.reports.test_reports` writes the golden files anew; read the difference before you commit it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.reports import FORMATS, PLAIN, Screen
from grader.reports.json import schema
from grader.reports.screen import harmless
from grader.result import CheckResult, Diagnosis, ExerciseResult, Failure, Fault, Help, Next, Report, Verdict

GOLDEN = Path(__file__).parent / "golden"
EVIL = "\x1b[31mred\x1b]0;title\x07 \u202e <b>&amp; =1+1 ::error::"


def check(
    name: str,
    verdict: Verdict,
    message: str | None = None,
    failure: Failure | None = None,
    bonus: bool = False,
    at: int | None = None,
) -> CheckResult:
    points = 1 if verdict is Verdict.PASSED else 0
    return CheckResult(f"test_{name}", f"It {name}.", verdict, bonus, points, 1, message, failure, at)


PASSED = ExerciseResult(
    "04_losses/mse", Verdict.PASSED,
    (check("squares", Verdict.PASSED), check("flies", Verdict.FAILED, "Too low.", bonus=True)),
    "b" * 64, 0.02, True, 7,
)  # fmt: skip
FAILED = ExerciseResult(
    "04_losses/mnist_loss",
    Verdict.FAILED,
    (
        check(
            "averages",
            Verdict.FAILED,
            "The answer has the wrong value.",
            Failure(
                "preds = torch.ones(2)\nmnist_loss(preds, targs)", "1", "2", "came  2  1", "a note", (3.0, 2.0, 1.0)
            ),
            at=4,
        ),
        check("refuses", Verdict.PASSED),
    ),
    "a" * 64,
    0.0312,
    False,
    7,
    "The answer has the wrong value.",
    Diagnosis("no_mean", "The average is missing.\n\nAdd up 0.1 and 0.3 and\nyou have 0.4."),
    f"hello\n{EVIL}\n",
)
TODO = ExerciseResult(
    "05_gradients/track", Verdict.TODO, (check("tracks", Verdict.TODO, "Not written yet."),), "c" * 64
)
CRASHED = ExerciseResult(
    "05_gradients/to_numpy",
    Verdict.CRASHED,
    (
        check("converts", Verdict.PASSED),
        check("copies", Verdict.CRASHED, "Your code crashed: a signal ended it.", at=2),
        check("waits", Verdict.NOT_RUN),
    ),
    "d" * 64,
    1.5,
    False,
    7,
    "Your code crashed: a signal ended it.",
)
BROKEN = ExerciseResult(
    "05_gradients/slope",
    Verdict.BROKEN,
    (check("slopes", Verdict.BROKEN, at=3),),
    "e" * 64,
    0.01,
    message="Your file cannot be imported. SyntaxError: '(' was never closed\n    line 3: def slope(",
)
TITLES = {"04_losses": "Losses: what to make small", "05_gradients": "Gradients", "05_gradients/track": "Keep track"}
REPORT = Report(
    "0.1.0", "2.13.0", "3.11.7", "2026-01-01T00:00:00+00:00", 7, "process-only", "cpu", "mnist",
    (PASSED, FAILED, TODO, CRASHED, BROKEN),
    (Fault("06_steps/descend", "RuntimeError: a bug of ours"),), TITLES, "04_losses/mnist_loss",
    Next("04_losses/mnist_loss", "exercises/04_losses/mnist_loss.py"),
    help={"04_losses/mnist_loss": Help(1, 4, ("distance_from_target",))},
    paths={result.exercise: f"exercises/{result.exercise}.py" for result in (PASSED, FAILED, TODO, CRASHED, BROKEN)},
)  # fmt: skip


FILES = {
    "terminal": "report.txt",
    "json": "report.json",
    "html": "report.html",
    "junit": "junit.xml",
    "gradescope": "gradescope.json",
    "gradescope-leaderboard": "gradescope_leaderboard.json",
    "exercism": "exercism.json",
    "github": "github.txt",
    "classroom": "classroom.json",
    "markdown": "report.md",
    "csv": "report.csv",
}


def golden() -> dict[str, str]:
    return {
        **{FILES[name]: render(REPORT, PLAIN) for name, render in FORMATS.items()},
        "colours.txt": FORMATS["terminal"](REPORT, Screen(60, True)),
        "schema.json": json.dumps(schema(), indent=2) + "\n",
    }


@pytest.mark.parametrize("name", golden())
def test_a_report_is_as_it_was(name: str) -> None:
    assert golden()[name] == (GOLDEN / name).read_bytes().decode()


def test_to_know_the_names_of_the_formats_loads_none_of_them() -> None:
    """`grade run --help` and the like have to be quick."""
    program = "import sys; from grader.reports import FORMATS; print([m for m in sys.modules if m in sys.argv[1:]])"
    modules = [f"grader.reports.{name.replace('-', '_')}" for name in FORMATS]
    ran = subprocess.run([sys.executable, "-P", "-c", program, *modules, "rich"], capture_output=True, text=True)
    assert ran.stdout.strip() == "[]"


def test_the_json_report_fits_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(FORMATS["json"](REPORT, PLAIN)), schema())


def test_nothing_that_is_wanted_is_left_in_an_unrevealed_report() -> None:
    for render in FORMATS.values():
        assert "wanted" in render(REPORT, PLAIN)
        assert "wanted" not in render(REPORT.unrevealed(), PLAIN)


@given(st.text())
def test_a_learners_text_is_harmless_on_a_terminal(text: str) -> None:
    report = msgspec.structs.replace(REPORT, exercises=(msgspec.structs.replace(FAILED, output=text, message=text),))
    shown = FORMATS["terminal"](report, PLAIN)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown)


@given(st.text(st.characters(exclude_categories=["C"]) | st.sampled_from("\n\t")))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(), st.integers(40, 120))
def test_sentences_fit_the_screen(text: str, width: int) -> None:
    diagnosis = Diagnosis("no_mean", "word " * 40)
    report = msgspec.structs.replace(
        REPORT, exercises=(msgspec.structs.replace(FAILED, diagnosis=diagnosis, output=text),)
    )
    lines = FORMATS["terminal"](report, Screen(width)).splitlines()
    assert max(len(line) for line in lines if line.startswith("  word")) <= width


@pytest.mark.parametrize(
    ("exercises", "faults", "status"),
    [((PASSED,), (), 0), ((PASSED, FAILED), (), 1), ((TODO,), (), 1), ((PASSED,), REPORT.faults, 3)],
)
def test_the_exit_status_tells_passed_from_failed_from_our_faults(exercises, faults, status) -> None:  # type: ignore[no-untyped-def]
    assert msgspec.structs.replace(REPORT, exercises=exercises, faults=faults).exit_status == status


if __name__ == "__main__":
    for file_name, content in golden().items():
        (GOLDEN / file_name).write_bytes(content.encode())
