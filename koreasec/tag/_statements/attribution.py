"""A verb of saying, its speaker and the edges of their clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import subjects
from .cues import VERBS, Cue
from .frames import Frame
from .grammar import Grammar
from .sources import Source
from .speakers import outlets
from .subjects import FEW, LETTER
from .view import View

BREAKS = re.compile(r"[,;:，；：、]| --? |—|–")


class Attribution(NamedTuple):
    """
    A cue with its speaker.

    ``left`` and ``right`` are the edges of their clause, ``after`` tells that the
    speaker stands behind the verb, ``relay`` who passes the words on.
    """

    cue: Cue
    source: Source | None
    left: int
    right: int
    after: bool
    relay: Source | None = None


def attributions(view: View, frame: Frame, rules: Grammar) -> list[Attribution]:
    """Return the verbs of saying in a frame with their speakers, in order."""
    found: list[Attribution] = []
    floor = frame.start
    for cue in view.cues_of(frame):
        if cue.kind not in VERBS or rules.objects.match(view.masked, cue.stop):
            continue
        last = found[-1].source if found else None
        if cue.kind == "quote" and found and _aside(view, found[-1], cue):
            near = view.sources_in(
                cue.end, subjects.clause_end(view, frame, rules, cue)
            )
            found[-1] = found[-1]._replace(relay=near[0] if near else None)
            continue
        one = _attribution(view, frame, rules, cue, floor, last)
        found.append(_relayed(view, rules, frame, one))
        floor = cue.stop
    return found


def _aside(view: View, last: Attribution, cue: Cue) -> bool:
    """Tell whether a verb of quoting adds who cites the speaker before it."""
    if last.source is None or cue.start < last.right:
        return False
    return view.words(last.right, cue.start) <= FEW


def _attribution(
    view: View,
    frame: Frame,
    rules: Grammar,
    cue: Cue,
    floor: int,
    last: Source | None,
) -> Attribution:
    floor = max([floor, *_ends_before(view, frame, cue)])
    left = floor
    for match in BREAKS.finditer(view.masked, floor, cue.start):
        left = match.end()
    right = subjects.clause_end(view, frame, rules, cue)
    pronoun = subjects.pronoun(view, cue)
    if pronoun is not None:
        return Attribution(cue, pronoun, left, right, after=True)
    subject = subjects.before(view, rules, cue, left)
    if subject is not None:
        return Attribution(cue, subject, left, right, after=False)
    stranger = subjects.stranger(view, rules, left, cue)
    if stranger is not None:
        return Attribution(cue, stranger, left, right, stranger.start >= cue.end)
    behind = subjects.behind(view, cue, right)
    if behind is not None and subjects.inverts(view, frame, rules, cue, left, behind):
        return Attribution(cue, behind, left, max(right, behind.end), after=True)
    bare = not LETTER.search(view.masked, left, cue.start)
    if last is not None and (bare or left == floor):
        return Attribution(cue, last, left, right, after=False)
    return _farther(view, frame, cue, floor, left, right)


def _ends_before(view: View, frame: Frame, cue: Cue) -> list[int]:
    """Return where quotations before a verb end; a name in marks is a word."""
    return [
        quote.end
        for quote in frame.quotes
        if quote.end <= cue.start
        and (
            view.words(*quote[:2]) > FEW
            or view.masked[quote.end : quote.end + 1] == ","
        )
    ]


def _farther(
    view: View, frame: Frame, cue: Cue, floor: int, left: int, right: int
) -> Attribution:
    """Look for the speaker before the comma that the clause of the verb begins with."""
    inside = [one for one in view.sources_in(left, cue.start) if one.inside]
    inside = inside or [one for one in view.sources_in(cue.end, right) if one.inside]
    if inside:
        return Attribution(cue, inside[-1], left, right, after=False)
    quoted = any(q.end == floor for q in frame.quotes)
    near = subjects.nearest(view.sources_in(floor, left), first=True)
    if near is not None and not quoted:
        return Attribution(cue, near, near.start, right, after=False)
    bare = not LETTER.search(view.masked, left, cue.start)
    return Attribution(cue, None, left, right, after=bare)


def _relayed(view: View, rules: Grammar, frame: Frame, one: Attribution) -> Attribution:
    """Tell an outlet that passes words on from the one who says them."""
    known, near = outlets(), view.sources_in(one.cue.stop, one.right)
    if one.cue.kind == "quote":
        told = [other for other in near if other != one.source]
        return one._replace(source=told[0], relay=one.source) if told else one
    if one.cue.kind == "passive":
        near = view.sources_in(one.left, frame.end)
        agents = [other for other in near if other.actor in known]
        passes = next((other for other in agents if other != one.source), None)
        return one._replace(relay=passes)
    source = one.source
    if source is None or not one.after or source.actor not in known:
        return one
    told = [other for other in near if other.start > source.start]
    if told and told[0].start - source.end <= FEW and told[0].actor not in known:
        return one._replace(source=told[0], relay=source)  # сообщил ТАСС источник
    return one
