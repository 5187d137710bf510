"""Statements without a word of saying: quotations alone, and the mood of a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .frames import Frame
from .grammar import Grammar
from .view import Said, View

MOOD = "told by the mood of the verb"
LETTER = re.compile(r"[^\W_]")
DENSE = ("。", "！", "？")
ENDED = ".!?…。！？"


def alone(
    view: View, frame: Frame, found: Sequence[Said], before: Sequence[Said]
) -> list[Said]:
    """Return the quotations that no cue claims but that are sentences of their own."""
    made = []
    for quote in frame.quotes:
        if any(one.start <= quote.start < one.end for one in found):
            continue
        if not _sentence(view, frame, quote.start, quote.end):
            continue
        last = before[-1] if before else None
        near = last is not None and view.low.count("\n", last.end, quote.start) <= 2
        source = last.source if last is not None and near else None
        if found:
            source = found[-1].source
        problem = "" if source else "no speaker beside the quotation"
        made.append(Said(quote.start, quote.end, "direct", None, source, None, problem))
    return made


def _sentence(view: View, frame: Frame, start: int, end: int) -> bool:
    """Tell whether a quotation is a sentence, not a name or a word apart."""
    inner = view.low[start + 1 : end - 1].strip()
    if view.words(start, end) < 2:
        return False
    ended = (
        inner[-1:] in ENDED
        or view.low[end : end + 1] in tuple(ENDED + "\n")
        or (end >= len(view.low))
    )
    left = view.masked[frame.start : start].rstrip()
    opens = not LETTER.search(left) or left.endswith((":", "："))
    alone = not LETTER.search(view.masked, end, frame.end) or inner[-1:] in DENSE
    return opens and ((ended and alone) or (alone and view.words(start, end) > 3))


def by_mood(
    view: View, frame: Frame, rules: Grammar, before: Sequence[Said]
) -> list[Said]:
    """Return a sentence whose verb shows that somebody else says it."""
    stop = view.masked.find(",", frame.start, frame.end)
    main = frame.start, stop if stop > 0 else frame.end
    last = before[-1] if before and before[-1].source else None
    if last is None:
        if not rules.certain.search(view.masked, *main):
            return []
    elif not rules.reported.search(view.masked, frame.start, frame.end) and (
        last.mode == "direct" or not rules.carried.search(view.masked, *main)
    ):
        return []
    made = view.told(frame.start, frame.end, frame.quotes, None, None)
    if made is None or made.mode == "direct":
        return []
    if last is None:
        return [made._replace(problem=f"{MOOD}; no speaker is told")]
    return [made._replace(source=last.source, relay=last.relay, problem=MOOD)]
