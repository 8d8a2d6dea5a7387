"""The errors of ours, and what becomes of each.

    GradeError                   everything below; caught once, in cli.main
    ├── UsageError               exit 2: what the caller typed or gave cannot be used
    │   ├── UnknownExercise      names the nearest ones
    │   └── BadData              a data folder that is damaged or is not IDX
    └── GraderFault              exit 3: a fault of ours, never a verdict
        └── EngineDied           the judging process ended in the middle of a job

A learner's failure is no error: it is a value, see `result`.
"""


class GradeError(Exception):
    """An error with a sentence for the person who ran `grade`."""

    exit_status = 3


class UsageError(GradeError):
    """What the caller typed or gave cannot be used."""

    exit_status = 2


class UnknownExercise(UsageError):
    """No exercise or chapter has this name."""


class BadData(UsageError):
    """A data file is missing, damaged or of another format."""


class GraderFault(GradeError):
    """Something of ours is broken; no verdict may come of it."""


class EngineDied(GraderFault):
    """The engine ended before it answered."""
