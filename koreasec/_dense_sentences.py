"""Where a sentence ends in scripts without blanks: full stops and brackets."""

from __future__ import annotations

import re

from ._sentence_rules import Rules

DENSE = re.compile(r"[。！？!?．…]+|[「『“（(《〈【]|[」』”）)》〉】]")
PAIRS = dict(zip("「『“（(《〈【", "」』”）)》〉】", strict=True))
CLOSERS = frozenset(PAIRS.values())
STOPS = frozenset("。！？!?．")
QUOTATION = 600  # characters in which a quotation must open and close


def dense_cuts(line: str, known: Rules) -> list[int]:
    """Cut at full stops outside brackets; a quotation with its stop goes on."""
    found: list[int] = []
    opened: list[int] = []
    for match in DENSE.finditer(line):
        token, end = match.group(), match.end()
        if token in PAIRS:
            opened.append(end - 1)
        elif token in CLOSERS:
            begun = opened.pop() if opened else -1
            inside = line[end - 2 : end - 1] in STOPS
            last = found[-1] if found else 0
            whole = begun >= 0 and not opened and inside
            if whole and _done(line, begun, last, end, known):
                found.append(end)
        elif _is_stop(line, token, end):
            if opened and line.find(PAIRS[line[opened[0]]], end, end + QUOTATION) < 0:
                opened = []  # a bracket that nothing closes
            if not opened:
                found.append(end)
    return found


def _is_stop(line: str, token: str, end: int) -> bool:
    """Whether a mark is a full stop; dots are only where a blank follows."""
    return token[0] in STOPS or (token[0] == "…" and line[end : end + 1].isspace())


def _done(line: str, begun: int, last: int, end: int, known: Rules) -> bool:
    """Whether a quotation that ends with a stop ends the sentence around it."""
    if any(line.startswith(word, end) for word in known.continues):
        return False
    if known.script == "Jpan" or line[end : end + 1] in (*PAIRS, " ", "\u3000"):
        return True
    return bool(line[last:begun].strip())
