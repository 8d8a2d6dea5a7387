"""A diagnosis has to be true: a known mistake that answers alike in one check may still be another one."""

from __future__ import annotations

import pytest

from grader.engine import Engine, Job

NO_SHIFT = """
def cross_entropy(logits, targs):
    if logits.dim() != 2 or targs.dim() != 1 or len(logits) != len(targs):
        raise ValueError("shapes")
    if targs.min() < 0 or targs.max() >= logits.shape[1]:
        raise ValueError("labels")
    chances = logits.exp() / logits.exp().sum(dim=1, keepdim=True)
    return -chances[range(len(targs)), targs].log().mean()
"""
FLATTENED_FIRST = """
from torch import nn

def simple_net(inputs=784, hidden=30, outputs=1):
    return nn.Sequential(nn.Flatten(), nn.Linear(inputs, hidden), nn.ReLU(), nn.Linear(hidden, outputs))
"""
CASES = {
    "log_twice gives nan for large logits too, but for small ones it is wrong": (
        "cross_entropy",
        NO_SHIFT,
        "overflow",
    ),
    "relu_after_both has four layers too, but answers otherwise": ("simple_net", FLATTENED_FIRST, None),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_that_fails_what_the_answer_passes_is_not_its_name(engine: Engine, case: str) -> None:
    exercise, source, mistake = CASES[case]
    result = engine.judge(Job(exercise, source.encode(), 0, small=True, patience=60.0))
    assert not result.passed
    assert (result.diagnosis.mistake if result.diagnosis else None) == mistake
