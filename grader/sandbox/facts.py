"""What a submission's syntax tree says about the names it uses.

A name that the source binds itself (its own function `dot`, a variable `mm`) is innocent; comments and strings are
never looked at. What could reach a name without writing it (`getattr` with a computed name, `eval`, ...) is told as
`dynamic`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

from grader.sandbox.wire import Facts, Mention

MATMUL_METHODS = {"__matmul__", "__rmatmul__", "__imatmul__", "imatmul"}
AUGMENTED = {ast.Add: "+=", ast.Sub: "-=", ast.Mult: "*=", ast.Div: "/="}
GETTERS = {"getattr": 1, "attrgetter": 0, "methodcaller": 0}  # where each takes the name that it looks up
DYNAMIC_NAMES = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "globals",
    "locals",
    "vars",
    "__builtins__",
    "__loader__",
}
DYNAMIC_ATTRIBUTES = {
    "__dict__", "__getattribute__", "__getattr__", "__globals__", "__builtins__", "__subclasses__", "__import__",
    "getattr_static", "import_module", "eval", "exec",
}  # fmt: skip
DYNAMIC_MODULES = {
    "importlib",
    "ctypes",
    "builtins",
    "imp",
    "runpy",
    "pkgutil",
    "inspect",
    "gc",
    "pickle",
    "marshal",
}
DYNAMIC_TORCH = {"ops", "_C", "_VF", "_refs", "_prims", "_decomp", "_numpy"}
TORCH_EVAL = "eval"  # `model.eval()` is a mode of modules, not the builtin


def facts(tree: ast.Module) -> Facts:
    """Every mention of a name, in source order, each once a line."""
    finder = _Finder(tree)
    unique = dict.fromkeys((m.text, m.line, m.kind) for m in finder.mentions(tree))
    return Facts([Mention(*mention) for mention in sorted(unique, key=lambda m: (m[1], m[0]))])


class _Finder:
    def __init__(self, tree: ast.Module) -> None:
        self._bound, self._defined = bound_names(tree)
        self._starred = any(
            alias.name == "*" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
        )
        self._own = own_attributes(tree)
        self._classes = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        self._called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}

    def mentions(self, tree: ast.AST) -> Iterator[Mention]:
        handlers: dict[type[ast.AST], Callable[[Any], Iterator[Mention]]] = {
            ast.Name: self._name,
            ast.Attribute: self._attribute,
            ast.Import: self._import,
            ast.ImportFrom: self._import_from,
            ast.Call: self._call,
            ast.BinOp: self._operator,
            ast.AugAssign: self._operator,
            ast.Subscript: self._subscript,
        }
        for node in ast.walk(tree):
            if handler := handlers.get(type(node)):
                yield from handler(node)

    def _name(self, node: ast.Name) -> Iterator[Mention]:
        if not isinstance(node.ctx, ast.Load):
            return
        if node.id in DYNAMIC_NAMES or self._handed_on(node, node.id):
            yield Mention(node.id, node.lineno, "dynamic")
        elif node.id not in (self._defined if self._starred else self._bound):
            yield Mention(node.id, node.lineno, "name")

    def _handed_on(self, node: ast.expr, name: str) -> bool:
        """Whether a getter goes on as a value, as in `reduce(getattr, names, torch)`; `_call` looks at its calls."""
        return name in GETTERS and id(node) not in self._called

    def _is_own(self, value: ast.expr) -> bool:
        """Whether a value is plainly an object of a class of the source's."""
        maker = value.func if isinstance(value, ast.Call) else value
        wanted = self._classes if isinstance(value, ast.Call) else {"self", "cls"}
        return isinstance(maker, ast.Name) and maker.id in wanted

    def _attribute(self, node: ast.Attribute) -> Iterator[Mention]:
        base = node.value.id if isinstance(node.value, ast.Name) else None
        if self._is_own(node.value) and node.attr in self._own:
            return
        if self._handed_on(node, node.attr) or (base, node.attr) == ("sys", "modules"):
            yield Mention(node.attr, node.lineno, "dynamic")
        yield from self._reached(node.attr, node.lineno)
        if node.attr in DYNAMIC_ATTRIBUTES and not (node.attr == TORCH_EVAL and base != "builtins"):
            yield Mention(node.attr, node.lineno, "dynamic")
        if base == "torch" and node.attr in DYNAMIC_TORCH:
            yield Mention(f"torch.{node.attr}", node.lineno, "dynamic")

    def _reached(self, name: str, line: int) -> Iterator[Mention]:
        yield Mention("@" if name in MATMUL_METHODS else name, line, "attribute")

    def _import(self, node: ast.Import) -> Iterator[Mention]:
        for alias in node.names:
            yield from self._module(alias.name, node.lineno)

    def _import_from(self, node: ast.ImportFrom) -> Iterator[Mention]:
        yield from self._module(node.module or "", node.lineno)
        for alias in node.names:
            yield Mention("@" if alias.name in MATMUL_METHODS else alias.name, node.lineno, "import")
            renamed = alias.name in GETTERS and alias.asname is not None
            reaches = (node.module == "torch" and alias.name in DYNAMIC_TORCH) or (
                (node.module, alias.name) == ("sys", "modules")
            )
            if alias.name in DYNAMIC_ATTRIBUTES or renamed or reaches:
                yield Mention(alias.name, node.lineno, "dynamic")

    def _module(self, path: str, line: int) -> Iterator[Mention]:
        parts = path.split(".")
        for part in parts:
            yield Mention(part, line, "import")
        if parts[0] in DYNAMIC_MODULES:
            yield Mention(parts[0], line, "dynamic")
        if parts[0] == "torch" and len(parts) > 1 and parts[1] in DYNAMIC_TORCH:
            yield Mention(f"torch.{parts[1]}", line, "dynamic")

    def _call(self, node: ast.Call) -> Iterator[Mention]:
        getter = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
        if getter not in GETTERS:
            return
        place = GETTERS[getter]
        names = node.args[place:] if getter == "attrgetter" else node.args[place : place + 1]
        for name in names:
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                for part in name.value.split("."):
                    yield from self._reached(part, node.lineno)
        if not names or not all(isinstance(name, ast.Constant) for name in names):
            yield Mention(str(getter), node.lineno, "dynamic")

    def _subscript(self, node: ast.Subscript) -> Iterator[Mention]:
        if isinstance(node.ctx, ast.Store):
            yield Mention("[]=", node.lineno, "operator")

    def _operator(self, node: ast.BinOp | ast.AugAssign) -> Iterator[Mention]:
        if isinstance(node.op, ast.MatMult):
            yield Mention("@", node.lineno, "operator")
        elif isinstance(node, ast.AugAssign) and type(node.op) in AUGMENTED:
            yield Mention(AUGMENTED[type(node.op)], node.lineno, "operator")


def bound_names(tree: ast.AST) -> tuple[set[str], set[str]]:
    """Names that the source binds in any way but an import, and those it binds by def, class or parameter."""
    bound: set[str] = set()
    defined: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            defined.add(node.name)
        elif isinstance(node, ast.arg):
            defined.add(node.arg)
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            bound.add(node.id)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
        elif isinstance(node, ast.alias):
            bound.add(node.asname or node.name.split(".")[0])
    return bound | defined, defined


def own_attributes(tree: ast.AST) -> set[str]:
    """Methods and attributes that classes of the source give themselves."""
    own: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            own |= {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            own.add(node.attr)
    return own
