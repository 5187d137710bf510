"""From what frames say to the statements of a text, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from . import endings, headlines, phrases, pointing, relaying, silent, verbs
from .attribution import attributions
from .frames import Frame
from .grammar import Grammar, grammar
from .view import Said, View


def statements(view: View) -> list[Said]:
    """Return the statements of a text in reading order."""
    out: list[Said] = []
    before: list[Said] = []
    for number, frame in enumerate(view.frames):
        rules = grammar(view.lang(frame))
        if rules is None:
            before = []
            continue
        previous = view.frames[number - 1] if number else None
        found = _unique(_found(view, frame, rules, previous))
        if not found:
            pointing.said_so(view, frame, rules, out)
        found = [pointing.resolved(view, number, one, out) for one in found]
        found = relaying.told_again(found, before, out)
        if rules.order == "verb-last":
            found = [pointing.dropped(one, before) for one in found]
        found = relaying.relayed(view, frame, found)
        found = relaying.nested(found)
        found += silent.alone(view, frame, found, before)
        if not found:
            found = silent.by_mood(view, frame, rules, before)
        found.sort(key=lambda one: (one.start, -one.end))
        out += found
        before = found
    return out


def _found(
    view: View, frame: Frame, rules: Grammar, previous: Frame | None
) -> list[Said]:
    if rules.order == "verb-last":
        made = endings.said(view, frame, rules)
        return made or headlines.said(view, frame)
    told = [view.inserts[q] for q in frame.quotes if q in view.inserts]
    if told:
        return told
    known = attributions(view, frame, rules)
    back = headlines.back(view, frame, rules, known, previous)
    if back:
        return back
    made = verbs.said(view, frame, rules, known)
    made += phrases.said(view, frame, rules)
    return made or headlines.said(view, frame) or headlines.colon(view, frame, rules)


def _unique(found: Sequence[Said]) -> list[Said]:
    """Keep one statement a span, one with a speaker before one without."""
    best: dict[tuple[int, int], Said] = {}
    for one in found:
        old = best.get(one[:2])
        if old is None or (old.source is None and one.source is not None):
            best[one[:2]] = one
    return sorted(best.values(), key=lambda one: (one.start, -one.end))
