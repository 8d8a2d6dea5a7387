"""Faults of the world: full disks, folders that vanish, processes killed. Each gets one sentence; nothing is lost."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from grader.catalog import Course
from grader.engine import Engine, Job
from grader.judge import Options
from grader.ledger import Ledger
from grader.result import Verdict
from grader.session import Quiet, Session, Target
from tests.answers import RIGHT, SWAPPED
from tests.conftest import Grade
from tests.test_faults import processes_below, recorded, wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


def grade_limited(learner: Path, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`grade` where no file can grow beyond `size` bytes, as on a disk that is full."""
    command = [sys.executable, "-P", "-m", "grader.cli", *arguments, "--submission", str(learner)]
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # noqa: E731
    return subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, timeout=120)


def write(learner: Path, slug: str, source: str) -> None:
    (learner / f"04_losses/{slug}.py").write_text(source)


def test_a_ledger_that_cannot_be_opened_for_want_of_room_is_named(grade: Grade, learner: Path, state: Path) -> None:
    write(learner, "mnist_loss", RIGHT)
    assert grade("mnist_loss", "--submission", learner).returncode == 0
    ended = grade_limited(learner, 1, "mnist_loss")
    assert ended.returncode == 2 and "GRADE_STATE names another" in ended.stderr and "Traceback" not in ended.stderr
    assert recorded(state) == {"04_losses/mnist_loss"}


def test_on_a_full_disk_the_verdict_is_told_although_it_is_not_recorded(
    learner: Path, state: Path, course: Course, engine: Engine
) -> None:
    write(learner, "mnist_loss", SWAPPED)
    (exercise,) = course.find("mnist_loss")
    with Ledger(state / "ledger.sqlite3") as ledger:
        (pages,) = ledger._connection.execute("PRAGMA page_count").fetchone()
        ledger._connection.execute(f"PRAGMA max_page_count = {pages}")  # the disk ends here
        session = Session(course, learner, ledger, engine, Options())
        target = Target(exercise, learner / "04_losses/mnist_loss.py")
        results, faults = session.run([target] * 2, Quiet())
        assert [result.verdict for result in results] == [Verdict.FAILED] * 2 and results[0].diagnosis
        assert len(faults) == 2 and "could not be recorded" in faults[0].message and "full" in faults[0].message
    with Ledger(state / "ledger.sqlite3") as ledger:
        assert ledger.notice == ""


def test_a_full_scratch_directory_is_the_submissions_own_error(judge) -> None:  # type: ignore[no-untyped-def]
    told = judge("mnist_loss", "def mnist_loss(p, t): open('x', 'wb').write(bytes(1 << 27))")
    assert told.verdict is Verdict.FAILED and "too large" in told.message


def test_a_state_directory_that_is_a_file_is_named(grade: Grade, learner: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = grade("mse", "--submission", learner, GRADE_STATE=str(tmp_path / "file"))
    assert ended.returncode == 2 and "cannot be made" in ended.stderr


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everywhere")
def test_a_course_folder_that_cannot_be_written_is_graded_all_the_same(grade: Grade, learner: Path) -> None:
    write(learner, "mnist_loss", RIGHT)
    for path in [learner, *learner.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert grade("mnist_loss", "--submission", learner).returncode == 0
    refused = grade("reset", "mnist_loss", "--submission", learner)
    assert refused.returncode == 2 and "Traceback" not in refused.stderr


def test_a_reset_that_cannot_be_written_loses_nothing(grade: Grade, learner: Path) -> None:
    write(learner, "mse", RIGHT)
    ended = grade_limited(learner, 1, "reset", "mse")
    assert ended.returncode in (2, 3) and "Traceback" not in ended.stderr
    assert (learner / "04_losses/mse.py").read_text() == RIGHT


def test_a_temporary_directory_that_vanished_is_made_again(course: Course) -> None:
    job = Job("mnist_loss", RIGHT.encode(), 0)
    with Engine() as engine:
        assert engine.judge(job).verdict is Verdict.PASSED
        shutil.rmtree(engine.rooms)
        assert engine.judge(job).verdict is Verdict.PASSED
        rooms = engine.rooms
    assert not Path(rooms).exists()


@pytest.mark.parametrize("signal", ["SIGKILL", "SIGSTOP"])
def test_a_worker_that_is_killed_or_stopped_from_outside_has_crashed(signal: str) -> None:
    source = RIGHT + "\nimport time\ntime.sleep(30)\n"
    with Engine() as engine:
        engine.judge(Job("mnist_loss", RIGHT.encode(), 0))
        process = engine._process
        assert process is not None
        before = set(processes_below(process.pid))

        def disturb() -> None:
            wait_for(lambda: any(p.name() and p.cpu_times().user >= 0 for p in set(processes_below(process.pid))))
            time.sleep(1)  # the submission sleeps, so whichever worker there is can be hit
            for worker in processes_below(process.pid)[1:]:
                worker.send_signal(getattr(__import__("signal"), signal))

        thread = threading.Thread(target=disturb)
        thread.start()
        result = engine.judge(Job("mnist_loss", source.encode(), 0))
        thread.join()
        assert result.verdict is Verdict.CRASHED, result
        assert ("SIGKILL" if signal == "SIGKILL" else "stopped itself") in str(result.message)
        assert engine.judge(Job("mnist_loss", RIGHT.encode(), 0)).verdict is Verdict.PASSED
        assert before


def test_two_runs_at_once_write_one_ledger(learner: Path, state: Path, course: Course) -> None:
    for exercise in course.find("04_losses"):
        shutil.copy(course.solution_path(exercise), learner / f"{exercise.name}.py")
    command = [sys.executable, "-P", "-m", "grader.cli", "04_losses", "--submission", str(learner)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for run in runs:
        said, complained = run.communicate(timeout=120)
        assert run.returncode == 0, said + complained
    assert recorded(state) == {exercise.name for exercise in course.find("04_losses")}


def test_a_file_that_changes_while_it_is_read_is_judged_as_it_was_at_some_moment(
    grade: Grade, learner: Path, state: Path
) -> None:
    path, stop = learner / "04_losses/mnist_loss.py", threading.Event()
    path.write_text(RIGHT)

    def rewrite() -> None:
        for turn in range(10**9):
            if stop.is_set():
                return
            other = path.with_suffix(".new")
            other.write_text(RIGHT if turn % 2 else SWAPPED)
            other.replace(path)

    thread = threading.Thread(target=rewrite)
    thread.start()
    try:
        codes = {grade("mnist_loss", "--submission", learner).returncode for _ in range(3)}
    finally:
        stop.set()
        thread.join()
    assert codes <= {0, 1}
    with Ledger(state / "ledger.sqlite3") as ledger:
        kept = {attempt.source: attempt.verdict for attempt in ledger.attempts(str(learner))}
    assert set(kept.values()) <= {Verdict.PASSED, Verdict.FAILED} and len(kept) <= 2


def test_links_that_lead_in_a_circle_are_refused(grade: Grade, learner: Path) -> None:
    path = learner / "04_losses/mnist_loss.py"
    path.unlink()
    path.symlink_to(path.name)
    ended = grade("mnist_loss", "--submission", learner)
    assert ended.returncode == 1 and "link" in ended.stdout and "Traceback" not in ended.stderr


@pytest.mark.parametrize("name", ["mit Leerzeichen", "Übungen", "練習 ~ $HOME", "a'b\"c", "-x", "[red]"])
def test_a_course_folder_of_any_name_is_graded(grade: Grade, learner: Path, tmp_path: Path, name: str) -> None:
    write(learner, "mnist_loss", RIGHT)
    folder = tmp_path / name / "exercises"
    shutil.copytree(learner, folder)
    ended = grade("mnist_loss", f"--submission={folder}")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_an_engine_whose_end_nobody_saw_leaves_no_process_and_no_folder() -> None:
    with Engine() as engine:
        engine.judge(Job("mnist_loss", RIGHT.encode(), 0))
        process = engine._process
        assert process is not None
        below, rooms = processes_below(process.pid), Path(engine.rooms)
        process.kill()
        process.wait()
    assert not psutil.wait_procs(below, timeout=30)[1]
    assert not rooms.exists()
