"""Notebooks as answers: what is found in them, and what becomes of hostile ones."""

from __future__ import annotations

import contextlib
import json
import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.catalog import Course, Exercise, own_course
from grader.engine import Engine
from grader.errors import UsageError
from grader.judge import Options
from grader.ledger import Ledger
from grader.notebooks import MAX_NOTEBOOK, exercises_in, read_answer, read_notebook
from grader.result import CheckResult, ExerciseResult, Verdict
from grader.session import Quiet, Session, Target
from grader.source import Missing, Unreadable
from tests.answers import RIGHT, SWAPPED
from tests.conftest import Judge
from tests.notebooks import book, code, exported, solutions, write

LOSS = "04_losses/mnist_loss"


@pytest.fixture
def loss(course: Course) -> Exercise:
    return course.find(LOSS)[0]


@pytest.fixture
def session(course: Course, tmp_path: Path, state: Path) -> Session:
    """One without an engine: a notebook that is not refused would start one."""
    return Session(course, tmp_path, Ledger(state / "ledger.sqlite3"), Engine(), Options())


def verdict(session: Session, exercise: Exercise, path: Path) -> ExerciseResult:
    assert not session.needs_engine([Target(exercise, path)])
    (result,), faults = session.run([Target(exercise, path)], Quiet())
    assert not faults
    return result


HOSTILE: dict[str, tuple[object, str]] = {
    "no JSON": ("{", "is no notebook that can be read"),
    "nothing": ("", "is no notebook that can be read"),
    "one long line": ("x" * 10_000_000, "longer than 8192 KB"),
    "a long line of code": (book("x = '" + "y" * 300_000 + "'"), "its code cells hold more than 256 KB"),
    "nested JSON": ('{"a":' * 100_000, "nested too deeply"),
    "nested cells": ('{"nbformat": 4, "cells": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deeply"),
    "not UTF-8": (b'{"nbformat": 4, "cells": ["\xff"]}', "not written in UTF-8"),
    "UTF-16": (json.dumps(book(RIGHT)).encode("utf-16"), "not written in UTF-8"),
    "a list": ("[]", "Expected `object`, got `array`"),
    "no format": ('{"cells": []}', "missing required field `nbformat`"),
    "a format of tomorrow": ('{"nbformat": 5, "cells": []}', "version 5"),
    "cells that are none": ('{"nbformat": 4, "cells": [3]}', "Expected `object`, got `int`"),
    "a cell of no type": ('{"nbformat": 4, "cells": [{"cell_type": 3}]}', "Expected `str`, got `int`"),
    "a source that is none": ('{"nbformat": 4, "cells": [{"cell_type": "code", "source": {}}]}', "got `object`"),
    "a mark that is none": (book({**code("x"), "metadata": {"seven_steps": []}}), "got `array`"),
    "the same key twice": ('{"nbformat": 4, "cells": [], "cells": []}', "the same key twice"),
    "a huge number": ('{"nbformat": ' + "9" * 10_000 + "}", "is no notebook that can be read"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_notebook_is_broken_with_one_sentence(
    session: Session, loss: Exercise, tmp_path: Path, kind: str
) -> None:
    content, said = HOSTILE[kind]
    result = verdict(session, loss, write(tmp_path / "mnist_loss.ipynb", content))  # type: ignore[arg-type]
    assert result.verdict is Verdict.BROKEN
    assert said in result.message and "mnist_loss.ipynb" in result.message
    assert result.message.count("\n") == 0 and len(result.message) < 200


def test_a_link_to_a_notebook_is_not_followed(session: Session, loss: Exercise, tmp_path: Path) -> None:
    path = tmp_path / "mnist_loss.ipynb"
    path.symlink_to(write(tmp_path / "secret.ipynb", book(RIGHT)))
    result = verdict(session, loss, path)
    assert result.verdict is Verdict.BROKEN and "Links are not followed" in result.message


def test_a_notebook_that_is_not_there_and_one_without_a_cell_are_missing(
    session: Session, loss: Exercise, tmp_path: Path
) -> None:
    assert verdict(session, loss, tmp_path / "mnist_loss.ipynb").verdict is Verdict.MISSING
    result = verdict(session, loss, write(tmp_path / "other.ipynb", book("x = 1", code(RIGHT, "04_losses/mse"))))
    assert result.verdict is Verdict.MISSING and "Put `%%grade mnist_loss` above yours." in result.message


@pytest.mark.parametrize(
    ("text", "expected"), [("x = '\x00'", "broken"), ("x = '\ud800'", "broken"), ("-" * 100_000 + "1", "broken")]
)
def test_a_source_that_python_refuses_is_broken(
    judge: Judge, course: Course, loss: Exercise, tmp_path: Path, text: str, expected: str
) -> None:
    path = write(tmp_path / "a.ipynb", book(code(text, LOSS)))
    assert judge(LOSS, read_answer(course, loss, path)).verdict == expected


def test_messages_name_the_cell(judge: Judge, course: Course, loss: Exercise, tmp_path: Path) -> None:
    helper = "import torch\n\ndef helper(x):\n    return torch.nothing(x)"
    own = code("%%grade mnist_loss\n\ndef mnist_loss(preds, targs):\n    return helper(preds)")
    markdown = {"cell_type": "markdown", "source": "def", "metadata": {}}
    path = write(tmp_path / "a.ipynb", book(markdown, own, "!ls", helper))
    assert "cell 4, line 4: return torch.nothing(x)" in (
        judge(LOSS, read_answer(course, loss, path)).checks[0].message or ""
    )
    path = write(tmp_path / "b.ipynb", book("import torch", "%%grade mnist_loss\n\ndef mnist_loss(preds targs): ..."))
    assert "cell 2, line 3: def mnist_loss(preds targs)" in judge(LOSS, read_answer(course, loss, path)).message
    by_hand = code("def mse(preds, targs):\n    return torch.nn.functional.mse_loss(preds, targs)", "04_losses/mse")
    path = write(tmp_path / "c.ipynb", book("import torch", by_hand))
    checks = judge("mse", read_answer(course, course.find("mse")[0], path)).checks
    assert any("Cell 2, line 2 uses `mse_loss`" in (check.message or "") for check in checks)


@pytest.mark.parametrize("answer", [RIGHT, SWAPPED], ids=["right", "wrong"])
def test_a_notebook_has_the_verdict_of_the_file(
    judge: Judge, course: Course, loss: Exercise, tmp_path: Path, answer: str
) -> None:
    cells = book("%matplotlib inline\nprint(nothing)", code(answer, LOSS), "!rm x", "%%bash\nrm y")
    from_notebook = judge(LOSS, read_answer(course, loss, write(tmp_path / "a.ipynb", cells)))
    from_file = judge(LOSS, answer)
    assert placeless(from_notebook) == placeless(from_file) and from_notebook.diagnosis == from_file.diagnosis


def placeless(result: ExerciseResult) -> list[CheckResult]:
    """Its checks without the line that each is about: cells have other lines."""
    return [msgspec.structs.replace(check, at=None) for check in result.checks]


def test_the_line_that_is_seen_goes_before_metadata(course: Course, tmp_path: Path) -> None:
    cells = read_notebook(
        course,
        write(
            tmp_path / "a.ipynb",
            book(
                code("%%grade mse\nx", LOSS),
                code("x", LOSS),
                code("%%grade nonsense\nx", "../../etc"),
                code("%%grade ../\x00.py\nx", "04"),
            ),
        ),
    )
    assert [cell.exercise for cell in cells] == ["04_losses/mse", LOSS, None, None]


def test_old_notebooks_are_read(course: Course, loss: Exercise, tmp_path: Path) -> None:
    cell = {"cell_type": "code", "input": RIGHT.splitlines(keepends=True), "language": "python", "outputs": []}
    old = {"nbformat": 3, "metadata": {}, "worksheets": [{"cells": [{"cell_type": "heading"}, cell]}]}
    assert b"# %% cell 2, line 1\nimport torch" in read_answer(course, loss, write(tmp_path / "a.ipynb", old))


def test_which_exercises_a_notebook_is_for(course: Course, tmp_path: Path) -> None:
    def found(name: str, content: object) -> list[str]:
        return [exercise.slug for exercise in exercises_in(course, write(tmp_path / name, content))]  # type: ignore[arg-type]

    assert found("a.ipynb", book("def sigmoid(x): ...", "%%grade mse\n", code("x", LOSS))) == ["mse", "mnist_loss"]
    assert found("a.ipynb", book("x = 1", "def sigmoid(x): ...", "def mse(a, b): ...")) == ["mse", "sigmoid"]
    assert found("mnist_loss.ipynb", book("def mnist_loss(a b): ...")) == ["mnist_loss"]
    assert found("04_losses.ipynb", "{")[0] == "mse"
    with pytest.raises(UsageError, match=r"a\.ipynb is no notebook"):
        found("a.ipynb", "{")
    with pytest.raises(UsageError, match="is for no exercise"):
        found("a.ipynb", book("x = 1"))


@pytest.mark.parametrize("chapter", ["02_tensors", "04_losses", "08_modules"])
def test_untouched_cells_are_the_stub_itself(course: Course, session: Session, tmp_path: Path, chapter: str) -> None:
    made = exported(course, chapter)
    random.Random(0).shuffle(made["cells"])
    path = write(tmp_path / "a.ipynb", made)
    exercises = exercises_in(course, path)
    assert len(exercises) == len(solutions(course, chapter))
    assert {verdict(session, exercise, path).verdict for exercise in exercises} == {Verdict.TODO}


def test_an_untouched_repair_is_judged(course: Course, tmp_path: Path) -> None:
    path = write(tmp_path / "a.ipynb", exported(course, "11_repairs"))
    for exercise in exercises_in(course, path):
        assert read_answer(course, exercise, path) == course.stub(exercise)


@pytest.mark.parametrize("order", range(2))
@pytest.mark.parametrize("chapter", ["02_tensors", "04_losses"])
def test_solutions_in_an_exported_notebook_pass_in_any_order(
    judge: Judge, course: Course, tmp_path: Path, chapter: str, order: int
) -> None:
    _all_pass(judge, course, tmp_path, chapter, order)


@pytest.mark.slow
@pytest.mark.parametrize("chapter", [chapter.name for chapter in own_course().chapters])
def test_all_solutions_pass_in_exported_notebooks(judge: Judge, course: Course, tmp_path: Path, chapter: str) -> None:
    _all_pass(judge, course, tmp_path, chapter, 0)


def _all_pass(judge: Judge, course: Course, tmp_path: Path, chapter: str, order: int) -> None:
    made = exported(course, chapter, solutions(course, chapter))
    random.Random(order).shuffle(made["cells"])
    path = write(tmp_path / "a.ipynb", made)
    for exercise in exercises_in(course, path):
        result = judge(exercise.name, read_answer(course, exercise, path))
        assert result.verdict == "passed", f"{exercise.name}: {result.message}"


KEYS = st.sampled_from(["nbformat", "cells", "cell_type", "source", "input", "metadata", "seven_steps", "exercise"])
LEAVES = st.none() | st.integers(0, 6) | st.text() | st.sampled_from(["code", RIGHT, "04_losses/mse"])


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_any_json_is_a_notebook_or_refused(
    course: Course, tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.ipynb"
    path.write_text(json.dumps(value))
    with contextlib.suppress(Missing, Unreadable):
        assert isinstance(read_answer(course, course.all[0], path), bytes)


def test_outputs_may_be_large(course: Course, loss: Exercise, tmp_path: Path) -> None:
    cell = code(RIGHT, LOSS)
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * (MAX_NOTEBOOK - 10_000)}]
    assert b"def mnist_loss" in read_answer(course, loss, write(tmp_path / "a.ipynb", book(cell)))
