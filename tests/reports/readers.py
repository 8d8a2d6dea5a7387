"""Readers of our reports that know nothing of how they were written: as the systems read them that they are for."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
from markdown_it import MarkdownIt
from markdown_it.token import Token

SCHEMAS = Path(__file__).parent / "schemas"


def validated(name: str, text: str) -> Any:
    """The JSON text as values. Raises jsonschema.ValidationError where it does not fit the schema of this name."""
    values = json.loads(text)
    jsonschema.validate(values, json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")))
    return values


def commands(log: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The commands that GitHub's runner obeys in a log: name, properties, message.

    After actions/runner, src/Runner.Common/ActionCommand.cs and src/Runner.Worker/ActionCommandManager.cs.
    """
    word = None
    for line in log.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = _second_style(line) or _first_style(line)
        if found is None:
            continue
        if word is not None:
            word = None if found[0] == word else word
        elif found[0] == "stop-commands":
            word = found[2]
        else:
            yield found


def _second_style(line: str) -> tuple[str, dict[str, str], str] | None:
    """`::name key=value,key=value::message`"""
    found = re.match(r"\s*::([^ :]+)(?: (.*?))?::(.*)", line, re.DOTALL)
    return found and (found[1], _properties(found[2] or "", ","), _unescaped(found[3]))  # type: ignore[return-value]


def _first_style(line: str) -> tuple[str, dict[str, str], str] | None:
    """`##[name key=value;key=value]message`, anywhere in a line."""
    found = re.search(r"##\[([^ \]]+)(?: (.*?))?\](.*)", line, re.DOTALL)
    return found and (found[1], _properties(found[2] or "", ";"), found[3])  # type: ignore[return-value]


def _properties(text: str, separator: str) -> dict[str, str]:
    pairs = (part.split("=", 1) for part in text.split(separator) if "=" in part)
    return {name.strip(): _unescaped(value) for name, value in pairs}


def _unescaped(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


# What follows tells the structure of a report: all of it but its text.


def of_json(text: str) -> object:
    def shape(value: Any) -> object:
        if isinstance(value, dict):
            return {key: shape(inner) for key, inner in value.items()}
        return list(map(shape, value)) if isinstance(value, list) else "text" if isinstance(value, str) else value

    return shape(json.loads(text))


def of_xml(text: str) -> object:
    def shape(element: ElementTree.Element) -> object:
        return element.tag, sorted(element.attrib), list(map(shape, element))

    return shape(ElementTree.fromstring(text.encode()))


def of_csv(text: str) -> object:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r\n]", cell)]
    return [len(row) for row in rows]


def of_markdown(text: str) -> object:
    def shape(token: Token) -> object:
        return token.type, token.tag, token.attrs, list(map(shape, token.children or ()))

    return list(map(shape, MarkdownIt("commonmark").enable("table").parse(text)))


def of_log(text: str) -> object:
    return [(name, sorted(properties)) for name, properties, _ in commands(text)]


def of_html(text: str) -> object:
    tags: list[object] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append((tag, sorted(name for name, _ in attrs)))  # type: ignore[method-assign]
    parser.handle_endtag = tags.append  # type: ignore[method-assign]
    parser.feed(text)
    return tags


def of_terminal(text: str) -> object:
    """The control characters in it."""
    return set(re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text))


STRUCTURE: dict[str, Callable[[str], object]] = {
    "terminal": of_terminal,
    "json": of_json,
    "junit": of_xml,
    "gradescope": of_json,
    "gradescope-leaderboard": of_json,
    "exercism": of_json,
    "github": of_log,
    "classroom": of_json,
    "markdown": of_markdown,
    "csv": of_csv,
}
