"""Tell from the verbs near a time expression whether it lies ahead or behind."""

from __future__ import annotations

import re
from collections.abc import Mapping

CLAUSE = re.compile(r",(?!\d)|[;:()«»„“”\"「」–—，、；]|\s-\s")


def direction(
    text: str,
    sentence: tuple[int, int],
    span: tuple[int, int],
    cues: Mapping[str, re.Pattern[str]],
) -> str:
    """
    Return ``"past"``, ``"future"`` or ``""`` for the expression at `span`.

    The cue nearest in its clause decides, else the nearest in its sentence; of two
    equally near the one before it.
    """
    near = clause(text, sentence, span)
    return _nearest(text, near, span, cues) or _nearest(text, sentence, span, cues)


def clause(
    text: str, sentence: tuple[int, int], span: tuple[int, int]
) -> tuple[int, int]:
    first, last = sentence
    for cut in CLAUSE.finditer(text, first, last):
        if cut.end() <= span[0]:
            first = cut.end()
        elif cut.start() >= span[1]:
            last = cut.start()
            break
    return first, last


def _nearest(
    text: str,
    within: tuple[int, int],
    span: tuple[int, int],
    cues: Mapping[str, re.Pattern[str]],
) -> str:
    best = (1 << 30, 1, "")
    for name, cue in cues.items():
        for found in cue.finditer(text, *within):
            if found.end() <= span[0]:
                away, behind = span[0] - found.end(), 0
            elif found.start() >= span[1]:
                away, behind = found.start() - span[1], 1
            else:
                continue
            best = min(best, (away, behind, name))
    return best[2]
