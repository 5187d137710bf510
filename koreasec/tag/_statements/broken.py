"""Quotations whose second mark is missing: where they must end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .._fold import Reading
from .cues import HIDDEN, VERBS, look
from .frames import folded
from .quotes import Quote

EDGE = re.compile(r"[,，]| [-—–] ")
NEAR = 60  # letters between the end of a quotation and its verb


def mended(reading: Reading, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the `quotes`; one that stays open ends before its verb of saying."""
    broken = [quote for quote in quotes if not quote.closed]
    if not broken:
        return list(quotes)
    parts, at = [], 0
    for quote in broken:
        parts += [HIDDEN * (quote.start - at), reading.low[quote.start : quote.end]]
        at = quote.end
    masked = "".join([*parts, HIDDEN * (len(reading.low) - at)])
    verbs = [cue.start for cue in look(reading, masked)[0] if cue.kind in VERBS]
    sentences = [folded(reading, end) for _, end in reading.document.sentences]
    return [
        quote if quote.closed else _ended(reading.low, quote, verbs, sentences)
        for quote in quotes
    ]


def _ended(
    low: str, quote: Quote, verbs: Sequence[int], sentences: Sequence[int]
) -> Quote:
    for verb in verbs:
        if quote.start < verb < quote.end:
            edges = list(EDGE.finditer(low, max(quote.start, verb - NEAR), verb))
            if edges:
                return quote._replace(end=edges[-1].end())
    ends = [end for end in sentences if quote.start < end <= quote.end]
    return quote._replace(end=ends[0]) if ends else quote
