"""
Which line of a text is title, kicker, caption, credit, byline, dateline, paragraph.

What a line must look like stands in ``data/passage_rules.csv``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ... import knowledge
from ...errors import KnowledgeError
from ...text import sentences

TITLE_LENGTH = 200
KICKER = 3  # words
RULE_LENGTH = 300
TAIL = 120  # what stands behind a paragraph is no longer
REST = 12  # letters that must follow what a paragraph opens with
STOPPED = re.compile(r"[.。;:,，、]['\"”»“’」』）)]*\Z")
PHOTO = re.compile("[:=：＝©]|/[^/]*=")


class Piece(NamedTuple):
    """A stretch of a text and what it is for."""

    kind: str
    start: int
    end: int


class Line(NamedTuple):
    """A line that is not blank, and whether a blank line stands above it."""

    start: int
    end: int
    words: str
    apart: bool


def pieces(text: str, title: str) -> list[Piece]:
    """Cut `text` at its lines and name what each is; blanks are left out."""
    lines = _lines(text)
    heading = _heading(lines, title)
    found: list[Piece] = []
    for number, line in enumerate(lines):
        if heading and number < heading[0]:
            found.extend(_ruled(line, short="kicker"))
        elif heading and number < heading[1]:
            found.extend(_titled(line, title, found))
        else:
            found.extend(_ruled(line, short="paragraph"))
            if found[-1].kind == "credit" and not line.apart:
                _caption(found, lines[number - 1])
    return found


def _lines(text: str) -> list[Line]:
    found, start, apart = [], 0, True
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            left = start + len(raw) - len(raw.lstrip())
            found.append(Line(left, left + len(words), words, apart))
        apart = not words
        start += len(raw) + 1
    return found


def _heading(lines: list[Line], title: str) -> tuple[int, int] | None:
    """Return the numbers of the title's first line and of the line behind it."""
    wanted = " ".join(title.split())
    for first, line in enumerate(lines[:6] if wanted else []):
        joined = ""
        for last in range(first, min(first + 4, len(lines))):
            joined = f"{joined} {' '.join(lines[last].words.split())}".strip()
            if joined == wanted:
                return first, last + 1
        if line.words.startswith(wanted):
            return first, first + 1
    return None if wanted else _opening(lines)


def _opening(lines: list[Line]) -> tuple[int, int] | None:
    """Return where a title stands that nobody has named."""
    below = [line for line in lines[1:5] if not _whole(line.words)] or lines[1:2]
    if not below or not _heads(lines[0], below[0]):
        return None
    brief = len(lines[0].words.split()) <= KICKER < len(below[0].words.split())
    if brief and len(below) > 1 and below[0] == lines[1] and _heads(*below[:2]):
        return 1, 2
    return 0, 1


def _heads(line: Line, below: Line) -> bool:
    """Whether a line looks like a title: short, no stop, more below."""
    words = line.words
    if len(words) > TITLE_LENGTH or STOPPED.search(words) or _whole(words):
        return False
    more = below.apart or len(below.words) > 1.5 * len(words)
    return more and len(sentences(words, "und")) == 1


def _titled(line: Line, title: str, before: list[Piece]) -> list[Piece]:
    """Cut the title off a line that goes on behind it."""
    end = line.start + len(title)
    if title and len(line.words) > len(title) and line.words.startswith(title):
        gap = len(line.words[len(title) :]) - len(line.words[len(title) :].lstrip())
        return [
            Piece("title", line.start, end),
            Piece("paragraph", end + gap, line.end),
        ]
    return [Piece("title", line.start, line.end)]


def _ruled(line: Line, *, short: str) -> list[Piece]:
    """Apply the rules to one line; `short` is what a line without rule is."""
    start, end, words, _ = line
    kind = _whole(words)
    if kind:
        return [Piece(kind, start, end)]
    head = _rules()["start"].match(words[:RULE_LENGTH])
    if head and len(words) - head.end() >= REST:
        inside = start + len(head.group().rstrip())
        rest = _ruled(_rest(line, head.end()), short="paragraph")
        return [Piece(_kind(head), start, inside), *rest]
    tail = _rules()["end"].search(words, max(len(words) - TAIL, 0))
    above = words[: tail.start()].rstrip() if tail else ""
    photo = tail is not None and PHOTO.search(tail.group()) is not None
    if tail and above and (not photo or len(words) <= RULE_LENGTH):
        credit = end - len(tail.group().lstrip())
        return [
            Piece("caption" if photo else short, start, start + len(above)),
            Piece("credit", credit, end),
        ]
    return [Piece(short, start, end)]


def _kind(found: re.Match[str]) -> str:
    return (found.lastgroup or "").rstrip("0123456789")


def _rest(line: Line, at: int) -> Line:
    words = line.words[at:].lstrip()
    return Line(line.end - len(words), line.end, words, line.apart)


def _whole(words: str) -> str:
    """Return the kind that the whole line is, ``""`` where no rule fits."""
    if len(words) > RULE_LENGTH:
        return ""
    found = _rules()["line"].fullmatch(words)
    return _kind(found) if found else ""


def _caption(found: list[Piece], above: Line) -> None:
    """Make the short line right above a credit its caption."""
    if len(found) > 1 and found[-2].kind == "paragraph":
        piece = found[-2]
        if piece.start == above.start and len(above.words) <= RULE_LENGTH:
            found[-2] = piece._replace(kind="caption")


@knowledge.remembered
def _rules() -> dict[str, re.Pattern[str]]:
    """Return one pattern for whole lines, one for beginnings, one for ends."""
    of: dict[str, list[str]] = {"line": [], "start": [], "end": []}
    for number, row in enumerate(knowledge.rows("passage_rules")):
        try:
            re.compile(row["pattern"])
        except re.error as error:
            msg = (
                f"passage_rules.csv: the pattern {row['pattern']!r} is broken: {error}."
            )
            raise KnowledgeError(msg) from error
        of[row["where"]].append(f"(?P<{row['kind']}{number}>{row['pattern']})")
    joined = {where: "|".join(patterns) for where, patterns in of.items()}
    joined["end"] = f"(?:{joined['end']})\\Z"
    return {where: re.compile(pattern) for where, pattern in joined.items()}
