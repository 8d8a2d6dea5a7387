"""The recipes of docs/ci.md, run here as far as they can be: all but the installation from the network."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import junitparser
import pytest
import yaml

from grader import __version__
from grader.catalog import Course
from tests.answers import RIGHT, SWAPPED
from tests.conftest import ROOT, Grade
from tests.reports.readers import commands, validated
from tests.test_cli import write

BASH = shutil.which("bash")
GRADE = Path(sysconfig.get_path("scripts")) / ("grade.exe" if os.name == "nt" else "grade")
pytestmark = pytest.mark.skipif(BASH is None or os.name == "nt", reason="the recipes are shell scripts")

# What would take over a grader that looks into the learner's folder.
PLANTED = {
    "conftest.py": "import os\nos._exit(0)\n",
    "pytest.ini": "[pytest]\naddopts = --collect-only\n",
    "torch.py": "raise SystemExit(0)\n",
    "sitecustomize.py": "raise SystemExit(0)\n",
    "venv.py": "raise SystemExit(0)\n",
    "grader/__init__.py": "raise SystemExit(0)\n",
    "junit.xml": "<testsuites/>",
}


def recipe(name: str) -> Any:
    return yaml.safe_load((ROOT / "recipes" / name).read_text(encoding="utf-8"))


def plant(folder: Path) -> None:
    for name, text in PLANTED.items():
        write(folder, name, text)


def installed(folder: Path) -> Path:
    """A folder as the recipes install the grader: its `bin` holds the one that is tested here."""
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "grade").symlink_to(GRADE)
    return folder


def bash(script: str, cwd: Path, **variables: object) -> subprocess.CompletedProcess[str]:
    assert BASH
    environment = {**os.environ, **{name: str(value) for name, value in variables.items()}}
    return subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=200,
    )  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A learner's repository: one exercise right, one wrong, and much that is planted."""
    folder = tmp_path / "repository"
    write(folder, "exercises/04_losses/mnist_loss.py", SWAPPED)
    plant(folder)
    plant(folder / "exercises")
    plant(folder / "exercises" / "04_losses")
    return folder


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_the_documents_hold_the_recipes_as_they_are(name: str) -> None:
    text = (ROOT / "recipes" / name).read_text(encoding="utf-8")
    assert f"```yaml\n{text}```\n" in (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_the_github_workflow_has_what_a_workflow_needs() -> None:
    workflow = recipe("github.yml")
    assert workflow["name"] == "Autograding Tests" and "push" in workflow[True]  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {"actions": "read", "contents": "read"}
    (job,) = workflow["jobs"].values()
    assert list(workflow["jobs"]) == ["run-autograding-tests"] and job["runs-on"] and job["timeout-minutes"]
    assert all(("uses" in step) != ("run" in step) for step in job["steps"])
    (reporter,) = (step for step in job["steps"] if "grading-reporter" in step.get("uses", ""))
    assert f"{reporter['with']['runners'].upper()}_RESULTS" in reporter["env"]


def test_the_github_workflow_grades(repository: Path, tmp_path: Path) -> None:
    steps = {
        step["name"]: step["run"]
        for step in recipe("github.yml")["jobs"]["run-autograding-tests"]["steps"]
        if "run" in step
    }
    temp, output, summary = tmp_path / "temp", tmp_path / "output", tmp_path / "summary"
    installed(temp / "grader")
    place = {"RUNNER_TEMP": temp, "GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": summary, "GITHUB_ACTIONS": "true"}
    shown = bash(steps["Grade"].replace("--submission", "mnist_loss mse --submission"), repository, **place)
    assert shown.returncode == 1, shown.stderr
    ((_, properties, _),) = commands(shown.stdout)
    assert properties["file"] == "exercises/04_losses/mnist_loss.py"
    assert "`04_losses/mnist_loss`: not yet right" in summary.read_text(encoding="utf-8")
    assert len(junitparser.JUnitXml.fromfile(str(temp / "junit.xml"))) == 2
    assert bash(steps["Result for the classroom"], repository, **place).returncode == 0
    result = base64.b64decode(output.read_text(encoding="utf-8").strip().removeprefix("result="), validate=True)
    assert validated("classroom", result.decode())["status"] == "fail"


def test_the_gitlab_job_has_what_a_job_needs() -> None:
    job = recipe("gitlab.yml")["grade"]
    assert job["artifacts"]["when"] == "always" and job["artifacts"]["reports"] == {"junit": "junit.xml"}
    assert all(isinstance(line, str) for line in job["before_script"] + job["script"])


def test_the_gitlab_job_grades(repository: Path, tmp_path: Path) -> None:
    script = "\n".join(recipe("gitlab.yml")["grade"]["script"]).replace("--submission", "mnist_loss --submission")
    write(repository, "exercises/04_losses/mnist_loss.py", RIGHT)
    ran = bash(script, repository, GRADER=installed(tmp_path / "grader"))
    assert ran.returncode == 0, ran.stderr
    report = junitparser.JUnitXml.fromfile(str(repository / "junit.xml"))
    assert report.tests and not report.failures + report.errors + report.skipped
    assert "1 of 1 exercise" in (repository / "report.md").read_text(encoding="utf-8")


def test_a_folder_that_is_a_link_to_the_solutions_is_not_graded(grade: Grade, course: Course, tmp_path: Path) -> None:
    (tmp_path / "exercises").symlink_to(course.solutions)
    ran = grade("mnist_loss", "--submission", "exercises", cwd=tmp_path)
    assert ran.returncode == 2 and "is a link" in ran.stderr


@pytest.fixture
def autograder(grade: Grade, tmp_path: Path) -> Path:
    """A clean folder laid out as Gradescope does, the zip unpacked in it."""
    archive, root = tmp_path / "autograder.zip", tmp_path / "autograder"
    made = grade("export", "gradescope", "mnist_loss", "mse", "--output", archive)
    assert made.returncode == 0, made.stderr
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    with zipfile.ZipFile(archive) as file:
        file.extractall(root / "source")
    shutil.copy(root / "source" / "run_autograder", root / "run_autograder")
    installed(root / "grader")
    return root


def run_autograder(root: Path) -> subprocess.CompletedProcess[str]:
    """In the working directory and by the way in which Gradescope's harness does it."""
    (root / "run_autograder").chmod(0o755)
    return subprocess.run(
        [root / "run_autograder"], cwd=root, env={**os.environ, "AUTOGRADER_ROOT": str(root)},
        capture_output=True, text=True, encoding="utf-8", timeout=200,
    )  # fmt: skip


def results(root: Path) -> dict[str, int]:
    """The points by exercise, out of a results.json that fits its schema."""
    found = validated("gradescope", (root / "results" / "results.json").read_text(encoding="utf-8"))
    points: dict[str, int] = {}
    for test in found["tests"]:
        slug = test["name"].split(":")[0]
        points[slug] = points.get(slug, 0) + test["score"]
    assert found["score"] == sum(points.values())
    return points


@pytest.mark.parametrize("place", ["exercises/04_losses/mnist_loss.py", "04_losses/mnist_loss.py", "mnist_loss.py"])
def test_gradescope_gets_results_however_the_files_were_handed_in(autograder: Path, place: str) -> None:
    submission = autograder / "submission"
    write(submission, place, RIGHT)
    plant(submission)
    plant((submission / place).parent)
    ran = run_autograder(autograder)
    assert ran.returncode == 0, ran.stderr
    points = results(autograder)
    assert points["mnist_loss"] > 0 and points["mse"] == 0


def test_a_link_to_the_solutions_earns_nothing_on_gradescope(autograder: Path, course: Course) -> None:
    submission = autograder / "submission"
    (submission / "exercises").symlink_to(course.solutions)
    (submission / "mse.py").symlink_to(course.solutions / "04_losses" / "mse.py")
    ran = run_autograder(autograder)
    assert ran.returncode == 0, ran.stderr
    assert results(autograder) == {"mnist_loss": 0, "mse": 0}


def test_without_a_verdict_gradescope_gets_no_results(autograder: Path) -> None:
    write(autograder, "results/results.json", "{}")  # of whatever ran before
    write(autograder, "source/arguments.txt", "--format=gradescope\n--data=nowhere\n")
    assert run_autograder(autograder).returncode == 2
    assert not (autograder / "results" / "results.json").exists()


def test_the_zip_holds_plain_names_and_two_programs(grade: Grade, tmp_path: Path) -> None:
    wheel = tmp_path / "seven_steps-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    archives = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for archive in archives:
        options = "--wheel", wheel, "--leaderboard", "--no-reveal", "--require-isolation", "strong"
        assert grade("export", "gradescope", *options, "--output", archive).returncode == 0
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with zipfile.ZipFile(archives[0]) as file:
        modes = {info.filename: info.external_attr >> 16 & 0o777 for info in file.infolist()}
        assert file.read("arguments.txt").split() == [
            b"--format=gradescope-leaderboard", b"--no-reveal", b"--require-isolation=strong",
        ]  # fmt: skip
        assert file.read("requirements.txt").decode() == f"./{wheel.name}\n" and file.read(wheel.name) == b"a wheel"
    assert not [name for name in modes if "/" in name or "\\" in name or ".." in name]
    assert {name for name, mode in modes.items() if mode & 0o111} == {"setup.sh", "run_autograder"}


def test_the_zip_names_every_exercise_and_this_version(grade: Grade, course: Course, tmp_path: Path) -> None:
    made = grade("export", "gradescope", cwd=tmp_path)
    assert made.returncode == 0
    with zipfile.ZipFile(tmp_path / "autograder.zip") as file:
        assert file.read("exercises.txt").decode().split() == [exercise.name for exercise in course.all]
        assert file.read("requirements.txt").decode() == f"seven-steps=={__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nonsense"], "nonsense"),
        (["--wheel", "x.zip"], "no wheel"),
        (["--output", "nowhere/a.zip"], "cannot be written"),
    ],
)
def test_what_cannot_be_exported_is_told(grade: Grade, arguments: list[str], said: str) -> None:
    refused = grade("export", "gradescope", *arguments)
    assert refused.returncode == 2 and said in refused.stderr


def test_setup_installs_what_requirements_names(autograder: Path, tmp_path: Path) -> None:
    """With stand-ins for what reaches the network: apt-get, and pip in the new environment."""
    shutil.rmtree(autograder / "grader")
    programs = tmp_path / "programs"
    write(programs, "apt-get", "#!/bin/sh\necho apt-get $* >> $LOG\n")
    write(programs, "python3", PYTHON)
    for name in ("apt-get", "python3"):
        (programs / name).chmod(0o755)
    log = tmp_path / "log"
    ran = bash(
        f"bash '{autograder}/source/setup.sh'", tmp_path,
        AUTOGRADER_ROOT=autograder, LOG=log, PATH=f"{programs}:{os.environ['PATH']}",
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    said = log.read_text(encoding="utf-8")
    assert "apt-get install" in said and f"venv {autograder}/grader" in said
    assert "-r requirements.txt" in said and "grade doctor" in said


# A Python that is new enough, and whose environments hold programs that only say how they were called.
PYTHON = """#!/bin/sh
[ "$2" = -c ] && exit 0
echo "$0 $*" >> $LOG
mkdir -p $4/bin
for name in pip grade; do
    printf '#!/bin/sh\\necho %s $* >> $LOG\\n' $name > $4/bin/$name
    chmod 755 $4/bin/$name
done
"""
