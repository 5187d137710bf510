"""Sentences as they hold quotations: a quotation is never cut in two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from .._fold import Reading
from .quotes import Quote

COLON = ":"


class Frame(NamedTuple):
    """A sentence, or several that one quotation or a colon ties together."""

    start: int
    end: int
    quotes: tuple[Quote, ...]
    line: int


def frames(reading: Reading, quotes: Sequence[Quote]) -> list[Frame]:
    """Return the frames of a text in reading order, in folded offsets."""
    spans = [
        (folded(reading, start), folded(reading, end))
        for start, end in reading.document.sentences
    ]
    joined: list[list[int]] = []
    number = 0
    for start, end in spans:
        while number < len(quotes) and quotes[number].end <= start:
            number += 1
        inside = number < len(quotes) and quotes[number].start < start
        if joined and (inside or _announced(reading.low, joined[-1], start, quotes)):
            joined[-1][1] = max(end, joined[-1][1])
        else:
            joined.append([start, end])
    return _with_quotes(reading.low, joined, quotes)


def _announced(
    low: str, before: list[int], start: int, quotes: Sequence[Quote]
) -> bool:
    """Tell whether a colon hands over to a quotation that opens the next sentence."""
    if low[before[1] - 1 : before[1]] != COLON:
        return False
    at = bisect_left(quotes, start, key=lambda quote: quote.start)
    return at < len(quotes) and quotes[at].start == start


def _with_quotes(
    low: str, spans: list[list[int]], quotes: Sequence[Quote]
) -> list[Frame]:
    found, number, line, seen = [], 0, 0, 0
    for start, end in spans:
        line += low.count("\n", seen, start)
        seen = max(start, seen)
        held = []
        while number < len(quotes) and quotes[number].start < end:
            if quotes[number].start >= start:
                held.append(quotes[number])
                end = max(end, quotes[number].end)
            number += 1
        found.append(Frame(start, end, tuple(held), line))
    return found


def folded(reading: Reading, spot: int) -> int:
    """Return the folded offset of a character of the document."""
    return spot if reading.at is None else bisect_left(reading.at, spot)
