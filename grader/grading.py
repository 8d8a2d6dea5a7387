"""grade(exercise, source) -> ExerciseResult: the one path for stubs, solutions and every learner's file."""

from __future__ import annotations

import itertools
import os
import tempfile
import time
import traceback
import zlib
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import lru_cache
from pathlib import Path

import msgspec
import torch

from grader.bench import SetBench, direct_submission
from grader.calls import SubmissionBroken
from grader.catalog import Course, Exercise
from grader.checking import Ran, Runner, run_again
from grader.datasets import load_digits
from grader.diagnosis import Recorded, Replays, diagnose
from grader.errors import GraderFault, UsageError
from grader.evidence import failure
from grader.gallery import Gallery
from grader.jobs import Job
from grader.known import known_mistakes
from grader.outline import Check
from grader.result import CheckResult, Diagnosis, ExerciseResult, Failure, Verdict, first_told
from grader.sandbox.clock import Budget, Progress, WorkerEnded
from grader.sandbox.levels import Level
from grader.sandbox.process import Worker, working
from grader.sandbox.starters import Starter, ZygoteDied
from grader.sandbox.wire import ProtocolError
from grader.source import digest
from grader.submission import Submission
from grader.wording import LEARNERS, broken, ended, explain, is_todo, line_of

KEPT = 32  # exercises whose known mistakes stay learnt; each costs some megabytes
LONG = 15  # looks of a worker's clock after which it is taken for one that runs long


class Grader:
    """Judges submissions, one at a time, in the process that holds the checks."""

    def __init__(self, course: Course, starter: Starter, runner: Runner, bench: SetBench) -> None:
        self._course, self._starter, self._runner, self._bench = course, starter, runner, bench
        self._replays = lru_cache(maxsize=KEPT)(self._new_replays)
        self._aside = Path(tempfile.mkdtemp(prefix="aside-"))  # for files of answers of ours
        self._digits = lru_cache(maxsize=2)(load_digits)
        self._open = ExitStack()
        self._last: Judging | None = None
        self._worker: Worker | None = None

    def grade(self, exercise: Exercise, job: Job, progress: Progress | None = None) -> ExerciseResult:
        """The verdict on one source. Raises GraderFault for what is ours."""
        self._open.close()
        began = time.monotonic()
        self._set(job)
        judging = Judging(self._course, exercise, job, self._runner, self._replays_for(exercise, job))
        computing = 0.0
        if exercise.max_source and len(zlib.compress(job.source, 9)) > exercise.max_source:
            judging.refuse(_too_long(exercise))
        else:
            computing = self._judge(judging, exercise, job.isolation, progress)
            self._last = judging
        return msgspec.structs.replace(
            judging.result(),
            seconds=round(time.monotonic() - began, 4),
            seed=job.seed,
            computing=round(computing, 2),
            exhibits=tuple(self._bench.gallery.exhibits),
        )

    def _replays_for(self, exercise: Exercise, job: Job) -> Callable[[], Replays]:
        return lambda: self._replays(exercise, job.seed, job.device, job.data, job.small)

    def _new_replays(self, exercise: Exercise, seed: int, *_: object) -> Replays:
        return Replays(known_mistakes(self._course, exercise), self._direct(exercise), seed)

    def _direct(self, exercise: Exercise) -> Callable[[bytes], Submission]:
        """Loads answers of ours, in this process."""
        return lambda source: direct_submission(self._course, exercise, source, self._aside)

    def cancel(self) -> None:
        """From another thread: end the worker, so that `grade` returns. Its result is worth nothing then."""
        worker = self._worker
        if worker is not None:
            worker.kill()

    def settle(self, busy: Callable[[], bool]) -> None:
        """Clear up after the last judging and get ready for the next; to be called once the verdict is on its way.

        busy: whether somebody waits for the next verdict already.
        """
        self._open.close()
        self._starter.prepare()
        judging, self._last = self._last, None
        if judging is not None:
            judging.prepare(busy)

    def _set(self, job: Job) -> None:
        self._bench.seed, self._bench.gallery = job.seed, Gallery()
        self._bench.digits = self._digits(Path(job.data) if job.data else None, small=job.small)
        self._bench.device = _device(job.device)

    def _judge(self, judging: Judging, exercise: Exercise, isolation: Level, progress: Progress | None) -> float:
        """The seconds of CPU that the submission used."""
        budget = Budget(exercise.budget, min(exercise.threads, _cores()))
        gpu = self._bench.device.type != "cpu"
        place = working(self._starter, budget, preload=exercise.preload, progress=self._meanwhile(progress), gpu=gpu)
        worker, readable = self._open.enter_context(place)
        self._worker = worker
        if not worker.held.level.at_least(isolation):
            held = worker.held
            raise GraderFault(f"A worker is held {held.level} only, and {isolation} was promised. {held.why()}")
        submission = Submission(worker, self._course.public_names(exercise), readable)
        self._bench.current = submission
        try:
            judging.judge(submission)
        finally:
            self._bench.current = None
        return worker.cpu_seconds()

    def _meanwhile(self, progress: Progress | None) -> Progress:
        """The same, and the next worker is got ready while one takes long: it may be given up at any moment.

        The judge's own thread waits for an answer then, and asks nothing of the starter.
        """
        looks = itertools.count()

        def look(share: float) -> None:
            if next(looks) == LONG:
                with suppress(ZygoteDied):  # noticed when this worker ends
                    self._starter.prepare()
            if progress is not None:
                progress(share)

        return look


class Judging:
    """One submission on its way through the checks of its exercise."""

    def __init__(
        self, course: Course, exercise: Exercise, job: Job, runner: Runner, replays: Callable[[], Replays]
    ) -> None:
        self._course, self._exercise, self._job, self._runner = course, exercise, job, runner
        self._replays = replays
        self._checks = course.checks_of(exercise)
        self._results: dict[str, CheckResult] = {}
        self._recorded: list[Recorded] = []
        self._submission: Submission | None = None
        self._verdict: Verdict | None = None
        self._message: str | None = None
        self._at: int | None = None  # where nothing of the file could be asked
        self._diagnosis: Diagnosis | None = None

    def refuse(self, message: str, verdict: Verdict = Verdict.FAILED) -> None:
        """End the judging with one sentence: no check runs."""
        self._verdict, self._message = verdict, message

    def judge(self, submission: Submission) -> None:
        self._submission = submission
        try:
            raised = submission.load(self._job.source, f"{self._exercise.slug}.py")
        except (WorkerEnded, ProtocolError) as error:
            self.refuse(*_end(error))
            return
        if raised is not None:
            self.refuse(broken(raised, self._job.source), Verdict.BROKEN)
            self._at = line_of(raised, self._job.source)
            return
        self._run()
        if self._verdict is None and not self._todo():
            self._diagnose()

    def prepare(self, busy: Callable[[], bool]) -> None:
        """Learn what the known mistakes answer to these checks. Not where they would be trained."""
        if self._exercise.threads == 1:
            with suppress(GraderFault):  # told when a diagnosis is wanted
                self._replays().prepare(self._recorded, busy)

    def _run(self) -> None:
        items = self._runner.items(self._course.checks_path(self._exercise))
        if {item.originalname for item in items} != {check.name for check in self._checks}:
            raise GraderFault(f"{self._exercise.name}: pytest finds other checks than the file's text shows")
        checks = {check.name: check for check in self._checks}
        with self._runner.settling():
            for item in items:
                if self._verdict is None:
                    # After a failure too: the diagnosis compares all cases of the check that failed.
                    self._take(checks[item.originalname], self._runner.run(item))

    def _take(self, check: Check, ran: Ran) -> None:
        """Note how one item of a check ended."""
        assert self._submission is not None
        self._recorded.append(Recorded(ran, self._submission.transcript))
        error = ran.error
        if error is None:
            self._results.setdefault(check.name, _check_result(check, Verdict.PASSED))
            return
        if isinstance(error, ZygoteDied):
            raise error
        if not isinstance(error, LEARNERS):
            error = self._whose_fault(ran, error)
        if isinstance(error, WorkerEnded | ProtocolError):
            self.refuse(*_end(error))
        before = self._results.get(check.name)
        if before is None or before.verdict is Verdict.PASSED:
            self._results[check.name] = _check_result(check, self._verdict or Verdict.FAILED, *self._tell(error))

    def _tell(self, error: BaseException) -> tuple[str, Failure | None, int | None]:
        """A failure's message, its call and the learner's line."""
        source, call = self._job.source, self._submission.last_call if self._submission is not None else None
        return explain(error, source, call), self._shown(error), line_of(error, source, call)

    def _shown(self, error: BaseException) -> Failure | None:
        """What stands beside the sentence. It teaches and decides nothing: a fault of ours in it costs no verdict."""
        try:
            return failure(error, self._submission)
        except Exception:
            traceback.print_exc()
            return None

    def _whose_fault(self, ran: Ran, error: BaseException) -> BaseException:
        """An exception out of a check's own code: the answer's doing if the solution passes, else our fault."""
        if ran.arguments:
            solution = self._replays().load(self._course.solution_path(self._exercise).read_bytes())
            if run_again(ran, solution, self._job.seed) is None:
                return AssertionError(f"The answer cannot be used: {type(error).__name__}: {error}")
        raise GraderFault(f"{self._exercise.name}, {ran.check}: {type(error).__name__}: {error}") from error

    def _todo(self) -> bool:
        return bool(self._recorded) and all(is_todo(record.ran.error) for record in self._recorded)

    def _diagnose(self) -> None:
        if all(result.verdict is Verdict.PASSED or result.bonus for result in self._results.values()):
            return
        self._diagnosis = diagnose(self._recorded, self._replays(), self._job.patience)

    def result(self) -> ExerciseResult:
        verdict = self._verdict or self._verdict_of_checks()
        rest = verdict if verdict in (Verdict.TODO, Verdict.BROKEN, Verdict.FAILED) else Verdict.NOT_RUN
        checks = tuple(
            self._results.get(check.name) or _check_result(check, rest, at=self._at) for check in self._checks
        )
        if verdict is Verdict.TODO:
            checks = tuple(msgspec.structs.replace(check, verdict=Verdict.TODO) for check in checks)
        return ExerciseResult(
            exercise=self._exercise.name,
            verdict=verdict,
            checks=checks,
            source=digest(self._job.source),
            message=self._message or _first_line(checks),
            diagnosis=self._diagnosis,
            output=self._submission.output if self._submission else "",
        )

    def _verdict_of_checks(self) -> Verdict:
        if self._todo():
            return Verdict.TODO
        deciding = [self._results.get(check.name) for check in self._checks if not check.bonus]
        passed = all(result is not None and result.verdict is Verdict.PASSED for result in deciding)
        return Verdict.PASSED if passed and deciding else Verdict.FAILED


def _check_result(
    check: Check, verdict: Verdict, message: str | None = None, failed: Failure | None = None, at: int | None = None
) -> CheckResult:
    points = check.points if verdict is Verdict.PASSED else 0
    return CheckResult(check.name, check.line, verdict, check.bonus, points, check.points, message, failed, at)


def _first_line(checks: tuple[CheckResult, ...]) -> str:
    """What went wrong first, among the checks that decide."""
    told = first_told(checks)
    return told.message.splitlines()[0] if told and told.message else ""


def _end(error: WorkerEnded | ProtocolError) -> tuple[str, Verdict]:
    if isinstance(error, WorkerEnded):
        return ended(error), Verdict.TIMED_OUT if error.kind == "timed_out" else Verdict.CRASHED
    return explain(error, b""), Verdict.CRASHED


def _too_long(exercise: Exercise) -> str:
    return (
        f"Your source is too long: compressed it may have {exercise.max_source:,} bytes. "
        "A network has to be trained here, its numbers cannot be brought along."
    )


def _device(name: str) -> torch.device:
    """Raises UsageError for a device that this machine does not have."""
    try:
        device = torch.device(name)
        torch.zeros(1, device=device)
    except (RuntimeError, AssertionError) as error:
        raise UsageError(f"There is no device {name!r} here: {str(error).splitlines()[0]}") from None
    return device


def _cores() -> int:
    return max(1, min(2, os.cpu_count() or 1))


__all__ = ["Grader", "Job", "SubmissionBroken"]
