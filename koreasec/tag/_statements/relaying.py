"""Who passes on whose words: citing, being cited, one report in another."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue
from .frames import Frame
from .grammar import grammar
from .sources import Source
from .view import Said, View

CITED = 80  # letters behind a phrase that cites in which the source stands
BEFORE = 30  # letters before it, where the verb stands last
MOST = 0.6  # of a report that another one in it makes up


def relayed(view: View, frame: Frame, found: Sequence[Said]) -> list[Said]:
    """Give what one cites of another to that other, and say who relays it."""
    cues = view.cues_of(frame)
    found = _agents(view, frame, found, [c for c in cues if c.kind == "passive"])
    cites = [cue for cue in cues if cue.kind == "citing"]
    if not cites or not found:
        return list(found)
    cue = cites[0]
    rules = grammar(cue.lang)
    if rules and rules.order == "verb-last":
        near = view.sources_in(max(frame.start, cue.start - BEFORE), cue.start)[-1:]
    else:
        near = view.sources_in(cue.end, min(frame.end, cue.end + CITED))[:1]
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


def nested(found: Sequence[Said]) -> list[Said]:
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
        if covered >= (outer.end - outer.start) * MOST and outer in out:
            out.remove(outer)
    return out


def told_again(
    found: Sequence[Said], before: Sequence[Said], out: list[Said]
) -> list[Said]:
    """Leave out what the sentence before gave to somebody; who repeats it relays."""
    kept = []
    for one in found:
        same = {o[:2] for o in before if one.start <= o.start and o.end <= one.end}
        if not same:
            kept.append(one)
            continue
        for spot in range(max(0, len(out) - len(before)), len(out)):
            other = out[spot]
            own = other.source and one.source and one.source.actor == other.source.actor
            if other[:2] in same and other.relay is None and one.source and not own:
                out[spot] = other._replace(relay=one.source)
    return kept
