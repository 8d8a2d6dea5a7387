"""Grading in Jupyter: `%load_ext grader.jupyter`, then `%%grade mnist_loss` above a cell, `%grade` and `%hint NAME`.

A cell is judged first and run in the kernel afterwards, so that an exception in it does not hide the verdict and an
endless loop is found out by the judge. The answer is put together by the rule for notebook files (see `cells`),
from this cell and from the cells that ran before it without an exception.
"""

from __future__ import annotations

import atexit
from typing import Any

from grader.catalog import Course, Exercise, own_course
from grader.cells import Cell
from grader.cli import main
from grader.commands.common import one_exercise, open_ledger, submission_folder
from grader.commands.judging import require_whole_data
from grader.engine import Engine
from grader.errors import GradeError, UsageError
from grader.judge import Options
from grader.notebooks import answer_in, marked_for
from grader.reports import FORMATS, PLAIN, fragment
from grader.result import Report, Verdict
from grader.session import Quiet, Session, Target
from grader.source import Unreadable, source_path

Shell = Any  # IPython's InteractiveShell, which is annotated in part only
HARMFUL = (Verdict.TIMED_OUT, Verdict.CRASHED)  # what ended the worker would hang or end the kernel


class Kernel:
    """One kernel: its engine, kept warm, and the cells that it has run."""

    def __init__(self, shell: Shell) -> None:
        self._shell, self._course, self._engine = shell, own_course(), Engine()
        before = shell.history_manager.input_hist_raw[1:-1]  # the last one runs this
        self._cells = [self._cell(number, text) for number, text in enumerate(before, 1)]

    def open(self) -> None:
        """Register the magics; PyTorch is imported by the engine while the learner reads."""
        self._shell.register_magic_function(self.grade, "cell", "grade")
        self._shell.register_magic_function(self.progress, "line", "grade")
        self._shell.register_magic_function(self.hint, "line", "hint")
        self._shell.events.register("post_run_cell", self.ran)
        atexit.register(self._engine.close)
        self._engine.start()

    def close(self) -> None:
        self._shell.events.unregister("post_run_cell", self.ran)
        atexit.unregister(self._engine.close)
        self._engine.close()

    def ran(self, result: Any) -> None:
        """Note a cell that has run; what this runs itself is no cell of the learner's."""
        if result.success and result.info.store_history and result.execution_count is not None:
            self._cells.append(self._cell(result.execution_count, result.info.raw_cell))

    def _cell(self, number: int, text: str) -> Cell:
        return Cell(f"In [{number}]", text, marked_for(self._course, text))

    def grade(self, line: str, cell: str) -> None:
        """`%%grade EXERCISE`: judge this cell's answer, then run the cell."""
        try:
            report = self._judge(one_exercise(self._course, line.strip()), f"%%grade {line}\n{cell}")
        except GradeError as error:
            self._refuse(error)
            report = None
        if report is not None:
            self._show(fragment.verdict(report), FORMATS["terminal"](report, PLAIN))
        if report is not None and any(result.verdict in HARMFUL for result in report.exercises):
            print("The cell was not run in this kernel: it might not come back.")
            return
        self._shell.run_cell(cell, store_history=False)

    def progress(self, line: str) -> None:
        """`%grade`: how far you have come."""
        if line.strip():
            self._refuse(UsageError(f"`%grade` shows your progress. To judge, put `%%grade {line}` above a cell."))
            return
        with open_ledger() as ledger:
            found = ledger.passed(str(submission_folder(None, self._course).resolve()))
        now = _standing(self._course, found)
        self._show(fragment.standing(now), fragment.standing_text(now))

    def hint(self, line: str) -> None:
        """`%hint EXERCISE`: one more hint each time."""
        main(["hint", *line.split()])

    def _judge(self, exercise: Exercise, text: str) -> Report:
        folder = submission_folder(None, self._course)
        target = Target(exercise, source_path(folder, exercise), self._answer(exercise, text))
        with open_ledger() as ledger:
            require_whole_data(self._course, ledger, None)
            session = Session(self._course, folder, ledger, self._engine, Options())
            try:
                results, faults = session.run([target], Quiet())
            except KeyboardInterrupt:
                self._engine.close()  # else its answer would be taken for that to the next job
                raise
            return session.report(results, faults, folder)

    def _answer(self, exercise: Exercise, text: str) -> bytes:
        others = [cell for cell in self._cells if cell.exercise != exercise.name]  # not how this one was before
        number = len(self._shell.history_manager.input_hist_raw) - 1  # `execution_count` may be ahead
        own = Cell(f"In [{number}]", text, exercise.name)
        try:
            return answer_in(self._course, exercise, [*others, own]) or b""
        except Unreadable as error:
            raise UsageError(str(error)) from None

    def _refuse(self, error: GradeError) -> None:
        print(f"grade: {error}")

    def _show(self, html: str, text: str) -> None:
        from IPython.display import display

        display({"text/html": html, "text/plain": text}, raw=True)


def _standing(course: Course, passed: frozenset[str]) -> fragment.Standing:
    chapters = tuple(
        (f"{chapter.number} {chapter.title}", sum(e.name in passed for e in chapter.exercise), len(chapter.exercise))
        for chapter in course.chapters
    )
    following = next(((e.name, e.title) for e in course.all if e.name not in passed), None)
    return fragment.Standing(chapters, following)


def load_ipython_extension(shell: Shell) -> None:
    """What `%load_ext grader.jupyter` calls."""
    Kernel(shell).open()


def unload_ipython_extension(shell: Shell) -> None:
    """What `%unload_ext` and `%reload_ext` call: the magic knows the kernel that it belongs to."""
    magic = shell.find_cell_magic("grade")
    if magic is not None:
        magic.__self__.close()
