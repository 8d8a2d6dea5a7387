"""A class through `grade batch`: verdicts as known, nothing judged twice, parts that come together."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil
import pytest

from grader.batch import Batch, Outcome, Pool, Task
from grader.catalog import Course
from grader.gradebook import Gradebook
from grader.handed_in import handed_in
from grader.judge import Judge, Options
from grader.result import ExerciseResult, Verdict
from tests.conftest import ROOT, Grade
from tests.school import Given, school

EXERCISES = ("mse", "mnist_loss", "is_three")
RIGHT = (ROOT / "solutions/04_losses/mse.py").read_text()


@pytest.fixture
def klass(tmp_path: Path) -> Path:
    return tmp_path / "class"


def make(klass: Path, course: Course, learners: int) -> dict[tuple[str, str], Given]:
    exercises = [course.find(slug)[0] for slug in EXERCISES]
    return {(learner, exercise): given for learner, exercise, given in school(course, klass, learners, exercises)}


def hand_in(klass: Path, **sources: str) -> None:
    for learner, source in sources.items():
        (klass / learner).mkdir(parents=True, exist_ok=True)
        (klass / learner / "mse.py").write_text(source)


def in_json(finished: subprocess.CompletedProcess[str]) -> dict[str, dict[str, dict]]:
    """Results by learner and exercise."""
    report = json.loads(finished.stdout)
    return {
        learner["learner"]: {result["exercise"]: result for result in learner["exercises"]}
        for learner in report["learners"]
    }


def test_every_answer_gets_the_verdict_that_is_known(grade: Grade, klass: Path, course: Course) -> None:
    known = make(klass, course, 5)
    finished = grade("batch", klass, *EXERCISES, "--format", "json", "--workers", 1)
    found = in_json(finished)
    assert finished.returncode == 0, finished.stderr
    for (learner, exercise), given in known.items():
        result = found[learner][exercise]
        assert result["verdict"] in given.verdicts, (learner, exercise, result)
        if given.mistake is not None:
            assert result["diagnosis"]["mistake"] == given.mistake


def test_a_second_run_judges_nothing(grade: Grade, klass: Path) -> None:
    hand_in(klass, ada=RIGHT, bob="def mse(p, t):\n    return 1\n")
    first = grade("batch", klass, "mse", "--format", "json")
    book = klass.with_name("class.gradebook")
    before = rows(book)
    second = grade("batch", klass, "mse", "--format", "json")
    assert in_json(first) == in_json(second) and rows(book) == before
    hand_in(klass, bob=RIGHT + "# mended\n")
    third = in_json(grade("batch", klass, "mse", "--format", "json"))
    assert third["bob"]["04_losses/mse"]["verdict"] == "passed"
    assert rows(book)["ada"] == before["ada"]


def rows(book: Path) -> dict[str, tuple[str, float]]:
    """When each learner's answer was judged."""
    with sqlite3.connect(book) as connection:
        return {row[0]: row[1:] for row in connection.execute("SELECT learner, source, judged FROM answers")}


def test_a_run_that_is_killed_goes_on_where_it_was(klass: Path, grade: Grade) -> None:
    hand_in(klass, **{f"learner{number:02}": f"{RIGHT}# {number}\n" for number in range(40)})
    book = klass.with_name("class.gradebook")
    command = [sys.executable, "-P", "-m", "grader.cli", "batch", str(klass), "mse", "--workers", "1"]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None and (not book.exists() or len(rows_if_any(book)) < 5):
        time.sleep(0.02)
    engines = psutil.Process(run.pid).children(recursive=True)
    run.send_signal(signal.SIGKILL)
    run.wait()
    before = rows(book)
    assert 5 <= len(before) < 40
    finished = grade("batch", klass, "mse", "--format", "json", "--workers", 1)
    assert {result["04_losses/mse"]["verdict"] for result in in_json(finished).values()} == {"passed"}
    after = rows(book)
    assert len(after) == 40 and {name: after[name] for name in before} == before
    assert psutil.wait_procs(engines, timeout=20)[1] == []


def rows_if_any(book: Path) -> dict[str, tuple[str, float]]:
    try:
        return rows(book)
    except sqlite3.OperationalError:
        return {}


def test_ctrl_c_ends_at_once_and_keeps_what_was_judged(klass: Path) -> None:
    hand_in(klass, ada="def mse(p, t):\n    while True:\n        import time\n        time.sleep(1)\n")
    command = [sys.executable, "-P", "-m", "grader.cli", "batch", str(klass), "mse", "--workers", "1"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    while len(psutil.Process(run.pid).children(recursive=True)) < 3:  # engine, zygote, worker
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    said, _ = run.communicate(timeout=30)
    assert run.returncode == 130 and b"Stopped" in said


class Counted:
    """The tasks that reach a real pool."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def run(self, tasks: Iterable[Task], judge: Judge) -> Iterator[Outcome]:
        return Pool(1).run(self._noted(tasks), judge)

    def _noted(self, tasks: Iterable[Task]) -> Iterator[Task]:
        for task in tasks:
            self.tasks.append(task)
            yield task


def batch_of(klass: Path, course: Course, book: Gradebook) -> Batch:
    judge = Judge(course, Options())
    judge.seed = book.seed(None, judge.seed)
    return Batch(judge, book, handed_in(klass, course), course.find("mse"))


def test_the_same_source_is_judged_once(klass: Path, course: Course, tmp_path: Path) -> None:
    hand_in(klass, ada=RIGHT, bob=RIGHT, cleo=RIGHT)
    with Gradebook(tmp_path / "book") as book:
        counted, done = Counted(), []
        batch = batch_of(klass, course, book)
        batch.run(counted.run, done.append)
        assert [len(task.handed) for task in counted.tasks] == [3] and sum(done) == batch.answers == 3
        hand_in(klass, dora=RIGHT)  # late, and the book knows it already
        batch_of(klass, course, book).run(counted.run, done.append)
        assert len(counted.tasks) == 1
        assert {entry.learner: entry.result.verdict for entry in book.entries()} == dict.fromkeys(
            ("ada", "bob", "cleo", "dora"), Verdict.PASSED
        )


def test_a_fault_of_ours_is_no_verdict_and_is_tried_again(klass: Path, course: Course, tmp_path: Path) -> None:
    hand_in(klass, ada=RIGHT, bob="")

    def broken(tasks: Iterable[Task], judge: Judge) -> Iterator[Outcome]:
        for task in tasks:
            result = ExerciseResult(task.exercise, Verdict.PASSED, (), "s") if not task.source else None
            yield Outcome(task, result, "" if result else "The engine is on fire.")

    with Gradebook(tmp_path / "book") as book:
        batch = batch_of(klass, course, book)
        batch.run(broken, lambda count: None)
        report = batch.report()
        assert report.exit_status == 3
        assert [fault.message for fault in report.learners["ada"].faults] == ["The engine is on fire."]
        assert not report.learners["bob"].faults and [entry.learner for entry in book.entries()] == ["bob"]
        again = batch_of(klass, course, book)
        again.run(Pool(1).run, lambda count: None)
        assert again.report().learners["ada"].passed == 1


def test_missing_and_unreadable_answers_are_told_apart(grade: Grade, klass: Path) -> None:
    hand_in(klass, ada="# " + "x" * 300_000)
    (klass / "bob").mkdir()
    (klass / "cleo.zip").write_bytes(b"PK no zip")
    found = {
        name: result["04_losses/mse"]
        for name, result in in_json(grade("batch", klass, "mse", "--format", "json")).items()
    }
    assert {name: result["verdict"] for name, result in found.items()} == {
        "ada": "broken",
        "bob": "missing",
        "cleo": "broken",
    }
    assert "longer than" in found["ada"]["message"] and "cleo.zip cannot be read" in found["cleo"]["message"]


def test_shards_come_together(grade: Grade, klass: Path, course: Course, tmp_path: Path) -> None:
    make(klass, course, 3)
    for number in (1, 2):
        part = grade("batch", klass, "mse", "--shard", f"{number}/2", "--seed", 5, "--book", tmp_path / f"part{number}")
        assert part.returncode == 0, part.stderr
    assert not set(rows(tmp_path / "part1")) & set(rows(tmp_path / "part2"))
    finished = grade("batch", klass, "mse", "--merge", tmp_path / "part1", tmp_path / "part2", "--seed", 5,
                     "--format", "json")  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    judged = rows(klass.with_name("class.gradebook"))
    present = {name: row for name, row in judged.items() if row[0]}  # what is missing is noted anew each time
    parts = rows(tmp_path / "part1") | rows(tmp_path / "part2")
    assert present == {name: row for name, row in parts.items() if row[0]}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--shard", "1/2"], "--shard wants --seed"),
        (["--shard", "3/2"], "is no part"),
        (["--workers", "0"], "no number of engines"),
        (["--merge", "gone"], "There is no gradebook"),
        (["nothing_like_it"], "There is no exercise"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_judged(
    grade: Grade, klass: Path, arguments: list[str], said: str
) -> None:
    hand_in(klass, ada=RIGHT)
    finished = grade("batch", klass, *arguments)
    assert finished.returncode == 2 and said in finished.stderr


def test_the_screen_says_what_the_class_finds_hard(grade: Grade, klass: Path) -> None:
    summed = "def mse(preds, targs):\n    return ((preds - targs) ** 2).sum()\n"
    hand_in(klass, ada=RIGHT, bob=summed, **{"eve\x1b[31m": "import os\nos._exit(0)\n"})
    said = grade("batch", klass, "mse").stdout
    assert "3 learners, 3 answers, 1 passed" in said
    assert "04_losses/mse" in said and "passed by 1 of the 3 who began it" in said
    assert ": 1 of 3" in said
    assert "\x1b" not in said and r"eve\x1b[31m: 1 crashed" in said


def test_a_dask_cluster_gives_the_same_verdicts_and_survives_a_killed_worker(
    klass: Path, course: Course, tmp_path: Path
) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra `dask` is not installed")
    from grader.cluster import Cluster

    make(klass, course, 14)
    judge, exercises = Judge(course, Options(seed=3, patience=2.0)), [course.find(slug)[0] for slug in EXERCISES]
    with (
        distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as cluster,
        Gradebook(tmp_path / "here") as here,
        Gradebook(tmp_path / "there") as there,
    ):
        cluster.scheduler.idle_timeout = None
        victim = next(iter(cluster.workers.values())).pid
        done: list[int] = []

        def advance(count: int) -> None:
            done.append(count)
            if len(done) == 20:
                os.kill(victim, signal.SIGKILL)

        everyone = handed_in(klass, course)
        batch = Batch(judge, there, everyone, exercises)
        batch.run(Cluster(cluster.scheduler_address, 2).run, advance)
        Batch(judge, here, everyone, exercises).run(Pool(2).run, lambda count: None)
        assert not batch.faults
        assert verdicts(there) == verdicts(here)


def verdicts(book: Gradebook) -> list[tuple[str, str, Verdict, str | None]]:
    return [
        (e.learner, e.exercise, e.result.verdict, e.result.diagnosis.mistake if e.result.diagnosis else None)
        for e in book.entries()
    ]
