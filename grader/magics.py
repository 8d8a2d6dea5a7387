"""What IPython understands and Python does not: magics (`%x`, `%%x`), shell lines (`!x`) and questions (`?x`, `x?`)."""

from __future__ import annotations

import re

# Cell magics whose cells hold no Python. Others (`%%time`, `%%capture`, `%%grade`) have Python below them.
NO_PYTHON = {
    "!", "bash", "cmd", "file", "html", "javascript", "js", "latex", "markdown", "perl", "pypy", "python2", "ruby",
    "script", "sh", "svg", "sx", "system", "writefile",
}  # fmt: skip
CELL_MAGIC = re.compile(r"\s*%%(!|\w+)(.*)")
# From the beginning of a statement to the end of its line, or of the last one where a backslash joins lines.
_REST = r"(?:\\\n|[^\n])*"
MAGIC = re.compile(
    rf"(?P<indent>[ \t]*)(?:[%!?]{_REST}"  # %matplotlib inline, !ls, ?torch
    rf"|[^\W\d][\w.,*\[\] \t]*=[ \t]*[%!]{_REST}"  # files = !ls
    r"|[^\s#'\"?][^\n#'\"?]*\?\??[ \t]*(?=\n|\Z))"  # torch.where?
)
TOKEN = re.compile(
    r"""
    (?P<quotes>\"{3}|'{3})(?:\\.|.)*?(?:(?P=quotes)|\Z)
    | "(?:\\.|[^"\\\n])*"? | '(?:\\.|[^'\\\n])*'?
    | \#[^\n]*
    | (?P<opens>[(\[{]) | (?P<closes>[)\]}])
    | (?P<end>\n)
    | \\. | [^"'\#()\[\]{}\n\\]+ | \\
    """,
    re.VERBOSE | re.DOTALL,
)


def without_magics(text: str) -> str:
    """A cell's Python, with the same lines: `pass` stands where a magic stood, as something may have to."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    at, kept = _below_cell_magics(text)
    while at < len(text):
        if magic := MAGIC.match(text, at):
            kept.append(f"{magic['indent']}pass" + "\n" * magic[0].count("\n"))
            at = magic.end()
        else:
            end = _statement_end(text, at)
            kept.append(text[at:end])
            at = end
    return "".join(kept)


def _below_cell_magics(text: str) -> tuple[int, list[str]]:
    """Where the Python begins, and the empty lines that stand for what is above it."""
    at = 0
    while found := CELL_MAGIC.match(text, at):
        if found[1] in NO_PYTHON:
            return len(text), []
        at = found.end()
    return at, ["\n" * text.count("\n", 0, at)]


def _statement_end(text: str, at: int) -> int:
    """Where the line ends that begins here, with all lines that a bracket or a string joins to it."""
    depth = 0
    for token in TOKEN.finditer(text, at):
        if token["opens"]:
            depth += 1
        elif token["closes"]:
            depth -= 1
        elif token["end"] and depth <= 0:
            return token.end()
    return len(text)
