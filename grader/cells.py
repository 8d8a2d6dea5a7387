"""From the cells of a notebook to the source of one answer.

An answer is made of its own cells (those marked with the exercise's name) and of what they use from unmarked cells:
imports, functions, classes, names that are given a value. The rest of an unmarked cell, a plot or a try-out, is left
out; so are the cells of other exercises. Where no cell is marked, those parts that define the exercise's names take
their place. A comment before each part says where it comes from, so that `place` can name the cell in a message.
"""

from __future__ import annotations

import ast
import builtins
import re
import symtable
import warnings
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

import msgspec

from grader.magics import without_magics

# In the first line, so that no comment of the learner's is taken for the declaration of an encoding.
HEAD = "# From a notebook (coding: utf-8).\n"
FROM = re.compile(r"# %% (cell \d+|In \[\d+\]), line (\d+)")
FUTURE, IMPORT, OTHER = range(3)  # the order in which parts come, whatever the order of the cells
# What Python says to a text that it cannot read, deeply nested ones and odd characters included.
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


class Cell(msgspec.Struct, frozen=True):
    """A code cell. label: how messages name it. exercise: the name of the one that it is marked for."""

    label: str
    text: str
    exercise: str | None = None


class Part(msgspec.Struct, frozen=True, eq=False):
    """One or more whole lines of a cell. names: those that it binds; uses: those that it takes from elsewhere.

    line: the first one's number within the cell, from 1.
    """

    label: str
    line: int
    text: str
    names: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    rank: int = OTHER
    opaque: bool = False  # Python cannot read it


def answer(cells: Iterable[Cell], exercise: str, public: Collection[str]) -> list[Part]:
    """The parts of the answer to an exercise with these public names, in order; none where no cell is for it."""
    cells = tuple(cells)
    own = [part for cell in cells if cell.exercise == exercise for part in parts(cell)]
    others = [part for cell in cells if cell.exercise is None for part in parts(cell)]
    bound, used = _union(part.names for part in own), _union(part.uses for part in own)
    taken = _needed({*used, *public} - bound, bound, others)
    return sorted([*(part for part in others if part in taken), *own], key=lambda part: part.rank)


def source(parts: Iterable[Part]) -> bytes:
    """The parts as one source. What is no Unicode text stays none, and is refused when it is read."""
    return (HEAD + "".join(_written(parts))).encode("utf-8", "surrogatepass")


def _written(parts: Iterable[Part]) -> Iterator[str]:
    label, line = "", 0
    for part in parts:
        if part.label == label and part.line >= line:
            yield "\n" * (part.line - line)
        else:
            yield f"# %% {part.label}, line {part.line}\n"
        yield f"{part.text}\n"
        label, line = part.label, part.line + part.text.count("\n") + 1


def place(source: bytes, number: int) -> str:
    """Where the line of this number stands: "line 5", or "cell 3, line 5" where the source comes from a notebook."""
    lines = source.decode("utf-8", "replace").split("\n")
    for above in range(min(number, len(lines)) - 1, -1, -1) if lines[0] + "\n" == HEAD else ():
        if found := FROM.fullmatch(lines[above]):
            return f"{found[1]}, line {int(found[2]) + number - above - 2}"
    return f"line {number}"


def defined(cells: Iterable[Cell]) -> frozenset[str]:
    """All names that unmarked cells bind."""
    return _union(part.names for cell in cells if cell.exercise is None for part in parts(cell))


@lru_cache(maxsize=512)
def parts(cell: Cell) -> tuple[Part, ...]:
    """A cell's statements, those that share a line together; the whole cell where Python cannot read it."""
    text = without_magics(cell.text)
    lines = text.split("\n")
    try:
        tree = _parsed(text)
    except UNREADABLE:
        return (Part(cell.label, 1, text, opaque=True),)
    return tuple(
        _part(cell.label, first, "\n".join(lines[first - 1 : last]), nodes) for first, last, nodes in _spans(tree)
    )


def _parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the learner's text; the worker's Python will say what there is to say
        return ast.parse(text)


def _spans(tree: ast.Module) -> list[tuple[int, int, list[ast.stmt]]]:
    """First line, last line and statements of each part."""
    spans: list[tuple[int, int, list[ast.stmt]]] = []
    for node in tree.body:
        first = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
        last = node.end_lineno or node.lineno
        if spans and first <= spans[-1][1]:
            begun, until, nodes = spans[-1]
            nodes.append(node)
            spans[-1] = begun, max(until, last), nodes
        else:
            spans.append((first, last, [node]))
    return spans


def _part(label: str, line: int, text: str, nodes: list[ast.stmt]) -> Part:
    try:
        names, uses = _names(text)
    except UNREADABLE:  # such as `return` outside of a function
        return Part(label, line, text, opaque=True)
    stars = {"*" for node in nodes if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"}
    return Part(label, line, text, names | stars, uses, max(map(_rank, nodes)))


def _rank(node: ast.stmt) -> int:
    if isinstance(node, ast.ImportFrom) and node.module == "__future__":
        return FUTURE
    return IMPORT if isinstance(node, ast.Import | ast.ImportFrom) else OTHER


def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a part binds, and those that it uses, but for the ones that belong to its functions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        top = symtable.symtable(text, "cell", "exec")
    names = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    uses = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    tables = top.get_children()
    while tables:
        table = tables.pop()
        uses |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced() and symbol.is_global()}
        tables += table.get_children()
    return frozenset(names), frozenset(uses)


def _needed(wanted: set[str], known: frozenset[str], parts: Collection[Part]) -> set[Part]:
    """The parts that bind wanted names, and names that these use in turn."""
    binding: dict[str, list[Part]] = {}
    for part in parts:
        for name in part.names:
            binding.setdefault(name, []).append(part)
    taken: set[Part] = set()
    looked_for: set[str] = set()
    while wanted:
        name = wanted.pop()
        looked_for.add(name)
        for part in binding.get(name, ()):
            taken.add(part)
            wanted |= part.uses - looked_for - known
    missing = looked_for - binding.keys() - set(dir(builtins))
    return taken | _may_bind(missing, parts)


def _may_bind(missing: set[str], parts: Iterable[Part]) -> set[Part]:
    """Parts in which names that are bound nowhere else may hide: `import *`, and what Python cannot read."""
    return {
        part
        for part in parts
        if missing and ("*" in part.names or (part.opaque and not missing.isdisjoint(re.findall(r"\w+", part.text))))
    }


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
