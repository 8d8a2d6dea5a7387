"""The slips that mutation testing makes: each a module that runs and differs, each told by a name of its own."""

from __future__ import annotations

import ast

import pytest

from grader.catalog import own_course
from grader.mutants import mutants

SOLUTIONS = {e.name: own_course().solution_path(e).read_text() for e in own_course().all}


def slips(source: str) -> set[str]:
    """What a source's mutants do, without the place."""
    return {mutant.name.split(": ", 1)[1].split(" => ")[1] for mutant in mutants(source)}


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("y = a - b", {"y = a + b", "y = b - a"}),
        ("y = a * b", {"y = a / b"}),
        ("y += 1", {"y -= 1", "y += 2", "y += 0", "pass"}),
        ("y = a < b", {"y = a <= b", "y = a > b"}),
        ("y = a and not b", {"y = a or not b", "y = a and b"}),
        ("y = -x", {"y = x"}),
        ("y = 0.5", {"y = 1.0"}),
        ("y = True", {"y = False"}),
        ("y = '.png'", {"y = '.pngx'"}),
        ("y = a if b else c", {"y = c if b else a"}),
        ("y = x.sum()", {"y = x.mean()", "y = x"}),
        ("y = f(a, b, k=c)", {"y = f(a, b)", "y = f(b, a, k=c)"}),
        ("y = a, b", {"y = (b, a)"}),
        ("if a:\n    f()", {"if True: ...", "if False: ...", "pass"}),
        ("for a in b:\n    break", {"pass"}),
        ("with a:\n    y = b", {"if True: ..."}),
        ("a.b = c", {"pass"}),
        ("a[b] = c", {"pass"}),
        ("@a\ndef f(): pass", {"def f(): ..."}),
        ("raise E(1 + 1)", {"pass"}),
    ],
)
def test_the_slips_of_one_statement(source: str, changed: set[str]) -> None:
    assert slips(source) == changed


@pytest.mark.parametrize(
    "source",
    ['"""Words - and 1 number."""', "def f(x: a - b) -> 1: ...", "y = f'{a - b}'", "import a", "class A(b): ..."],
)
def test_what_is_no_code_of_an_answer_has_no_slips(source: str) -> None:
    assert slips(source) == set()


@pytest.mark.parametrize("name", SOLUTIONS)
def test_every_slip_in_a_solution_compiles_differs_and_has_a_name_of_its_own(name: str) -> None:
    original = ast.unparse(ast.parse(SOLUTIONS[name]))
    made = list(mutants(SOLUTIONS[name]))
    assert made
    assert len({mutant.name for mutant in made}) == len({mutant.source for mutant in made}) == len(made)
    for mutant in made:
        compile(mutant.source, name, "exec")
        assert mutant.source.decode() != original


def test_making_slips_leaves_nothing_behind() -> None:
    source = SOLUTIONS["04_losses/mnist_loss"]
    assert [m.source for m in mutants(source)] == [m.source for m in mutants(source)]
