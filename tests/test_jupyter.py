"""The magics in a real kernel: one notebook is run for all tests of this file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader.catalog import Course
from grader.ledger import Ledger
from tests.answers import RIGHT, SWAPPED

pytest.importorskip("nbclient", reason="needs nbclient")
pytest.importorskip("ipykernel", reason="needs the extra `notebook`")

KERNEL = "tested"


def run(texts: dict[str, str], folder: Path) -> dict[str, Any]:
    """Run the cells, in a kernel of this interpreter's and in this folder; each cell with its outputs."""
    spec = folder / "kernels" / KERNEL
    spec.mkdir(parents=True)
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (spec / "kernel.json").write_text(json.dumps({"argv": command, "display_name": "Tested", "language": "python"}))
    path = folder / "ran.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in texts.values()]), path)
    execute = [sys.executable, "-c", "from nbclient.cli import main; main()"]
    options = ["--allow-errors", "--inplace", f"--kernel_name={KERNEL}", "--timeout=100", path.name]
    own = {"GRADE_STATE": str(folder / "state"), "IPYTHONDIR": str(folder / "ipython"), "JUPYTER_PATH": str(folder)}
    ended = subprocess.run([*execute, *options], cwd=folder, env={**os.environ, **own}, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    return dict(zip(texts, nbformat.read(path, as_version=4).cells, strict=True))


CELLS = {
    "early": "from math import inf as Infinite\n%matplotlib inline",
    "load": "%load_ext grader.jupyter",
    "right": f"%%grade mnist_loss\n{RIGHT}\nprint('printed by the cell')",
    "defined": "print(mnist_loss.__name__)",
    "stub": "",  # filled in below
    "wrong": f"%%grade mnist_loss\n{SWAPPED}",
    "syntax": "%%grade mnist_loss\n\ndef mnist_loss(preds targs): ...",
    "exception": "%%grade mnist_loss\nimport torch\nraise KeyError('<b>mine</b>')",
    "failed helper": "def helper(x):\n    return x\n1 / 0",
    "helper": "import torch\n\ndef helper(x):\n    return torch.nothing(x)",
    "other": "%%grade sigmoid\ndef helper(x):\n    return 'of another exercise'",
    "helped": "%%grade mnist_loss\ndef mnist_loss(preds, targs):\n    return helper(preds) * Infinite",
    "endless": "%%grade mnist_loss\nran = True\nwhile True: pass",
    "not run": "print('ran' in globals())",
    "unknown": "%%grade mnist_los\nx = 1",
    "several": "%%grade losses\nx = 1",
    "progress": "%grade",
    "progress of one": "%grade mnist_loss",
    "hint": "%hint mnist_loss",
    "reload": "%reload_ext grader.jupyter",
    "after": f"%%grade mnist_loss\n{RIGHT}",
    "unload": "%unload_ext grader.jupyter",
    "engines": "import psutil\nprint([' '.join(p.cmdline()) for p in psutil.Process().children(recursive=True)])",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, course: Course) -> Path:
    return tmp_path_factory.mktemp("learner")


@pytest.fixture(scope="module")
def ran(folder: Path, course: Course) -> dict[str, Any]:
    (folder / "exercises").mkdir()
    (folder / "exercises" / "catalog.toml").touch()
    stub = f"%%grade mnist_loss\n{course.code(course.find('mnist_loss')[0])}"
    return run({**CELLS, "stub": stub}, folder)


def shown(cell: Any, kind: str) -> str:
    """What a cell displayed, of one kind."""
    return "".join(output.data[kind] for output in cell.outputs if output.output_type == "display_data")


def printed(cell: Any) -> str:
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")


def text(cell: Any) -> str:
    return " ".join(shown(cell, "text/plain").split())


def test_a_right_answer_passes_and_its_cell_is_run(ran: dict[str, Any]) -> None:
    html = shown(ran["right"], "text/html")
    assert "<b>passed</b>" in html and 'class="seven-steps good"' in html
    assert "mnist_loss: passed" in text(ran["right"])
    assert printed(ran["right"]) == "printed by the cell\n" and printed(ran["defined"]) == "mnist_loss\n"
    assert [output.output_type for output in ran["right"].outputs] == ["display_data", "stream"]


def test_a_stub_is_not_begun(ran: dict[str, Any]) -> None:
    assert "<b>not begun</b>" in shown(ran["stub"], "text/html")


def test_a_wrong_answer_is_explained(ran: dict[str, Any]) -> None:
    html = shown(ran["wrong"], "text/html")
    assert "<b>not yet right</b>" in html and "What may be behind it" in html and "%hint mnist_loss" in html


def test_a_syntax_error_is_named_by_cell_and_line(ran: dict[str, Any]) -> None:
    cell = ran["syntax"]
    assert f"In [{cell.execution_count}], line 3: def mnist_loss(preds targs)" in text(cell)
    assert "cannot be imported" in text(cell)


def test_an_exception_in_the_cell_does_not_hide_the_verdict(ran: dict[str, Any]) -> None:
    cell = ran["exception"]
    assert f"In [{cell.execution_count}], line 3: raise KeyError" in text(cell)
    assert "<b>mine</b>" not in shown(cell, "text/html")
    assert [output.output_type for output in cell.outputs] == ["display_data", "error"]


def test_helpers_come_from_cells_that_ran_and_not_from_other_exercises(ran: dict[str, Any]) -> None:
    assert f"In [{ran['helper'].execution_count}], line 4: return torch.nothing(x)" in text(ran["helped"])


def test_an_endless_loop_is_found_by_the_judge_and_never_run_here(ran: dict[str, Any]) -> None:
    assert "took too long" in text(ran["endless"])
    assert "was not run" in printed(ran["endless"])
    assert printed(ran["not run"]) == "False\n"


def test_names_that_cannot_be_used_are_told_in_a_sentence(ran: dict[str, Any]) -> None:
    assert "Did you mean mnist_loss" in printed(ran["unknown"])
    assert "Name one." in printed(ran["several"])
    assert "put `%%grade mnist_loss` above a cell" in printed(ran["progress of one"])


def test_progress_and_hints(ran: dict[str, Any], course: Course) -> None:
    assert f"1 of {len(course.all)} exercises passed" in shown(ran["progress"], "text/plain")
    assert "<td>1 of 5</td>" in shown(ran["progress"], "text/html")
    assert printed(ran["hint"]).startswith("1. ")


def test_the_ledger_is_that_of_the_command_line(ran: dict[str, Any], folder: Path) -> None:
    with Ledger(folder / "state" / "ledger.sqlite3") as ledger:
        attempts = ledger.attempts(str((folder / "exercises").resolve()))
    verdicts = [attempt.verdict for attempt in attempts if attempt.exercise == "04_losses/mnist_loss"]
    assert verdicts[:3] == ["passed", "todo", "failed"]


def test_the_extension_can_be_loaded_again_and_leaves_no_engine_behind(ran: dict[str, Any]) -> None:
    assert shown(ran["after"], "text/html").count("<b>passed</b>") == 1
    assert "grader.engine" not in printed(ran["engines"])
