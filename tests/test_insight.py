"""What a class has not understood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.gradebook import Entry, Handed
from grader.insight import Alike, alike, hardest_checks, misconceptions, shape, stuck
from grader.result import CheckResult, Diagnosis, ExerciseResult, Verdict

LOSS = "04_losses/mnist_loss"
ANSWER = b'''"""Mine."""
import torch

def mnist_loss(preds, targs):
    """The loss."""
    if preds.shape != targs.shape:
        raise ValueError("shapes")
    distance = torch.where(targs == 1, 1 - preds, preds)  # how far off
    return distance.mean()
'''


def entry(learner: str, verdict: Verdict, mistake: str = "", submitted: float | None = None) -> Entry:
    passed = verdict is Verdict.PASSED
    checks = (
        CheckResult("test_a", "It averages.", verdict, False, 0, 1),
        CheckResult("test_b", "It refuses.", Verdict.PASSED, False, 1, 1),
        CheckResult("test_c", "It flies.", Verdict.FAILED, True, 0, 1),
    )
    diagnosis = Diagnosis(mistake, "Why.") if mistake and not passed else None
    return Entry(Handed(learner, submitted), LOSS, ExerciseResult(LOSS, verdict, checks, diagnosis=diagnosis), 0.0)


CLASS = [
    entry("ada", Verdict.PASSED),
    entry("bob", Verdict.FAILED, "no_mean", 20.0),
    entry("cleo", Verdict.FAILED, "no_mean", 10.0),
    entry("dora", Verdict.FAILED, "detached"),
    entry("eve", Verdict.TODO),
    entry("fay", Verdict.MISSING),
]


def test_misconceptions_are_counted_among_those_who_began() -> None:
    common, rare = misconceptions(CLASS)
    assert (common.mistake, common.count, common.begun, common.example) == ("no_mean", 2, 4, "bob")
    assert (rare.mistake, rare.count) == ("detached", 1)


def test_the_hardest_check_is_the_one_that_most_do_not_pass_and_no_bonus() -> None:
    (hard,) = hardest_checks(CLASS)
    assert (hard.line, hard.failed, hard.begun) == ("It averages.", 3, 4)


def test_who_is_stuck_longest_comes_first() -> None:
    assert [(one.learner, one.since) for one in stuck(CLASS)] == [("dora", None), ("cleo", 10.0), ("bob", 20.0)]


def test_renaming_layout_and_comments_do_not_change_a_shape() -> None:
    renamed = ANSWER.replace(b"preds", b"p").replace(b"targs", b"t").replace(b"distance", b"d")
    changed = renamed.replace(b"  # how far off", b"").replace(b"    ", b"\t").replace(b'"""Mine."""', b"# hers")
    assert shape(changed) == shape(ANSWER) != ""


def test_another_program_has_another_shape() -> None:
    for old, new in [(b"1 - preds", b"2 - preds"), (b".mean", b".sum"), (b"1 - preds, preds", b"preds, 1 - preds")]:
        assert shape(ANSWER.replace(old, new)) != shape(ANSWER)


def test_what_is_short_or_no_python_has_no_shape() -> None:
    for source in (b"def f(x):\n    return x + 1\n", b"def (", b"\xff" * 100, b"(" * 5000, ANSWER * 200):
        assert shape(source) == ""


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_source_has_a_shape_or_none(source: bytes) -> None:
    assert len(shape(source)) in (0, 64)


def test_what_many_share_is_common_and_what_two_share_is_shown() -> None:
    common = [(learner, "a", "one way") for learner in ("ada", "bob", "cleo", "dora")]
    rare = [
        ("ada", "b", "x"),
        ("cleo", "b", "x"),
        ("ada", "c", "y"),
        ("cleo", "c", "y"),
        ("bob", "c", "z"),
        ("eve", "c", ""),
    ]
    assert alike([*common, *rare]) == [Alike(("ada", "cleo"), ("b", "c"))]
