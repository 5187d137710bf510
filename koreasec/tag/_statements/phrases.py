"""Phrases that name a source: according to, laut, по словам, zufolge, so Kim."""

from __future__ import annotations

import re

from .cues import HIDDEN, Cue
from .frames import Frame
from .grammar import Grammar, grammar
from .sources import Source
from .subjects import fuller
from .view import Said, View

LETTER = re.compile(r"[^\W_]")
COMMA = re.compile(r"[,，、]")
ENDS = re.compile(r"[,;:.!?\n，、；]")
REACH = 110
COMMA_GAP = 6
FIRST = 24  # letters that may stand before a phrase that opens its sentence


def said(view: View, frame: Frame, rules: Grammar) -> list[Said]:
    """Return what phrases of a frame attribute."""
    found = []
    for cue in view.cues_of(frame):
        if cue.kind in ("own", "self"):
            made = _own(view, frame, rules, cue)
        elif cue.kind == "before":
            made = _with_source_after(view, frame, rules, cue)
        elif cue.kind == "so":
            made = _so(view, frame, cue)
        elif cue.kind == "after" and rules.order == "subject-verb":
            made = _with_source_before(view, frame, cue)
        elif cue.kind == "impersonal" and rules.order != "verb-last":
            made = _impersonal(view, frame, rules, cue)
        else:
            made = None
        if made is not None:
            found.append(made)
    return found


def _with_source_after(
    view: View, frame: Frame, rules: Grammar, cue: Cue
) -> Said | None:
    stop = ENDS.search(view.masked, cue.stop, min(frame.end, cue.stop + REACH))
    limit = stop.start() if stop else min(frame.end, cue.stop + REACH)
    source = fuller(view.sources_in(cue.start, limit)[:2], cue.lang)
    if source and view.words(cue.stop, source.start) > 3:
        source = None
    after = source.end if source else cue.stop
    if rules.order == "verb-then-words":
        return _chinese(view, frame, rules, cue, source, after)
    if source is None and not stop:
        return None
    source = source or Source(cue.start, cue.stop, "", "unnamed", "")
    comma = view.masked.find(",", after, min(frame.end, after + 60))
    opens = view.words(frame.start, cue.start) <= 1
    if (rules.lang != "de" and comma >= 0) or (
        rules.lang == "de"
        and comma >= 0
        and not LETTER.search(view.masked, after, comma)
    ):
        after = comma
    after = max(after, view.days.get(after + 1, after))
    return _around(view, frame, cue, source, cue.start, after, opens)


def _own(view: View, frame: Frame, rules: Grammar, cue: Cue) -> Said | None:
    """Return what a phrase like "in his words" attributes."""
    source = Source(cue.start, cue.stop, "", "pronoun", "")
    if cue.kind == "self":
        near = view.sources_in(frame.start, frame.end)
        source = next((one for one in near if not one.oblique), source)
    opens = view.words(frame.start, cue.start) <= 1
    return _around(view, frame, cue, source, cue.start, cue.stop, opens)


def _chinese(
    view: View,
    frame: Frame,
    rules: Grammar,
    cue: Cue,
    source: Source | None,
    after: int,
) -> Said | None:
    verb = rules.closer.search(view.masked, after, min(frame.end, after + 30))
    comma = COMMA.search(view.masked, after, min(frame.end, after + 40))
    if source is None or not (verb or comma):
        return None
    start = verb.end() if verb else after
    if comma and comma.start() - start < 16:
        start = comma.end()
    return view.told(start, frame.end, frame.quotes, cue, source)


def _with_source_before(view: View, frame: Frame, cue: Cue) -> Said | None:
    left = frame.start
    for match in ENDS.finditer(view.masked, frame.start, cue.start):
        left = match.end()
    near = view.sources_in(left, cue.start)
    source = near[-1] if near else None
    begins = source.start if source else left
    if left > frame.start and begins - left < COMMA_GAP:
        return view.told(cue.stop, frame.end, frame.quotes, cue, source)
    opens = left == frame.start and begins - left < FIRST
    return _around(view, frame, cue, source, left if opens else begins, cue.stop, opens)


def _around(
    view: View,
    frame: Frame,
    cue: Cue,
    source: Source | None,
    start: int,
    after: int,
    opens: bool,
) -> Said | None:
    """Make what a phrase from `start` to `after` attributes: behind, before, around."""
    if opens:
        return view.told(after, frame.end, frame.quotes, cue, source)
    comma = view.masked[max(0, start - 2) : start].strip() == ","
    rules = grammar(cue.lang)
    more = view.masked[after : after + 40].lstrip(", ")
    if comma and rules and rules.lang == "en" and rules.relative.match(more):
        return view.told(frame.start, start, frame.quotes, cue, source)
    if view.words(after, frame.end) <= (4 if comma else 2):
        made = view.told(frame.start, start, frame.quotes, cue, source)
        if made and view.words(frame.start, start) > 2:
            return made
    left = frame.start
    for match in COMMA.finditer(view.masked, frame.start, start):
        left = match.end()
    if left > frame.start and LETTER.search(view.masked, left, start):
        return view.told(left, frame.end, frame.quotes, cue, source)
    return view.told(frame.start, frame.end, frame.quotes, cue, source)


def _so(view: View, frame: Frame, cue: Cue) -> Said | None:
    before = view.masked[max(0, cue.start - 3) : cue.start].rstrip()
    if before[-1:] not in (",", HIDDEN, "-", "–", "—"):
        return None
    near = view.sources_in(cue.end, cue.end + 40)
    if not near or len(view.masked[cue.end : near[0].start].split()) > 1:
        return None
    end = near[0].end
    if view.masked[end : end + 1] == "," and HIDDEN not in before:
        return view.told(frame.start, frame.end, frame.quotes, cue, near[0])
    return view.told(frame.start, cue.start, frame.quotes, cue, near[0])


def _impersonal(view: View, frame: Frame, rules: Grammar, cue: Cue) -> Said | None:
    stop = ENDS.search(view.masked, cue.stop, min(frame.end, cue.stop + REACH))
    limit = stop.start() if stop else min(frame.end, cue.stop + REACH)
    near = view.sources_in(cue.start, limit)[:1]
    opener = rules.complement.search(view.masked, cue.stop, limit + 8)
    if opener:
        near = near or view.sources_in(frame.start, cue.start)[-1:]
    source = near[0] if near else None
    if opener:
        return view.told(opener.end(), frame.end, frame.quotes, cue, source)
    if stop and view.words(stop.end(), frame.end) > 2:
        return view.told(stop.end(), frame.end, frame.quotes, cue, source)
    left = max(frame.start, view.masked.rfind(",", frame.start, cue.start))
    if view.words(frame.start, left) > 2 or HIDDEN in view.masked[frame.start : left]:
        return view.told(frame.start, left, frame.quotes, cue, source)
    return None
