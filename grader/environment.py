"""The fixed, minimal environment of every process of ours: there is nothing in it to steal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

START = "GRADE_START"  # the variable that forces a way to start workers
STATE = "GRADE_STATE"  # the variable that names another state directory
COURSE = "GRADE_COURSE"  # the variable that names another course's folder; `--course` sets it
COMPLETING = "_ARGCOMPLETE"  # set by a shell's completion script: the words of the program's name, counted from 1
# Without these some systems start no program at all, or not the same one.
KEPT = ("PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE", "MPLCONFIGDIR", START)


def state_folder() -> Path:
    """The user's state directory, or the one that GRADE_STATE names."""
    if STATE in os.environ:
        return Path(os.environ[STATE])
    import platformdirs

    return Path(platformdirs.user_state_path("seven-steps"))


def course_folder() -> Path | None:
    """The folder of an instructor's own course, None for the course that comes with the grader."""
    named = os.environ.get(COURSE)
    return Path(named).resolve() if named else None


def clean_environment() -> Iterator[tuple[str, str]]:
    """Name and value of each variable.

    Thread counts and waiting are decided before PyTorch is imported: spinning threads burn the learner's budget.
    """
    yield "OMP_NUM_THREADS", "1"
    yield "MKL_NUM_THREADS", "1"
    yield "OPENBLAS_NUM_THREADS", "1"
    yield "OMP_WAIT_POLICY", "PASSIVE"
    yield "MPLBACKEND", "agg"
    yield "PYTHONUTF8", "1"
    if (course := course_folder()) is not None:
        yield COURSE, str(course)  # from the root: a worker works elsewhere
    for name in KEPT:
        if name in os.environ:
            yield name, os.environ[name]
