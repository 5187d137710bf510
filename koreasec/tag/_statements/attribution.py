"""A verb of saying, its speaker and the edges of their clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .cues import HIDDEN, VERBS, Cue
from .frames import Frame
from .grammar import NEVER, Grammar
from .sources import Source
from .speakers import STRANGER, outlets
from .view import View

BREAKS = re.compile(r"[,;:，；：、]| --? |—|–")
STOPS = re.compile(r"[,;:!?()\n，；：。]| --? |—")
LETTER = re.compile(rf"[^\W_{HIDDEN}]")
WITHIN = re.compile(r"-(?:t-)?(ils?|elles?)\b")
CAPITAL = r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’-]+"
NAME = rf"{CAPITAL}(?: [A-Z]\.)?(?: (?:[a-z]{{2,3}} )?{CAPITAL}){{1,2}}"
NAME_BEFORE = re.compile(rf"{NAME} \Z")
NAME_AFTER = re.compile(rf" {NAME}")
LONG = 48
BODIES = ("organisation", "agency")
APART = 45
REACH = 170
NEAR = 24  # letters between a verb and the speaker right behind it
FEW = 3


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
    for cue in view.cues_in(frame.start, frame.end):
        if cue.kind not in VERBS or rules.objects.match(view.masked, cue.stop):
            continue
        last = found[-1].source if found else None
        if cue.kind == "quote" and found and _aside(view, found[-1], cue):
            near = view.sources_in(cue.end, clause_end(view, frame, rules, cue))
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
    right = clause_end(view, frame, rules, cue)
    pronoun = _pronoun(view, cue)
    if pronoun is not None:
        return Attribution(cue, pronoun, left, right, after=True)
    last_verb = rules.lang == "de" and cue.kind == "participle"
    subject = nearest(view.sources_in(left, cue.start), first=last_verb)
    if subject is not None:
        if subject.kind == "state" and rules.inside is not NEVER:
            people = [one for one in view.sources_in(left, cue.start) if one.actor]
            named = [one for one in people if one.kind == "person" and not one.oblique]
            subject = named[-1] if named else subject
        return Attribution(cue, subject, left, right, after=False)
    stranger = _stranger(view, rules, left, cue)
    if stranger is not None:
        return Attribution(cue, stranger, left, right, stranger.start >= cue.end)
    behind = _behind(view, cue, right)
    if behind is not None and _inverts(view, frame, rules, cue, left, behind):
        return Attribution(cue, behind, left, max(right, behind.end), after=True)
    bare = not LETTER.search(view.masked, left, cue.start)
    if last is not None and (bare or left == floor):
        return Attribution(cue, last, left, right, after=False)
    return _farther(view, frame, cue, floor, left, right)


def _behind(view: View, cue: Cue, right: int) -> Source | None:
    """Return the speaker behind a verb; of a post and a name the name."""
    near = [one for one in view.sources_in(cue.end, right)[:2] if not one.oblique]
    if len(near) > 1 and near[1].actor:
        same = (near[0].kind in BODIES) == (near[1].kind in BODIES)
        noun = near[0].kind in ("person", *BODIES) and not near[0].actor
        if same and noun and near[1].start - near[0].end < APART:
            return near[1]
        genitive = near[0].kind == "state" and cue.lang == "de"
        if genitive and near[1].start - near[0].end < NEAR:
            return near[1]  # Nordkoreas staatliche Agentur
    return near[0] if near else None


def _stranger(view: View, rules: Grammar, left: int, cue: Cue) -> Source | None:
    """Return a name right beside a verb that no table knows."""
    if rules.lang == "de" or rules.order != "subject-verb":
        return None
    shown = view.reading.shown
    before = NAME_BEFORE.search(shown[max(left, cue.start - LONG) : cue.start])
    if before and rules.lang in ("en", "fr"):
        start = cue.start - len(before.group())
        return Source(start, cue.start - 1, "", "person", STRANGER)
    after = NAME_AFTER.match(shown, cue.stop)
    if after and not view.sources_in(cue.stop, after.end()):
        return Source(after.start() + 1, after.end(), "", "person", STRANGER)
    return None


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
    near = nearest(view.sources_in(floor, left), first=True)
    if near is not None and not quoted:
        return Attribution(cue, near, near.start, right, after=False)
    bare = not LETTER.search(view.masked, left, cue.start)
    return Attribution(cue, None, left, right, after=bare)


def _pronoun(view: View, cue: Cue) -> Source | None:
    """Return the pronoun that a French verb holds: a-t-il dit."""
    match = WITHIN.search(view.low, cue.start, cue.end) if cue.lang == "fr" else None
    return Source(*match.span(1), "", "pronoun", "") if match else None


def _inverts(
    view: View, frame: Frame, rules: Grammar, cue: Cue, left: int, behind: Source
) -> bool:
    """Tell whether a speaker behind the verb is its subject."""
    if rules.order == "verb-then-words":
        return False
    if rules.lang != "en":
        return True
    if LETTER.search(view.masked, left, cue.start) or left == frame.start:
        return False
    quoted = HIDDEN in view.masked[max(frame.start, left - 4) : left]
    ends = view.words(behind.end, frame.end) <= FEW
    return behind.start - cue.end <= NEAR and (quoted or ends)


def nearest(found: Sequence[Source], *, first: bool = False) -> Source | None:
    """Return the last of those who can be a subject, or the first."""
    free = [one for one in found if not one.oblique]
    if not free:
        return None
    return free[0] if first else free[-1]


def clause_end(view: View, frame: Frame, rules: Grammar, cue: Cue) -> int:
    """Return where the clause of the verb ends."""
    end = min(frame.end, cue.stop + REACH)
    quote = view.masked.find(HIDDEN, cue.stop, end)
    end = quote if quote >= 0 else end
    stop = STOPS.search(view.masked, cue.stop, end)
    end = stop.start() if stop else end
    opener = rules.complement.search(view.masked, cue.stop, end)
    return opener.start() if opener else end


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
