"""Quotations by their marks: nested, unbalanced, several paragraphs long."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKS = re.compile("[\"“”„«»‹›「」『』《》'\n]")
CLOSES = {
    "“": '”“"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"“”',
    "”": "”",
    "'": "'",
}
OPENING = frozenset(CLOSES)
NEVER_OPEN = frozenset("」』》")
DEEP = 6  # marks that may stand open at once
INSIDE = re.compile(r"[^\s.,;:!?…)\]]")
SPACED = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ0-9]")
EDGE = re.compile(r"[\s(\[{<—–\-:,;]")


class Quote(NamedTuple):
    """An outermost quotation with its marks; ``closed`` if no mark is missing."""

    start: int
    end: int
    closed: bool


def quotes(low: str) -> list[Quote]:
    """Return the outermost quotations of a text, in reading order."""
    stack: list[tuple[str, int]] = []
    found: list[Quote] = []
    last_inner = -1
    for match in MARKS.finditer(low):
        mark, at = match.group(), match.start()
        if mark == "\n":
            if stack and not _goes_on(low, at, stack[0][0]):
                found.append(_broken(low, stack[0][1], at, last_inner))
                stack = []
            continue
        if stack and _closes(low, stack, mark, at):
            if len(stack) == 1:
                found.append(Quote(stack[0][1], at + 1, True))
            else:
                last_inner = at + 1
            stack.pop()
        elif _opens(low, mark, at, stack):
            if stack and stack[0][0] == mark and mark in '"“«' and _anew(low, at):
                continue  # each paragraph of a long quotation opens again
            if stack and stack[-1][0] == mark and mark in '"“”':
                found.append(_broken(low, stack[0][1], at, last_inner))
                stack = []
            if len(stack) < DEEP:
                stack.append((mark, at))
    if stack:
        found.append(_broken(low, stack[0][1], len(low), last_inner))
    return [quote for quote in found if quote.end - quote.start > 2]


def _closes(low: str, stack: list[tuple[str, int]], mark: str, at: int) -> bool:
    """Tell whether `mark` closes the last open one, or one around it."""
    if mark not in CLOSES[stack[-1][0]]:
        if mark not in "\"'" and mark in "".join(CLOSES[one] for one, _ in stack):
            while mark not in CLOSES[stack[-1][0]]:
                stack.pop()
            return True
        return False
    if mark == "'":
        after = low[at + 1 : at + 2]
        return not SPACED.match(after) and not low[at - 1].isspace()
    if mark == '"':
        before, after = low[at - 1 : at], low[at + 1 : at + 2]
        return not (EDGE.match(before) and INSIDE.match(after))
    return not (mark == "“" and stack[-1][0] == "“")


def _opens(low: str, mark: str, at: int, stack: list[tuple[str, int]]) -> bool:
    if mark not in OPENING or mark in NEVER_OPEN:
        return False
    before, after = low[at - 1 : at] if at else "", low[at + 1 : at + 2]
    if not after or (after.isspace() and mark not in "«"):
        return False
    if mark in "'”»›":
        free = not before or bool(EDGE.match(before))
        return free and after.isalnum() and not (mark == "'" and stack)
    return True


def _anew(low: str, at: int) -> bool:
    """Tell whether a line begins at `at`."""
    return not low[low.rfind("\n", 0, at) + 1 : at].strip()


def _goes_on(low: str, at: int, mark: str) -> bool:
    """Tell whether the paragraph after the line end `at` opens the quotation again."""
    rest = low[at + 1 : at + 12].lstrip()
    again = mark if mark not in "„" else "„"
    return rest.startswith((again, *("»" if mark == "«" else "")))


def _broken(low: str, start: int, end: int, inner: int) -> Quote:
    """End a quotation that no mark closes: with one inside it, or where it must."""
    if inner > start and not low[inner:end].strip(" .,;!?"):
        return Quote(start, inner, True)  # one mark for both: «... «...»
    return Quote(start, start + len(low[start:end].rstrip()), False)
