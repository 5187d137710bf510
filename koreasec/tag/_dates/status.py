"""
What kind of statement a dated clause is: what happened, or something else.

The words that tell it stand in the section ``status`` of ``data/dates/LANG.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from .._documents import Expression
from .direction import clause

OLD = timedelta(60)  # what ended so long before publication is background
FAR = 60  # an anniversary is named no further from its day


def status(
    text: str,
    sentence: tuple[int, int],
    e: Expression,
    words: Mapping[str, re.Pattern[str]],
    published: tuple[date | None, date | None],
) -> str:
    """
    Return ``anniversary``, ``denied``, ``hypothetical``, ``planned``, ``background``
    or ``reported``: the first of these that fits.
    """
    span = e.start, e.end
    low, high = max(sentence[0], span[0] - FAR), min(sentence[1], span[1] + FAR)
    near = clause(text, sentence, span)

    def has(name: str, where: tuple[int, int]) -> bool:
        return name in words and words[name].search(text, *where) is not None

    if has("anniversary", (low, high)):
        return "anniversary"
    if has("hypothetical", near):
        return "hypothetical"
    if has("negated", near) or has("denied", _between(text, sentence, span, words)):
        return "denied"
    return _by_time(e, *published)


def _between(
    text: str,
    sentence: tuple[int, int],
    span: tuple[int, int],
    words: Mapping[str, re.Pattern[str]],
) -> tuple[int, int]:
    """Return the words around `span` up to a "but" on either side."""
    first, last = sentence
    for turn in words["turn"].finditer(text, *sentence) if "turn" in words else ():
        if turn.end() <= span[0]:
            first = turn.end()
        elif turn.start() >= span[1]:
            return first, turn.start()
    return first, last


def _by_time(e: Expression, first: date | None, last: date | None) -> str:
    begins = e.date_from.date() if e.date_from is not None else None
    ends = e.date_to.date() if e.date_to is not None else None
    if begins and last and begins > last:
        return "planned"
    if ends and first and ends < first:
        return "background" if ends < first - OLD else "reported"
    return "planned" if e.direction == "future" else "reported"
