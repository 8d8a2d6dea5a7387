"""What a syntax tree says about the names that a source uses, in every spelling."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.facts import facts


def mentioned(source: str) -> set[str]:
    return {mention.text for mention in facts(ast.parse(source)).mentions if mention.kind != "dynamic"}


def dynamic(source: str) -> set[str]:
    return {mention.text for mention in facts(ast.parse(source)).mentions if mention.kind == "dynamic"}


@pytest.mark.parametrize(
    "source",
    [
        "import torch\ntorch.mm(a, b)",
        "from torch import mm as f\nf(a, b)",
        "a.mm(b)",
        "from torch import *\nmm(a, b)",
        "getattr(a, 'mm')(b)",
        "f = torch.mm",
        "import operator\noperator.attrgetter('mm')(torch)",
        "from operator import methodcaller\nmethodcaller('mm', b)(a)",
        "attrgetter('nn.mm')(torch)",
        "from torch import mm",
        "torch.Tensor.mm(a, b)",
    ],
)
def test_a_name_is_found_in_every_spelling(source: str) -> None:
    assert "mm" in mentioned(source)


@pytest.mark.parametrize(
    "source",
    [
        "a @ b",
        "a @= b",
        "a.__matmul__(b)",
        "torch.Tensor.__rmatmul__(a, b)",
        "import operator\noperator.imatmul(a, b)",
        "from operator import imatmul",
        "getattr(a, '__matmul__')(b)",
    ],
)
def test_the_operator_is_found_in_every_spelling(source: str) -> None:
    assert "@" in mentioned(source)


@pytest.mark.parametrize(
    "source",
    [
        "# a comment about mm\nx = 'mm'",
        "def mm(a, b): return a\nmm(1, 2)",
        "mm = 3\nprint(mm)",
        "def f(mm): return mm",
        "class Vec:\n    def mm(self, o): return self.mm(o)",
        "class Vec:\n    def mm(s, o): return o\nVec().mm(Vec())",
        "'''mm'''",
        "command = 'mmm'; x.mmm()",
    ],
)
def test_what_is_the_sources_own_or_mere_text_is_innocent(source: str) -> None:
    assert "mm" not in mentioned(source)
    assert not dynamic(source)


@pytest.mark.parametrize(
    "source",
    [
        "getattr(torch, name)",
        "functools.reduce(getattr, names, torch)",
        "eval('x')",
        "exec(text)",
        "__import__('torch')",
        "import importlib",
        "from ctypes import CDLL",
        "torch.ops.aten.mm(a, b)",
        "from torch import _C",
        "torch._C._x",
        "globals()['x']",
        "import sys\nsys.modules['torch']",
        "from sys import modules",
        "attrgetter(name)(torch)",
        "from operator import attrgetter as get\nget('mm')",
        "f = operator.methodcaller",
        "x.__dict__['mm']",
    ],
)
def test_what_reaches_a_name_without_writing_it_is_told(source: str) -> None:
    assert dynamic(source)


@pytest.mark.parametrize(
    "source",
    [
        "model.eval()",
        "for m in model.modules(): pass",
        "getattr(x, 'shape')",
        "import sys\nsys.maxsize",
        "from operator import methodcaller\nmethodcaller('sum', dim=1)(x)",
    ],
)
def test_what_only_looks_like_a_way_round_is_innocent(source: str) -> None:
    assert not dynamic(source)
