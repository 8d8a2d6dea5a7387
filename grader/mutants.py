"""Small slips in a right answer, made from its syntax tree: does some check notice each of them?

Two families: the operators of mutation testing (arithmetic, comparisons, numbers, conditions, statements left out;
King and Offutt, "A Fortran language system for mutation-based software testing", 1991), and slips as they are made in
calls on tensors (a sibling function, an argument forgotten, two arguments swapped, a method left out).
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult, ast.MatMult: ast.Mult,
}  # fmt: skip
COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
PAIRS = (
    "sum mean", "max min", "argmax argmin", "amax amin", "any all", "zeros ones", "stack cat", "exp log",
    "sqrt square", "std var", "append extend", "rand randn", "train eval", "normal_ uniform_", "glob rglob",
)  # fmt: skip
SIBLINGS = {name: other for pair in PAIRS for name, other in (pair.split(), pair.split()[::-1])}
UNTOUCHED = ("annotation", "returns", "ctx", "type_comment", "bases", "names")  # fields that are no code of the answer


class Mutant(NamedTuple):
    """A changed answer. `name` says what stood there and what stands there now."""

    name: str
    source: bytes


class _Slot(NamedTuple):
    """A place in the tree that holds a node: a field, or an element of a field's list."""

    home: Any
    key: Any
    within: str  # the function or method that it lies in
    statement: ast.AST

    def get(self) -> ast.AST:
        node: ast.AST = self.home[self.key] if isinstance(self.home, list) else getattr(self.home, self.key)
        return node

    def put(self, node: ast.AST) -> None:
        if isinstance(self.home, list):
            self.home[self.key] = node
        else:
            setattr(self.home, self.key, node)


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, each with one change."""
    tree = ast.parse(source)
    seen, names = {ast.unparse(tree)}, Counter[str]()
    for slot in list(_slots(tree)):
        original = slot.get()
        for changed in _changes(original):
            before = _shown(slot.statement)
            slot.put(changed)
            text = ast.unparse(ast.fix_missing_locations(tree))
            after = _shown(changed if slot.statement is original else slot.statement)
            slot.put(original)
            if text not in seen:
                seen.add(text)
                name = f"{slot.within}: {before} => {after}"
                names[name] += 1
                yield Mutant(name if names[name] == 1 else f"{name} ({names[name]})", text.encode())


def _slots(node: ast.AST, within: str = "module", statement: ast.AST | None = None) -> Iterator[_Slot]:
    """All places below a node, from the top of the file to its end."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        within = node.name if within == "module" else f"{within}.{node.name}"
    for field, value in ast.iter_fields(node):
        if field in UNTOUCHED or isinstance(node, ast.Raise | ast.JoinedStr):
            continue
        homes = [(value, place) for place in range(len(value))] if isinstance(value, list) else [(node, field)]
        for home, key in homes:
            child = _Slot(home, key, within, node).get()
            if isinstance(child, ast.AST) and not _is_text(child):
                inner = child if isinstance(child, ast.stmt) or statement is None else statement
                yield _Slot(home, key, within, inner)
                yield from _slots(child, within, inner)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _shown(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text.splitlines()[0] + (" ..." if "\n" in text else "")


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    for kind, change in CHANGES.items():
        if isinstance(node, kind):
            yield from change(node)


def _with(node: ast.AST, **fields: Any) -> ast.AST:
    """A shallow copy of a node with some fields changed."""
    return type(node)(**{**dict(ast.iter_fields(node)), **fields})


def _operator(node: ast.BinOp | ast.AugAssign) -> Iterator[ast.AST]:
    if type(node.op) in BINARY:
        yield _with(node, op=BINARY[type(node.op)]())
    if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Add | ast.Mult):
        yield _with(node, left=node.right, right=node.left)


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for place, op in enumerate(node.ops):
        for other in COMPARE[type(op)]:
            yield _with(node, ops=[*node.ops[:place], other(), *node.ops[place + 1 :]])


def _bool(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        others: list[Any] = [not value]
    elif isinstance(value, int):
        others = [value + 1, value - 1] if value > 0 else [value + 1]
    elif isinstance(value, float):
        others = [value * 2 or 1.0]
    else:
        others = [value + "x"] if isinstance(value, str) else []
    yield from (ast.Constant(other) for other in others)


def _choice(node: ast.IfExp) -> Iterator[ast.AST]:
    yield _with(node, body=node.orelse, orelse=node.body)


def _branch(node: ast.If) -> Iterator[ast.AST]:
    yield from (_with(node, test=ast.Constant(always)) for always in (True, False))


def _call(node: ast.Call) -> Iterator[ast.AST]:
    for place in range(len(node.keywords)):
        yield _with(node, keywords=[*node.keywords[:place], *node.keywords[place + 1 :]])
    if len(node.args) > 1:
        yield _with(node, args=[node.args[1], node.args[0], *node.args[2:]])
    if isinstance(node.func, ast.Attribute):
        yield node.func.value


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in SIBLINGS:
        yield _with(node, attr=SIBLINGS[node.attr])


def _name(node: ast.Name) -> Iterator[ast.AST]:
    if node.id in SIBLINGS:
        yield _with(node, id=SIBLINGS[node.id])


def _tuple(node: ast.Tuple) -> Iterator[ast.AST]:
    if len(node.elts) > 1 and isinstance(node.ctx, ast.Load):
        yield _with(node, elts=[node.elts[1], node.elts[0], *node.elts[2:]])


def _not_stored(node: ast.Assign) -> Iterator[ast.AST]:
    """What is put on an object; a name that is missing would be noticed anyway."""
    if all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets):
        yield ast.Pass()


def _left_out(node: ast.stmt) -> Iterator[ast.AST]:
    yield ast.Pass()


def _without_context(node: ast.With) -> Iterator[ast.AST]:
    yield ast.If(ast.Constant(True), node.body, [])


def _undecorated(node: ast.FunctionDef) -> Iterator[ast.AST]:
    if node.decorator_list:
        yield _with(node, decorator_list=[])


CHANGES: dict[Any, Callable[[Any], Iterator[ast.AST]]] = {
    ast.BinOp | ast.AugAssign: _operator,
    ast.Compare: _compare,
    ast.BoolOp: _bool,
    ast.UnaryOp: _unary,
    ast.Constant: _constant,
    ast.IfExp: _choice,
    ast.If: _branch,
    ast.Call: _call,
    ast.Attribute: _attribute,
    ast.Name: _name,
    ast.Tuple: _tuple,
    ast.Expr | ast.AugAssign | ast.Raise | ast.Break | ast.Continue: _left_out,
    ast.Assign: _not_stored,
    ast.With: _without_context,
    ast.FunctionDef: _undecorated,
}
