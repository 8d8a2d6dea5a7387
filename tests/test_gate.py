"""The content gate finds what an author has left undone, and says it."""

from __future__ import annotations

import pytest

from tests.conftest import Workshop

VARIANTS = "grader/variants/04_losses/mnist_loss.py"


def problems(workshop: Workshop, *arguments: str) -> list[str]:
    ended = workshop.grade("dev", *arguments, "mnist_loss", COLUMNS="200")
    found = [line.split(": ", 1)[1] for line in ended.stdout.splitlines() if line.startswith("- ")]
    assert ended.returncode == (1 if found else 0), ended.stderr
    return found


def add(workshop: Workshop, text: str, file: str = VARIANTS) -> None:
    path = workshop.root / file
    path.write_text(path.read_text() + text)


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("def right_but_not():\n    def mnist_loss(p, t): return p.sum()\n", "right_but_not is failed with seed 0"),
        ("def no_mean():\n    def mnist_loss(p, t): return p.sum() * 0\n", "another style of no_mean is named nobody"),
        ("def no_mean():\n    '''Right, in truth.'''\n", "another style of no_mean is passed"),
        ("def unheard_of():\n    def mnist_loss(p, t): return p\n", "neither right nor a known mistake"),
    ],
)
def test_a_variant_that_is_judged_otherwise_than_its_name_says(workshop: Workshop, added: str, told: str) -> None:
    add(workshop, "\n\n" + added)
    (problem,) = problems(workshop, "check")
    assert told in problem


def test_one_style_is_not_enough(workshop: Workshop) -> None:
    (workshop.root / VARIANTS).unlink()
    rights, styles = problems(workshop, "check")
    assert rights == "0 right answers in another style, not 2"
    assert styles.startswith("written in one style only: asserts_the_shapes, branches_swapped")


def test_a_slip_that_no_check_notices_is_told_until_it_is_excused(workshop: Workshop) -> None:
    assert problems(workshop, "mutants") == []
    solution = workshop.root / "solutions/04_losses/mnist_loss.py"
    solution.write_text(solution.read_text().replace("distances.mean()", "(distances + distances * 0).mean()"))
    (slip,) = {problem.split(": ", 1)[1] for problem in problems(workshop, "mutants")}
    add(workshop, f"\n\nEQUIVALENT = {{{slip!r}: 'nothing is added'}}\n")
    assert not any(slip in problem for problem in problems(workshop, "mutants"))


def test_an_excuse_for_what_is_caught_or_gone_is_told(workshop: Workshop) -> None:
    caught = "mnist_loss: return distances.mean() => return distances"
    add(workshop, f"\n\nEQUIVALENT = {{{caught!r}: 'no', 'gone => away': 'no'}}\n")
    assert sorted(problem.split(" (")[1] for problem in problems(workshop, "mutants")) == [
        "listed as equivalent, and caught)",
        "listed as equivalent, and no slip of this solution)",
    ]
