"""Who says what where the verb stands last: Korean and Japanese."""

from __future__ import annotations

import re

from .cues import HIDDEN, Cue
from .frames import Frame
from .grammar import Grammar
from .quotes import Quote
from .sources import Source
from .view import Said, View

LETTER = re.compile(r"[^\W_]")
COMMA = re.compile("[,、，]")
TAIL = 34  # letters between the end of what is said and its verb
ROLE = 16  # letters between a speaker and its particle


def said(view: View, frame: Frame, rules: Grammar) -> list[Said]:
    """Return what is said in a frame whose verbs stand last."""
    found: list[Said] = []
    taken: set[Quote] = set()
    floor = frame.start
    for cue in view.cues_in(frame.start, frame.end):
        if cue.start < floor:
            continue
        if cue.kind == "after":
            made = _according(view, frame, cue)
        elif cue.kind == "citing":
            continue
        else:
            made = _verb(view, frame, rules, cue, floor, taken)
        if made is not None:
            taken.update(q for q in frame.quotes if made.start <= q.start < made.end)
            found.append(made)
            floor = cue.stop if cue.kind != "after" else floor
    for quote in frame.quotes:
        if quote not in taken:
            found += _tied(view, frame, rules, quote)
    return sorted(found, key=lambda one: one.start)


def _according(view: View, frame: Frame, cue: Cue) -> Said | None:
    near = view.sources_in(max(frame.start, cue.start - 40), cue.start)
    source = near[-1] if near else None
    return view.told(cue.stop, frame.end, frame.quotes, cue, source)


def _verb(
    view: View, frame: Frame, rules: Grammar, cue: Cue, floor: int, taken: set[Quote]
) -> Said | None:
    """Return what is said before a verb, where a particle ties it to the verb."""
    end = _tie(view, rules, cue, floor)
    if end < 0:
        return None
    quote = next((q for q in frame.quotes if q.end == end), None)
    if cue.kind == "impersonal":
        return view.told(floor, end, frame.quotes, cue, None)
    source, start = _speaker(view, rules, floor, quote.start if quote else end)
    if quote is not None and quote not in taken:
        return Said(quote.start, quote.end, "direct", cue, source)
    return view.told(start, end, frame.quotes, cue, source)


def _tie(view: View, rules: Grammar, cue: Cue, floor: int) -> int:
    """Return where what is said before a verb ends, -1 where nothing is."""
    low = max(floor, cue.start - TAIL)
    if rules.lang == "ja":
        return _japanese_tie(view, rules, cue, low)
    best = -1
    for match in rules.quotative.finditer(view.masked, low, cue.start):
        before = view.masked[max(0, match.start() - 3) : match.start()]
        blank = view.masked[match.end() : match.end() + 1]
        if blank.isalnum() and match.end() < cue.start:
            continue
        if before.endswith(HIDDEN) or re.search("[다라자냐까]$", before) or match.group() in ("으로",):
            best = match.start()
    if best < 0:
        match = re.search(
            r"것으로(?: |$)|다는 (?:점|뜻|입장|방침)을? ?$",
            view.masked[low : cue.start],
        )
        best = low + match.start() if match else -1
    return best


def _japanese_tie(view: View, rules: Grammar, cue: Cue, low: int) -> int:
    if view.low.startswith(("と", "との"), cue.start):
        return cue.start
    at = cue.start
    text = view.masked
    best = -1
    for match in rules.quotative.finditer(text, low, at):
        if text[match.start() - 1] == HIDDEN or match.end() == at or COMMA.match(text, match.end()):
            best = match.start()
    return best


def _speaker(
    view: View, rules: Grammar, floor: int, end: int
) -> tuple[Source | None, int]:
    """Return the topic or subject before what is said, and where that begins."""
    near = view.sources_in(floor, end)
    for pattern in (rules.topic, rules.subject):
        for one in near:
            match = pattern.match(view.masked, one.end)
            if match or (one.kind == "pronoun"):
                return one, match.end() if match else one.end
    for pattern in (rules.topic, rules.subject):
        for one in near:
            tail = view.masked[one.end : min(one.end + ROLE, end)]
            word = re.match(
                rf"[^,.、\s{HIDDEN}]{{0,8}}(?: [^,.\s{HIDDEN}]{{1,8}})?", tail
            )
            found = word and re.search(f"{pattern.pattern}(?=[\\s,、]|$)", word.group())
            if found:
                return one, one.end + found.end()
    return None, floor


def _tied(view: View, frame: Frame, rules: Grammar, quote: Quote) -> list[Said]:
    """Return a quotation tied to what follows by its particle alone."""
    tie = rules.quotative.match(view.masked, quote.end)
    if not tie or view.words(*quote[:2]) < 2:
        return []
    if rules.lang == "ja":
        return []
    source, _ = _speaker(view, rules, frame.start, quote.start)
    if source is None:
        return []
    cue = Cue(tie.start(), tie.end(), tie.end(), "state", rules.lang)
    return [Said(quote.start, quote.end, "direct", cue, source)]
