"""The command line, as a person or a script meets it."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from grader.catalog import Course
from grader.sandbox.levels import level_in_force
from tests.answers import RIGHT, SWAPPED
from tests.conftest import Grade


def write(folder: Path, name: str, source: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return path


def report(process) -> dict:  # type: ignore[no-untyped-def, type-arg]
    return json.loads(process.stdout)  # type: ignore[no-any-return]


def test_the_opening_screen_shows_every_chapter_and_where_to_begin(grade: Grade, learner: Path, course: Course) -> None:
    shown = grade("--submission", learner)
    assert shown.returncode == 1
    for chapter in course.chapters:
        assert re.search(rf"{chapter.number} ░+ +0/{len(chapter.exercise)} ", shown.stdout)
    assert f"Next: {course.all[0].name}" in shown.stdout
    assert "not yet right" not in shown.stdout  # nobody has begun the repairs
    assert all(len(line) <= 80 for line in shown.stdout.splitlines() if str(learner) not in line)


def test_an_untouched_repair_earns_nothing_though_some_of_its_checks_pass(grade: Grade, course: Course) -> None:
    finished = grade("silent_broadcast", "--submission", course.exercises, "--format", "json")
    (result,) = json.loads(finished.stdout)["exercises"]
    assert result["verdict"] == "failed" and result["points"] == 0
    assert any(check["verdict"] == "passed" for check in result["checks"])


def test_a_wrong_answer_then_a_right_one(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    wrong = grade("mnist_loss", "--submission", learner)
    assert wrong.returncode == 1
    assert "✗" in wrong.stdout and "What may be behind it" in wrong.stdout
    assert "\x1b" not in wrong.stdout  # a pipe has no colours
    write(learner, "04_losses/mnist_loss.py", RIGHT)
    right = grade("mnist_loss", "--submission", learner)
    assert right.returncode == 0
    assert ": passed, " in right.stdout


def test_the_json_report_keeps_its_contract_and_the_ledger_answers_the_second_time(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    first = report(grade("mnist_loss", "mse", "--submission", learner, "--format", "json"))
    second = report(grade("mnist_loss", "mse", "--submission", learner, "--format", "json"))
    jsonschema.validate(first, json.loads(grade("schema").stdout))
    assert list(first) == [
        "version", "grader", "torch", "python", "time", "seed", "isolation", "device", "data", "summary", "exercises",
        "faults",
    ]  # fmt: skip
    assert first["summary"]["exercises"] == 2 and first["summary"]["passed"] == 0
    loss, mse = first["exercises"]
    assert (loss["verdict"], loss["diagnosis"]["mistake"], loss["cached"]) == ("failed", "branches_swapped", False)
    assert (mse["verdict"], mse["points"]) == ("todo", 0)
    assert [exercise["cached"] for exercise in second["exercises"]] == [True, True]
    assert second["exercises"][0]["checks"] == loss["checks"]


def test_a_seed_is_drawn_again_and_never_answered_by_the_ledger(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    runs = [report(grade("mnist_loss", "--submission", learner, "--format", "json", "--seed", "7")) for _ in range(2)]
    assert [run["seed"] for run in runs] == [7, 7]
    assert [run["exercises"][0]["cached"] for run in runs] == [False, False]
    assert runs[0]["exercises"][0]["checks"] == runs[1]["exercises"][0]["checks"]


def test_no_reveal_keeps_the_wanted_values_back(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    open_run = grade("mnist_loss", "--submission", learner, "--seed", "1")
    closed = grade("mnist_loss", "--submission", learner, "--seed", "1", "--no-reveal")
    assert "wanted:" in open_run.stdout
    assert "wanted:" not in closed.stdout and "✗" in closed.stdout
    assert "mnist_loss(preds, targs)" in closed.stdout and "came:" in closed.stdout
    wanted = re.findall(r"wanted: +(\S+)", open_run.stdout)
    assert len(wanted) == 1 and wanted[0] not in closed.stdout


def test_a_failure_says_where_to_turn(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    assert "`grade hint mnist_loss`: hint 1 of 4. " in grade("mnist_loss", "--submission", learner).stdout
    for _ in range(4):
        grade("hint", "mnist_loss", "--submission", learner)
    told = grade("mnist_loss", "--submission", learner).stdout
    assert "`grade hint mnist_loss`: all 4 hints. `grade show mnist_loss`: the lesson." in told
    assert "It builds on `distance_from_target`." in told


def test_an_encoding_without_our_signs_gets_others(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    told = grade("mnist_loss", "--submission", learner, PYTHONIOENCODING="ascii").stdout
    assert told.isascii() and "  x The loss is the average" in told and "?" not in told


def test_output_goes_to_the_file_and_the_terminal_keeps_its_text(grade: Grade, learner: Path, tmp_path: Path) -> None:
    shown = grade("mse", "--submission", learner, "--format", "json", "--output", tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text())["version"] == 1
    assert "not begun" in shown.stdout


def test_a_learners_control_characters_reach_no_terminal(grade: Grade, learner: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED + "print('\\x1b]0;owned\\x07\\x1b[31m\\u202eright')\n")
    shown = grade("mnist_loss", "--submission", learner)
    assert "\\x1b]0;owned\\x07" in shown.stdout
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", shown.stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("mnist_los",), "Did you mean mnist_loss"),
        (("--submission", "nowhere"), "There is no folder nowhere"),
        (("--seed", "-1"), "not a seed"),
        (("--seed", "many"), "--seed"),
        (("--format", "morse"), "morse"),
        (("--output", "nowhere/report.json"), "There is no folder"),
        (("--data", "nowhere"), "There is no train-images"),
        (("--require-isolation", "strong", "--device", "cuda"), "Nothing was judged"),
        (("hint", "04_losses"), "Name one"),
        (("show",), "EXERCISE"),
        (("frobnicate",), "There is no exercise 'frobnicate'"),
        (("mse", "--device", "quantum"), "There is no device 'quantum'"),
    ],
)
def test_what_cannot_be_used_is_named_and_ends_with_2(
    grade: Grade, learner: Path, arguments: tuple[str, ...], said: str
) -> None:
    write(learner, "04_losses/mse.py", "def mse(preds, targs): ...\n")
    refused = grade(*arguments, cwd=learner.rename(learner.parent / "exercises"))
    assert refused.returncode == 2, refused.stderr
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr


def test_hints_come_one_more_each_time(grade: Grade, learner: Path, course: Course) -> None:
    hints = course.find("mnist_loss")[0].hints
    for count in (1, 2):
        shown = grade("hint", "mnist_loss", "--submission", learner).stdout
        assert f"{count}. " in shown and f"{count + 1}. " not in shown
    for _ in hints:
        shown = grade("hint", "mnist_loss", "--submission", learner).stdout
    assert "That was the last hint." in shown


def test_the_solution_is_for_those_who_have_passed(grade: Grade, learner: Path, course: Course) -> None:
    solution = course.solution_path(course.find("mnist_loss")[0]).read_text()
    assert grade("solution", "mnist_loss", "--submission", learner).returncode == 2
    assert grade("solution", "mnist_loss", "--submission", learner, "--spoil").stdout == solution
    write(learner, "04_losses/mnist_loss.py", RIGHT)
    grade("mnist_loss", "--submission", learner)
    write(learner, "04_losses/mnist_loss.py", SWAPPED)  # what was passed once stays passed
    assert grade("solution", "mnist_loss", "--submission", learner).stdout == solution


def test_reset_puts_the_stub_back_and_keeps_what_was_there(grade: Grade, learner: Path, course: Course) -> None:
    path = write(learner, "04_losses/mnist_loss.py", SWAPPED)
    said = grade("reset", "mnist_loss", "--submission", learner)
    assert path.read_bytes() == course.stub_path(course.find("mnist_loss")[0]).read_bytes()
    (kept,) = path.parent.glob("mnist_loss.py.*.bak")
    assert kept.read_text() == SWAPPED and kept.name in said.stdout
    assert "nothing to reset" in grade("reset", "mnist_loss", "--submission", learner).stdout


def test_reset_all_asks_and_keeps_everything(grade: Grade, learner: Path, course: Course) -> None:
    written = {name: write(learner, f"04_losses/{name}.py", f"# my {name}\n") for name in ("mse", "slope")}
    refused = grade("reset", "--all", "--submission", learner)  # there is nobody to ask
    assert refused.returncode == 2 and "--yes" in refused.stderr and "2 exercises" in refused.stderr
    assert all(path.read_text() == f"# my {name}\n" for name, path in written.items())
    said = grade("reset", "--all", "--yes", "--submission", learner)
    assert said.returncode == 0
    for name, path in written.items():
        (kept,) = path.parent.glob(f"{name}.py.*.bak")
        assert kept.read_text() == f"# my {name}\n" and kept.name in said.stdout
        assert path.read_bytes() == course.stub(course.find(name)[0])
    assert "nothing to reset" in grade("reset", "--all", "--yes", "--submission", learner).stdout
    assert grade("reset", "mse", "--all").returncode == 2 and grade("reset").returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("answer", "reset"), [(b"y\n", True), (b"\n", False), (b"no\n", False), (b"\x04", False)])
def test_reset_all_does_what_it_is_answered(learner: Path, answer: bytes, reset: bool) -> None:
    path = write(learner, "04_losses/mse.py", "# mine\n")
    ours, theirs = os.openpty()
    command = [sys.executable, "-P", "-m", "grader.cli", "reset", "--all", "--submission", str(learner)]
    process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    os.write(ours, answer)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "Go on?" in out and ("Nothing was changed." in out) is not reset
    assert (path.read_text() == "# mine\n") is not reset
    for descriptor in (ours, theirs):
        os.close(descriptor)


@pytest.mark.parametrize("arguments", [(), ("list",), ("hint", "mse"), ("reset", "mse"), ("edit", "mse")])
def test_a_folder_without_a_course_says_how_to_get_one(grade: Grade, arguments: tuple[str, ...]) -> None:
    refused = grade(*arguments)
    assert refused.returncode == 2 and "`grade init course`" in refused.stderr


def test_one_who_comes_back_is_told_where_they_were(grade: Grade, learner: Path, state: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    grade("mnist_loss", "--submission", learner)
    assert "You were at" not in grade("mnist_loss", "mse", "--submission", learner).stdout
    long_ago = datetime(2024, 11, 12, 12).timestamp()
    with sqlite3.connect(state / "ledger.sqlite3") as ledger:
        ledger.execute("UPDATE attempts SET time = ?", (long_ago,))
    ledger.close()
    alone = {path: path.unlink() for path in learner.glob("11_repairs/*.py")}  # what takes long, and says nothing here
    assert alone
    shown = grade("--submission", learner).stdout
    assert "You were at 04_losses/mnist_loss on 12 November 2024: 1 of 5 checks passed." in shown
    listed = grade("list", "--history", "--submission", learner).stdout
    assert re.search(r"  mnist_loss +tried once, last on 12 November 2024$", listed, re.MULTILINE)


def test_list_shows_where_one_stands(grade: Grade, learner: Path, course: Course) -> None:
    write(learner, "04_losses/mnist_loss.py", RIGHT)
    write(learner, "04_losses/mse.py", "x = 1\n")
    (learner / "04_losses/slope.py").unlink()
    grade("mnist_loss", "--submission", learner)
    lines = {
        line.split()[0 if line[2] == " " else 1]: line for line in _rows(grade("list", "--submission", learner).stdout)
    }
    assert set(lines) == {exercise.slug for exercise in course.all}
    assert "✓" in lines["mnist_loss"]
    assert "[not judged yet]" in lines["mse"] and "[no file]" in lines["slope"]


def _rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("  ")]


def test_show_gives_the_lesson_and_the_lines_of_the_checks(grade: Grade, course: Course) -> None:
    (exercise,) = course.find("mnist_loss")
    shown = grade("show", "mnist_loss").stdout
    assert course.lesson(exercise) in shown
    assert all(check.line in shown for check in course.checks_of(exercise))


@pytest.mark.parametrize("command", ["list", "hint", "show", "--help", "--version"])
def test_light_commands_import_no_pytorch(grade: Grade, learner: Path, command: str, tmp_path: Path) -> None:
    arguments = [command, "mse"] if command in ("hint", "show") else [command]
    traced = grade(*arguments, PYTHONPROFILEIMPORTTIME="1", cwd=learner.rename(learner.parent / "exercises"))
    assert traced.returncode == 0
    assert not re.search(r"\| +(torch|numpy|pytest)$", traced.stderr, re.MULTILINE)


def test_the_nearest_exercises_folder_is_the_learners(grade: Grade, learner: Path) -> None:
    learner = learner.rename(learner.parent / "exercises")
    write(learner, "04_losses/mnist_loss.py", RIGHT)
    assert grade("mnist_loss", cwd=learner / "04_losses").returncode == 0
    assert grade("mnist_loss", cwd=learner.parent).returncode == 0


def test_a_path_names_the_very_file(grade: Grade, tmp_path: Path) -> None:
    path = write(tmp_path, "elsewhere/mnist_loss.py", RIGHT)
    assert grade(path).returncode == 0


def test_debug_stops_at_the_failure_and_records_nothing(grade: Grade, learner: Path, state: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    failed = grade("debug", "mnist_loss", "--submission", learner)
    assert failed.returncode == 1 and "The answer has the wrong value." in failed.stdout
    assert not (state / "ledger.sqlite3").exists()


def test_doctor_tries_what_it_says(grade: Grade) -> None:
    told = grade("doctor")
    assert told.returncode == 0
    assert "passed" in told.stdout and f"{level_in_force()}: a worker" in told.stdout


def test_missing_and_unreadable_files_are_told_apart(grade: Grade, learner: Path) -> None:
    (learner / "04_losses/mse.py").unlink()
    (learner / "04_losses/slope.py").unlink()
    (learner / "04_losses/slope.py").symlink_to(learner / "04_losses/sigmoid.py")
    write(learner, "04_losses/sigmoid.py", "#" * 300_000)
    found = report(grade("mse", "slope", "sigmoid", "--submission", learner, "--format", "json"))
    verdicts = {exercise["exercise"].split("/")[1]: exercise["verdict"] for exercise in found["exercises"]}
    assert verdicts == {"mse": "missing", "slope": "broken", "sigmoid": "broken"}


def test_the_checks_are_plain_pytest_too(course: Course, learner: Path, tmp_path: Path) -> None:
    write(learner, "04_losses/mnist_loss.py", SWAPPED)
    command = [sys.executable, "-m", "pytest", "--pyargs", "grader.checks", "-q", "-p", "no:cacheprovider"]
    for folder, status in ((course.solutions, 0), (learner, 1)):
        options = [f"--submission={folder}", "-k", "mnist_loss", f"--junitxml={tmp_path / 'junit.xml'}"]
        ended = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, text=True)
        assert ended.returncode == status, ended.stdout
    assert "wrong value" in (tmp_path / "junit.xml").read_text()
