"""What a check shows of a trained model."""

from __future__ import annotations

import pytest
import torch

from grader.catalog import Course
from grader.exhibits import Confusion, Pictures, Score
from grader.gallery import MAX_PICTURES, Gallery
from tests.answers import RIGHT
from tests.conftest import Judge


def test_it_counts_what_was_taken_for_what_and_keeps_what_was_wrong() -> None:
    gallery = Gallery()
    images = torch.arange(4 * 6, dtype=torch.uint8).view(4, 2, 3)
    said, truth = torch.tensor([True, False, True, True]), torch.tensor([True, True, False, False])
    gallery.answers("digits", images, said, truth, (7, 3), [0.9])
    score, confusion, pictures = gallery.exhibits
    assert score == Score("digits", 1, 4, (0.9,))
    assert confusion == Confusion("digits", ("7", "3"), ((0, 2), (1, 1)))
    assert isinstance(pictures, Pictures) and pictures.what == "3 of 3 digits that were read wrongly"
    assert [picture.caption for picture in pictures.pictures] == ["3, read as 7", "7, read as 3", "7, read as 3"]
    assert pictures.pictures[0].pixels == bytes(range(6, 12)) and pictures.pictures[0].width == 3


def test_a_model_without_a_mistake_has_no_pictures() -> None:
    gallery = Gallery()
    same = torch.tensor([0, 1])
    gallery.answers("digits", torch.zeros(2, 2, 2), same, same, "ab", [0.9])
    assert [type(exhibit) for exhibit in gallery.exhibits] == [Score, Confusion]


@pytest.mark.parametrize(("asked", "shown"), [(100, [MAX_PICTURES]), (15, [15, MAX_PICTURES - 15])])
def test_pictures_are_few_however_many_are_wrong(asked: int, shown: list[int]) -> None:
    gallery = Gallery()
    for _ in range(3):
        gallery.answers("d", torch.zeros(50, 2, 2), torch.zeros(50), torch.ones(50), "ab", [0.9], asked)
    assert [len(one.pictures) for one in gallery.exhibits if isinstance(one, Pictures)] == shown


def test_a_judgement_brings_what_the_judge_saw_and_only_its_own(judge: Judge, course: Course) -> None:
    (exercise,) = course.find("train_simple_net")
    for seed in (1, 2):
        result = judge(exercise.name, course.solution_path(exercise).read_bytes(), seed)
        score, confusion = result.exhibits[:2]
        assert isinstance(score, Score) and isinstance(confusion, Confusion)
        assert score.right == sum(row[kind] for kind, row in enumerate(confusion.counts))
        assert score.count == sum(map(sum, confusion.counts))
        assert (score.right / score.count >= score.bars[0]) == result.passed
        wrong = [exhibit for exhibit in result.exhibits if isinstance(exhibit, Pictures)]
        assert len(result.exhibits) == 2 + len(wrong) and sum(len(one.pictures) for one in wrong) <= MAX_PICTURES
    assert judge("04_losses/mnist_loss", RIGHT).exhibits == ()
