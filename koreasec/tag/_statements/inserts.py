"""Words of the writer inside a quotation: «Это, - отметил он, - было давно»."""

from __future__ import annotations

from collections.abc import Sequence

from .._fold import Reading
from .cues import HIDDEN, VERBS, look
from .grammar import grammar
from .quotes import Quote
from .sources import Source, sources
from .view import Said


def said(reading: Reading, quotes: Sequence[Quote]) -> list[tuple[Quote, Said]]:
    """Return the quotations that name their speaker inside, with the statement."""
    spans = [span for quote in quotes for span in _spans(reading, quote)]
    if not spans:
        return []
    parts, at = [], 0
    for start, end in spans:
        parts += [HIDDEN * (start - at), reading.low[start:end]]
        at = end
    masked = "".join([*parts, HIDDEN * (len(reading.low) - at)])
    cues, words = look(reading, masked)
    near = sources(reading, masked, words, cues)
    found = []
    for quote in quotes:
        cue = next(
            (c for c in cues if quote.start < c.start < quote.end and c.kind in VERBS),
            None,
        )
        if cue is not None:
            span = next(s for s in spans if s[0] <= cue.start < s[1])
            source = _source(near, *span)
            found.append((quote, Said(quote.start, quote.end, "direct", cue, source)))
    return found


def _spans(reading: Reading, quote: Quote) -> list[tuple[int, int]]:
    rules = grammar(reading.lang(quote.start)) or grammar(reading.document.lang)
    if rules is None:
        return []
    found = rules.insert.finditer(reading.low, quote.start, quote.end)
    return [match.span(1) for match in found]


def _source(near: Sequence[Source], start: int, end: int) -> Source | None:
    free = [one for one in near if start <= one.start < end and not one.oblique]
    return free[0] if free else None
