"""What a check shows of a trained model: its score, its confusions, and images that it got wrong."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from grader.exhibits import Confusion, Exhibit, Picture, Pictures, Score

MAX_PICTURES = 24  # of one judging


class Gallery:
    """The exhibits of one judging, in the order in which the checks made them."""

    def __init__(self) -> None:
        self.exhibits: list[Exhibit] = []
        self._room = MAX_PICTURES

    def answers(
        self,
        what: str,
        images: Tensor,
        said: Tensor,
        truth: Tensor,
        names: Sequence[object],
        bars: Sequence[float],
        pictures: int = MAX_PICTURES,
    ) -> None:
        """Show how a model answered for unseen images.

        images: uint8 (n, h, w). said, truth: indices into `names`, (n,). bars: shares of right answers, rising.
        """
        called = tuple(map(str, names))
        said, truth = said.long(), truth.long()
        self.exhibits.append(Score(what, int((said == truth).sum()), len(truth), tuple(bars)))
        self.exhibits.append(Confusion(what, called, _counts(said, truth, len(called))))
        self._show_wrong(what, images, said, truth, called, pictures)

    def _show_wrong(
        self, what: str, images: Tensor, said: Tensor, truth: Tensor, names: tuple[str, ...], most: int
    ) -> None:
        wrong = (said != truth).nonzero()[:, 0].tolist()
        rows = wrong[: min(most, self._room)]
        shown = tuple(_picture(images[row], f"{names[truth[row]]}, read as {names[said[row]]}") for row in rows)
        self._room -= len(shown)
        if shown:
            self.exhibits.append(Pictures(f"{len(shown)} of {len(wrong)} {what} that were read wrongly", shown))


def _counts(said: Tensor, truth: Tensor, kinds: int) -> tuple[tuple[int, ...], ...]:
    counts = torch.bincount(kinds * truth + said, minlength=kinds * kinds).view(kinds, kinds)
    return tuple(map(tuple, counts.tolist()))


def _picture(image: Tensor, caption: str) -> Picture:
    height, width = image.shape
    return Picture(image.to(torch.uint8).cpu().numpy().tobytes(), height, width, caption)
