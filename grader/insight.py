"""What a class has not understood: misconceptions, hard checks, who is stuck, and whose answers are alike."""

from __future__ import annotations

import io
import itertools
import keyword
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from grader.gradebook import Entry
from grader.result import Verdict
from grader.source import digest

NOT_BEGUN = (Verdict.TODO, Verdict.MISSING)
MAX_COMPARED = 32 * 1024  # bytes of a source: an answer has a few hundred
MIN_TOKENS = 40  # shorter answers are alike because there is one way to write them
LAYOUT = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING)


class Misconception(msgspec.Struct, frozen=True):
    """A known mistake that learners make. begun: those who handed in something for the exercise."""

    exercise: str
    mistake: str
    text: str
    count: int
    begun: int
    example: str  # a learner who made it


class HardCheck(msgspec.Struct, frozen=True):
    exercise: str
    line: str
    failed: int
    begun: int


class Stuck(msgspec.Struct, frozen=True):
    """A learner whose last answer failed. since: seconds since 1970, None where nobody knows."""

    learner: str
    exercise: str
    since: float | None


class Alike(msgspec.Struct, frozen=True):
    """Two learners whose answers to these exercises are the same after renaming. To look at: no verdict."""

    learners: tuple[str, str]
    exercises: tuple[str, ...]


def begun(entries: Iterable[Entry]) -> Counter[str]:
    """How many handed in something, by exercise."""
    return Counter(entry.exercise for entry in entries if entry.result.verdict not in NOT_BEGUN)


def misconceptions(entries: Sequence[Entry]) -> list[Misconception]:
    """The commonest first."""
    made: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.result.diagnosis is not None:
            made[entry.exercise, entry.result.diagnosis.mistake].append(entry)
    of = begun(entries)
    found = [
        Misconception(exercise, mistake, each[0].result.diagnosis.text, len(each), of[exercise], each[0].learner)
        for (exercise, mistake), each in made.items()
        if each[0].result.diagnosis is not None
    ]
    return sorted(found, key=lambda one: (-one.count, one.exercise, one.mistake))


def hardest_checks(entries: Sequence[Entry]) -> list[HardCheck]:
    """Those that most of the learners who began the exercise do not pass."""
    failed: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        if entry.result.verdict not in NOT_BEGUN:
            wrong = (check for check in entry.result.checks if check.verdict is not Verdict.PASSED and not check.bonus)
            failed.update((entry.exercise, check.line) for check in wrong)
    of = begun(entries)
    found = [HardCheck(exercise, line, count, of[exercise]) for (exercise, line), count in failed.items()]
    return sorted(found, key=lambda one: (-one.failed / one.begun, -one.failed, one.exercise, one.line))


def stuck(entries: Iterable[Entry]) -> list[Stuck]:
    """Whoever's last answer is none that passes, the longest first."""
    found = [
        Stuck(entry.learner, entry.exercise, entry.handed.submitted)
        for entry in entries
        if entry.result.verdict not in (*NOT_BEGUN, Verdict.PASSED)
    ]
    return sorted(found, key=lambda one: (one.since or 0.0, one.learner, one.exercise))


def shape(source: bytes) -> str:
    """A digest of a program that renaming, layout and comments do not change; "" where it is too short to tell."""
    try:
        tokens = list(_plain_tokens(source)) if len(source) <= MAX_COMPARED else []
    except (tokenize.TokenError, SyntaxError, UnicodeDecodeError, ValueError):
        return ""
    return digest("\0".join(tokens).encode()) if len(tokens) >= MIN_TOKENS else ""


def _plain_tokens(source: bytes) -> Iterator[str]:
    """Names as numbers in the order in which they come, attributes and keywords as they are; no docstrings."""
    numbers: dict[str, str] = {}
    before = "\n"
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        alone = token.type == tokenize.STRING and before == "\n"
        if token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT):
            before = "\n"
        if token.type in LAYOUT or alone:
            continue
        renamed = token.type == tokenize.NAME and before != "." and not keyword.iskeyword(token.string)
        yield numbers.setdefault(token.string, f"name{len(numbers)}") if renamed else token.string
        before = token.string


def alike(shapes: Iterable[tuple[str, str, str]], most: int = 3) -> list[Alike]:
    """Pairs with the same shape, from (learner, exercise, shape). What more than `most` learners have is common."""
    having: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for learner, exercise, of_answer in shapes:
        if of_answer:
            having[exercise, of_answer].append(learner)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (exercise, _), learners in having.items():
        if len(learners) <= most:
            for one, other in itertools.combinations(sorted(learners), 2):
                shared[one, other].append(exercise)
    found = [Alike(pair, tuple(sorted(exercises))) for pair, exercises in shared.items()]
    return sorted(found, key=lambda pair: (-len(pair.exercises), pair.learners))
