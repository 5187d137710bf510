"""From what frames say to rows: pronouns, quotations alone, who relays whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import endings, headlines, phrases, verbs
from .attribution import attributions
from .cues import Cue
from .frames import Frame
from .grammar import Grammar, grammar
from .sources import Source
from .speakers import BARE
from .view import Said, View

BODIES = ("organisation", "agency")
NEAR = 3
MOOD = "told by the mood of the verb"
BACK = 3  # frames that a pronoun may reach back
LETTER = re.compile(r"[^\W_]")
DENSE = ("。", "！", "？")
ENDED = ".!?…。！？"


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
        found += _said_so(view, frame, rules, found, out)
        found = [_resolved(view, number, one, out) for one in found]
        found = _told_again(found, before, out)
        if rules.order == "verb-last":
            found = [_dropped(one, before) for one in found]
        found = _relayed(view, frame, found)
        found = _nested(found)
        found += _alone(view, frame, found, before)
        if not found:
            found = _by_mood(view, frame, rules, before)
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


def _resolved(view: View, number: int, one: Said, out: Sequence[Said]) -> Said:
    """Replace a pronoun by the speaker or the person that it means."""
    source = one.source
    if source is None or not _points_back(view, source):
        return one
    first = view.frames[max(0, number - BACK)].start
    here = source.start
    person = source.kind in ("pronoun", "person")
    kinds = ("person",) if person else BODIES
    near = [
        other
        for other in view.sources_in(first, here)
        if other.kind in kinds and not other.oblique and other.actor
    ]
    said = [o.source for o in out if o.source and o.source.start >= first]
    recent = [o for o in said if o.kind in kinds]
    meant = max([*near[-1:], *recent[-1:]], key=lambda o: o.start, default=None)
    if meant is None and view.reading.lang(here) != "en":
        meant = next((o for o in reversed(said) if o.kind in BODIES), None)
    if source.kind == "person" and (not recent or meant != recent[-1]):
        return one  # "the minister" is the speaker before, or somebody unknown
    if meant is None and source.kind in ("organisation", "person"):
        return one
    if meant is None:
        empty = source._replace(kind="", problem="nobody before the pronoun")
        return one._replace(source=empty)
    told = source._replace(actor=meant.actor, kind=meant.kind, problem=meant.problem)
    return one._replace(source=told)


def _said_so(
    view: View, frame: Frame, rules: Grammar, found: Sequence[Said], out: list[Said]
) -> list[Said]:
    """Give the quotation alone before this sentence to who "said so" in it."""
    last = out[-1] if out else None
    if found or last is None or last.source or last.mode != "direct":
        return []
    so = rules.so.search(view.masked, frame.start, frame.end)
    cues = view.cues_in(so.end(), so.end() + NEAR) if so else []
    near = view.sources_in(frame.start, so.start()) if so else []
    if cues and near and view.low.count("\n", last.end, frame.start) < NEAR:
        out[-1] = last._replace(source=near[0], cue=cues[0], problem="")
    return []


def _dropped(one: Said, before: Sequence[Said]) -> Said:
    """Give what has no subject to the speaker of the sentence before."""
    silent = one.cue is None or one.cue.kind in ("impersonal", "after")
    if one.source is not None or silent or not before:
        return one
    return one._replace(source=before[-1].source)


def _told_again(
    found: Sequence[Said], before: Sequence[Said], out: list[Said]
) -> list[Said]:
    """Leave out what the sentence before gave to somebody; who repeats it relays."""
    kept = []
    for one in found:
        same = [o for o in before if one.start <= o.start and o.end <= one.end]
        if not same:
            kept.append(one)
            continue
        for other in same:
            if other.relay is None and one.source and one.source != other.source:
                spot = out.index(other)
                own = other.source and one.source.actor == other.source.actor
                out[spot] = other if own else other._replace(relay=one.source)
    return kept


def _points_back(view: View, source: Source) -> bool:
    """Tell whether a speaker is a pronoun, or a noun like "the bureau"."""
    if source.kind in ("pronoun", "thing"):
        return True
    bare = source.kind == "organisation" or source.problem == BARE
    single = view.low[source.start : source.end].count(" ") <= 1
    rules = grammar(view.reading.lang(source.start))
    if source.actor or not bare or not single or rules is None:
        return False
    words = view.masked[max(0, source.start - 12) : source.start].split(" ")
    return not rules.definite or any(word in rules.definite for word in words)


def _relayed(view: View, frame: Frame, found: Sequence[Said]) -> list[Said]:
    """Give what one cites of another to that other, and say who relays it."""
    cues = view.cues_in(frame.start, frame.end)
    found = _agents(view, frame, found, [c for c in cues if c.kind == "passive"])
    cites = [cue for cue in cues if cue.kind == "citing"]
    if not cites or not found:
        return list(found)
    cue = cites[0]
    rules = grammar(cue.lang)
    if rules and rules.order == "verb-last":
        near = view.sources_in(max(frame.start, cue.start - 30), cue.start)[-1:]
    else:
        near = view.sources_in(cue.end, min(frame.end, cue.end + 80))[:1]
    if not near:
        return list(found)
    origin = near[0]
    nearest = min(
        (one for one in found if one.source != origin),
        key=lambda one: _apart(cue, one.source, one.cue),
        default=None,
    )
    return [
        one._replace(source=origin, relay=one.source, cue=cue)
        if nearest is not None and one.source == nearest.source
        else one
        for one in found
    ]


def _agents(
    view: View, frame: Frame, found: Sequence[Said], cues: Sequence[Cue]
) -> list[Said]:
    """Let an outlet behind "cited by" relay what it cites."""
    for cue in cues:
        near = [o for o in view.sources_in(cue.end, frame.end) if o.kind == "agency"]
        if near and found:
            return [one._replace(relay=one.relay or near[0]) for one in found]
    return list(found)


def _apart(cue: Cue, source: Source | None, said: Cue | None) -> int:
    """Return how far a phrase that cites stands from a speaker or its verb."""
    spots = [one.start for one in (source, said) if one is not None]
    return min((abs(cue.start - spot) for spot in spots), default=10**6)


def _nested(found: Sequence[Said]) -> list[Said]:
    """Let who says that another says something relay it."""
    out = list(found)
    for outer in found:
        inner = [
            one
            for one in out
            if one is not outer
            and outer.start <= one.start
            and one.end <= outer.end
            and one.cue != outer.cue
            and one.source is not None
        ]
        if not inner:
            continue
        edge = min(min(o.start, o.source.start if o.source else o.start) for o in inner)
        covered = max(o.end for o in inner) - max(edge, outer.start)
        own = outer.cue is not None and outer.start <= outer.cue.start < outer.end
        for one in inner:
            if own or one.source is None or one.source == outer.source:
                continue
            out[out.index(one)] = one._replace(relay=outer.source)
        if covered * 10 >= (outer.end - outer.start) * 6 and outer in out:
            out.remove(outer)
    return out


def _alone(
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


def _by_mood(
    view: View, frame: Frame, rules: Grammar, before: Sequence[Said]
) -> list[Said]:
    """Return a sentence whose verb shows that somebody else says it."""
    stop = view.masked.find(",", frame.start, frame.end)
    main = frame.start, stop if stop > 0 else frame.end
    last = before[-1] if before and before[-1].source else None
    if last is None:
        if not rules.certain.search(view.masked, *main):
            return []
    elif not rules.reported.search(view.masked, frame.start, frame.end):
        if last.mode == "direct" or not rules.carried.search(view.masked, *main):
            return []
    made = view.told(frame.start, frame.end, frame.quotes, None, None)
    if made is None or made.mode == "direct":
        return []
    if last is None:
        return [made._replace(problem=f"{MOOD}; no speaker is told")]
    return [made._replace(source=last.source, relay=last.relay, problem=MOOD)]
