"""What a report is drawn on, and how a learner's text is made harmless on it."""

from __future__ import annotations

import unicodedata

import msgspec


class Screen(msgspec.Struct, frozen=True):
    """A width in characters, and whether colours may be used. Formats that are no text for people ignore it."""

    width: int = 80
    colour: bool = False


PLAIN = Screen()
_KEPT = "\n\t"


def harmless(text: str) -> str:
    """The text with control and formatting characters spelt out, so that none reaches a terminal."""
    return "".join(c if c in _KEPT or unicodedata.category(c)[0] != "C" else _spelt(c) for c in text)


def _spelt(character: str) -> str:
    return character.encode("unicode_escape", "replace").decode()
