"""What is code and what is stressed in a sentence on a page."""

from __future__ import annotations

from html import unescape
from re import sub

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.reports.prose import prose


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("the `mean` of it", "the <code>mean</code> of it"),
        ("`isinstance(data,\nDataset)` is False, `Dataset` is missing",
         "<code>isinstance(data,\nDataset)</code> is False, <code>Dataset</code> is missing"),
        ("a lonely ` here\n\nand ` there", "a lonely ` here\n\nand ` there"),
        ("run *all* the way", "run <em>all</em> the way"),
        ("2 * 3 * 4 and x*y*z and **kwargs", "2 * 3 * 4 and x*y*z and **kwargs"),
        ("`a *b* c` <b>", "<code>a *b* c</code> &lt;b&gt;"),
    ],
)  # fmt: skip
def test_marks(text: str, page: str) -> None:
    assert prose(text) == page


@given(st.text(alphabet="`*<>&ab \n"))
def test_nothing_but_marks_gets_lost_and_no_other_tag_comes_in(text: str) -> None:
    plain = unescape(sub("</?(code|em)>", "", prose(text)))
    assert plain.replace("`", "").replace("*", "") == text.replace("`", "").replace("*", "")
    assert "<" not in sub("</?(code|em)>", "", prose(text))
