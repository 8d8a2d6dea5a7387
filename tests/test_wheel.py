"""The wheel, as somebody gets it who has no checkout: installed in an empty environment, used in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import see_packages

pytestmark = pytest.mark.skipif(os.name != "posix", reason="written for a POSIX environment's layout")


class Installed:
    """An environment with the wheel in it, which sees this one's packages."""

    def __init__(self, root: Path, wheel: Path) -> None:
        venv.create(root, with_pip=False)
        self.program = root / "bin/grade"
        see_packages(root)
        pip = [sys.executable, "-m", "pip", "--python", str(root / "bin/python"), "install", "-q"]
        subprocess.run(
            [*pip, "--no-deps", "--no-index", "--ignore-installed", "--disable-pip-version-check", str(wheel)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        (self.course,) = root.glob("lib/*/site-packages/grader/_course")

    def grade(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(self.program), *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=200)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("environment"), wheel)


def test_from_an_empty_folder_to_the_first_exercise_and_on_to_a_newer_course(
    installed: Installed, tmp_path: Path
) -> None:
    told = installed.grade(tmp_path)
    assert told.returncode == 2 and "`grade init course`" in told.stderr
    assert "cd course && grade" in installed.grade(tmp_path, "init", "course").stdout
    course = tmp_path / "course"
    begun = installed.grade(course)
    assert begun.returncode == 1, begun.stderr
    assert "Next: 01_images/open_image" in begun.stdout and "Open exercises/01_images/open_image.py" in begun.stdout

    answer, untouched = course / "exercises/04_losses/mse.py", course / "exercises/04_losses/slope.py"
    answer.write_text((installed.course / "solutions/04_losses/mse.py").read_text() + "# mine\n")
    assert installed.grade(course, "mse").returncode == 0
    for name in ("mse", "slope"):  # a newer course
        with (installed.course / f"exercises/04_losses/{name}.py").open("a") as stub:
            stub.write("# newer\n")
    mine = answer.read_bytes()
    updated = installed.grade(course, "init", ".")
    assert "exercises/04_losses/mse.py.new" in updated.stdout and "exercises/04_losses/slope.py" in updated.stdout
    assert answer.read_bytes() == mine and untouched.read_text().endswith("# newer\n")
    assert answer.with_name("mse.py.new").read_text().endswith("# newer\n")
    assert installed.grade(course, "mse").returncode == 0


def test_the_wheel_holds_the_course_and_no_worker_reads_it(installed: Installed, tmp_path: Path) -> None:
    doctor = installed.grade(tmp_path, "doctor")
    assert doctor.returncode == 0, doctor.stdout
    assert str(installed.course.parent) in doctor.stdout and "none here" in doctor.stdout
