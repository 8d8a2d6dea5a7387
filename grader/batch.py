"""A whole class: every learner's answer to every exercise, judged by a pool of engines and kept in a gradebook.

Exercise by exercise, so that what an engine has learnt of one (its checks, what its known mistakes answer) serves all
learners; one judging for sources that are the same. Whatever was judged is in the book before the next is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, as_completed, wait
from contextlib import contextmanager
from queue import SimpleQueue

import msgspec

from grader.catalog import Exercise
from grader.engine import Engine
from grader.errors import GraderFault
from grader.gradebook import Gradebook, Handed
from grader.handed_in import HandedIn
from grader.insight import NOT_BEGUN, shape
from grader.judge import Judge
from grader.ledger import Key
from grader.result import ClassReport, ExerciseResult, Fault, Report, Verdict
from grader.source import Unreadable

NOTHING = ""  # stands for the source of an answer that is not there or cannot be read


class Task(msgspec.Struct, frozen=True):
    """One source to be judged for all who handed it in."""

    exercise: str
    source: bytes
    handed: tuple[Handed, ...]


class Outcome(msgspec.Struct, frozen=True):
    """A task's result, or a fault of ours."""

    task: Task
    result: ExerciseResult | None = None
    fault: str = ""


Run = Callable[[Iterable[Task], Judge], Iterator[Outcome]]


class Batch:
    """One run over a class. faults: of ours, by learner; what they touch is judged again the next time."""

    def __init__(self, judge: Judge, book: Gradebook, everyone: Sequence[HandedIn], exercises: Sequence[Exercise]):
        self._judge, self._book, self._everyone, self._exercises = judge, book, everyone, exercises
        self.faults: defaultdict[str, list[Fault]] = defaultdict(list)

    @property
    def answers(self) -> int:
        """How many there are to be judged, missing ones included."""
        return len(self._everyone) * len(self._exercises)

    def run(self, run: Run, advance: Callable[[int], None]) -> None:
        """Judge what the book does not hold. `advance` is told of every so many answers that are done."""
        for outcome in run(self._tasks(advance), self._judge):
            self._keep(outcome)
            advance(len(outcome.task.handed))

    def _tasks(self, advance: Callable[[int], None]) -> Iterator[Task]:
        for exercise in self._exercises:
            waiting: defaultdict[bytes, list[Handed]] = defaultdict(list)
            for one in self._everyone:
                source = self._read(one, exercise)
                if source is None or self._known(one, exercise, source):
                    advance(1)
                else:
                    waiting[source].append(one.handed(exercise))
            for source, handed in waiting.items():
                yield Task(exercise.name, source, tuple(handed))

    def _read(self, one: HandedIn, exercise: Exercise) -> bytes | None:
        """The source of an answer; None where there is none, and that is in the book."""
        answer = one.answers.get(exercise.name)
        verdict, message = Verdict.MISSING, f"Nothing was handed in for {exercise.name}."
        if answer is not None:
            try:
                return answer.read()
            except Unreadable as error:
                verdict, message = Verdict.BROKEN, str(error)
        elif one.problem:
            verdict, message = Verdict.BROKEN, one.problem
        result = self._judge.unjudged(exercise, verdict, message)
        key = msgspec.structs.replace(self._judge.key(exercise, b""), source=NOTHING)
        self._book.put(Handed(one.learner), key, result)
        return None

    def _known(self, one: HandedIn, exercise: Exercise, source: bytes) -> bool:
        """Whether the book has the answer, perhaps from somebody else."""
        if not self._judge.options.cache:
            return False
        key = self._judge.key(exercise, source)
        if self._book.holds(one.learner, key):
            return True
        found = self._book.found_for(key)
        if found is not None:
            self._put(key, found, source, (one.handed(exercise),))
        return found is not None

    def _keep(self, outcome: Outcome) -> None:
        task = outcome.task
        if outcome.result is None:
            for handed in task.handed:
                self.faults[handed.learner].append(Fault(task.exercise, outcome.fault))
            return
        (exercise,) = self._judge.course.find(task.exercise)
        self._put(self._judge.key(exercise, task.source), outcome.result, task.source, task.handed)

    def _put(self, key: Key, result: ExerciseResult, source: bytes, everyone: Iterable[Handed]) -> None:
        of_source = "" if result.verdict in NOT_BEGUN else shape(source)
        for handed in everyone:
            self._book.put(handed, key, result, of_source)

    def report(self) -> ClassReport:
        """What the book holds of these learners and exercises."""
        wanted = {exercise.name: place for place, exercise in enumerate(self._exercises)}
        found: defaultdict[str, list[ExerciseResult]] = defaultdict(list)
        for entry in self._book.entries():
            if entry.exercise in wanted:
                found[entry.learner].append(entry.result)
        run = self._judge.report((), ())
        reports: dict[str, Report] = {}
        for one in self._everyone:
            results = sorted(found[one.learner], key=lambda result: wanted[result.exercise])
            own = {"exercises": tuple(results), "faults": tuple(self.faults[one.learner])}
            reports[one.learner] = msgspec.structs.replace(run, **own)
        return ClassReport(run, reports)


def judged_by(engine: Engine, judge: Judge, task: Task) -> Outcome:
    """One task's outcome."""
    try:
        (exercise,) = judge.course.find(task.exercise)
        return Outcome(task, judge.judge(exercise, task.source, engine))
    except GraderFault as fault:
        return Outcome(task, fault=str(fault))


class Pool:
    """Several engines of this machine, each with a thread that waits for it."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def run(self, tasks: Iterable[Task], judge: Judge) -> Iterator[Outcome]:
        """Outcomes as they come. A task is taken when an engine is free, or nearly so."""
        engines = [Engine() for _ in range(self._workers)]
        free: SimpleQueue[Engine] = SimpleQueue()
        for engine in engines:
            free.put(engine)

        def work(task: Task) -> Outcome:
            engine = free.get()
            try:
                return judged_by(engine, judge, task)
            finally:
                free.put(engine)

        # Engines close first: a run that is stopped waits for no judging.
        with ThreadPoolExecutor(self._workers) as threads, _closing(engines):
            yield from _in_turn(threads, work, tasks, 2 * self._workers)


@contextmanager
def _closing(engines: Sequence[Engine]) -> Iterator[None]:
    try:
        yield
    finally:
        for engine in engines:
            engine.close()


def _in_turn(
    threads: Executor, work: Callable[[Task], Outcome], tasks: Iterable[Task], ahead: int
) -> Iterator[Outcome]:
    """The outcomes of all tasks, with at most `ahead` of them given out at any time."""
    pending: set[Future[Outcome]] = set()
    for task in tasks:
        pending.add(threads.submit(work, task))
        if len(pending) >= ahead:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield from (each.result() for each in done)
    yield from (each.result() for each in as_completed(pending))
