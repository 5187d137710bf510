"""
Which line of a text is title, kicker, caption, credit, byline, dateline, paragraph.

What a line must look like stands in ``data/passage_rules.csv``; see `line_rules`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..._lines import blocks
from ...text import sentences
from .line_rules import RULE_LENGTH, LineRules, line_rules

TITLE_LENGTH = 200
KICKER = 3  # words
DECKS = 2  # lines right under a title that still are titles
REST = 12  # letters that must follow what a paragraph opens with
STOPPED = re.compile(r"[.。;:,，、]['\"”»“’」』）)]*\Z")
INNER = re.compile(r"[.!?…]\s|[。！？]")


class Piece(NamedTuple):
    """A stretch of a text and what it is for."""

    kind: str
    start: int
    end: int


class Line(NamedTuple):
    """A line that is not blank, whether a blank line stands above, what it is."""

    start: int
    end: int
    words: str
    apart: bool
    kind: str


def pieces(text: str, title: str) -> list[Piece]:
    """Cut `text` at its lines and name what each is; blanks are left out."""
    rules = line_rules()
    lines = _lines(text, rules)
    heading = _heading(lines, title, rules)
    found: list[Piece] = []
    for number, line in enumerate(lines):
        if heading and number < heading[0]:
            found.extend(_ruled(line, "kicker", rules))
        elif heading and number < heading[1]:
            found.extend(_titled(line, title))
        else:
            found.extend(_ruled(line, "paragraph", rules))
            if found[-1].kind == "credit" and not line.apart:
                _caption(found, lines[number - 1], last=number + 1 == len(lines))
    return found


def _lines(text: str, rules: LineRules) -> list[Line]:
    found: list[Line] = []
    above = 0
    for start, end in blocks(text):
        words = text[start:end]
        apart = not found or text.count("\n", above, start) > 1
        found.append(Line(start, end, words, apart, rules.whole(words)))
        above = end
    return found


def _heading(lines: list[Line], title: str, rules: LineRules) -> tuple[int, int] | None:
    """Return the numbers of the title's first line and of the line behind it."""
    wanted = " ".join(title.split())
    if not wanted:
        heading = _opening(lines, rules)
        return heading and (heading[0], _decks(lines, heading[1]))
    for first, line in enumerate(lines[:6]):
        joined = ""
        for last in range(first, min(first + 4, len(lines))):
            joined = f"{joined} {' '.join(lines[last].words.split())}".strip()
            if joined == wanted:
                return first, _decks(lines, last + 1)
        if line.words.startswith(wanted):
            return first, first + 1
    return None


def _decks(lines: list[Line], last: int) -> int:
    """Count in the second headlines: short, right below, and right above a gap."""
    for number in range(last, min(last + DECKS, len(lines) - 1)):
        line, below = lines[number], lines[number + 1]
        if line.apart or line.kind or not (below.apart or below.kind):
            return number
        if not _short(line.words) or below.kind == "credit":
            return number
    return max(last, min(last + DECKS, len(lines) - 1))


def _opening(lines: list[Line], rules: LineRules) -> tuple[int, int] | None:
    """Return where a title stands that nobody has named."""
    own = [x for x in lines[1:5] if not x.kind and not rules.photo(x.words)]
    below = own or lines[1:2]
    if not below or rules.photo(lines[0].words) or not _heads(lines[0], below[0]):
        return None
    brief = len(lines[0].words.split()) <= KICKER < len(below[0].words.split())
    if brief and len(below) > 1 and below[0] == lines[1] and _heads(*below[:2]):
        return 1, 2
    return 0, 1


def _heads(line: Line, below: Line) -> bool:
    """Whether a line looks like a title: short, no stop, more below."""
    if line.kind or not _short(line.words):
        return False
    return below.apart or len(below.words) > 1.5 * len(line.words)


def _short(words: str) -> bool:
    """Whether `words` are short, with no stop at the end or inside."""
    if len(words) > TITLE_LENGTH or STOPPED.search(words):
        return False
    return not INNER.search(words) or len(sentences(words, "und")) == 1


def _titled(line: Line, title: str) -> list[Piece]:
    """Cut the title off a line that goes on behind it."""
    end = line.start + len(title)
    if title and len(line.words) > len(title) and line.words.startswith(title):
        gap = len(line.words[len(title) :]) - len(line.words[len(title) :].lstrip())
        return [
            Piece("title", line.start, end),
            Piece("paragraph", end + gap, line.end),
        ]
    return [Piece("title", line.start, line.end)]


def _ruled(line: Line, short: str, rules: LineRules) -> list[Piece]:
    """Apply the rules to one line; `short` is what a line without rule is."""
    start, end, words, _, kind = line
    if kind:
        return [Piece(kind, start, end)]
    head = rules.head(words)
    if head and len(words) - len(head[1]) >= REST:
        inside = start + len(head[1].rstrip())
        rest = words[len(head[1]) :].lstrip()
        more = Line(end - len(rest), end, rest, line.apart, rules.whole(rest))
        return [Piece(head[0], start, inside), *_ruled(more, "paragraph", rules)]
    tail = rules.tail(words)
    above = words[: -len(tail[1])].rstrip() if tail else ""
    if tail and above and (not tail[2] or len(words) <= RULE_LENGTH):
        credit = end - len(tail[1].lstrip())
        return [
            Piece("caption" if tail[2] else short, start, start + len(above)),
            Piece(tail[0], credit, end),
        ]
    return [Piece(short, start, end)]


def _caption(found: list[Piece], above: Line, *, last: bool) -> None:
    """Make the short line right above a credit its caption."""
    if (
        len(found) < 2
        or found[-2].kind != "paragraph"
        or found[-2].start != above.start
    ):
        return
    end_of_body = last and STOPPED.search(above.words)
    if len(above.words) <= RULE_LENGTH and not end_of_body:
        found[-2] = found[-2]._replace(kind="caption")
