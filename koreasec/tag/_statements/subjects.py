"""Who may be the subject of a verb of saying, before it or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import HIDDEN, Cue
from .frames import Frame
from .grammar import NEVER, Grammar
from .sources import Source
from .speakers import STRANGER
from .view import View

LETTER = re.compile(rf"[^\W_{HIDDEN}]")
STOPS = re.compile(r"[,;:!?()\n，；：。]| --? |—")
WITHIN = re.compile(r"-(?:t-)?(ils?|elles?)\b")
CAPITAL = r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'’-]+"
NAME = rf"{CAPITAL}(?: [A-Z]\.)?(?: (?:[a-z]{{2,3}} )?{CAPITAL}){{1,2}}"
NAME_BEFORE = re.compile(rf"{NAME} \Z")
NAME_AFTER = re.compile(rf" {NAME}")
BODIES = ("organisation", "agency")
LONG = 48  # letters of a name
APART = 45  # letters between a post and its name
NEAR = 24  # letters between a verb and the speaker right behind it
REACH = 170
FEW = 3


def nearest(found: Sequence[Source], *, first: bool = False) -> Source | None:
    """Return the last of those who can be a subject, or the first."""
    free = [one for one in found if not one.oblique]
    if not free:
        return None
    return free[0] if first else free[-1]


def before(view: View, rules: Grammar, cue: Cue, left: int) -> Source | None:
    """Return the speaker between `left` and a verb, None where nobody stands."""
    last_verb = rules.lang == "de" and cue.kind == "participle"
    near = view.sources_in(left, cue.start)
    subject = nearest(near, first=last_verb)
    if body := _body_of(subject, near):
        return body
    if subject is not None and subject.kind == "state" and rules.inside is not NEVER:
        people = [one for one in near if one.kind == "person" and not one.oblique]
        named = [one for one in people if one.actor]
        return named[-1] if named else subject
    return subject


def _body_of(state: Source | None, near: Sequence[Source]) -> Source | None:
    """Return the body whose state follows it in the genitive, if `state` is one."""
    if state is None or state.kind != "state" or not state.actor:
        return None
    for one in near:
        if one.kind in BODIES and one.actor and 0 < state.start - one.end <= 1:
            return one
    return None


def behind(view: View, cue: Cue, right: int) -> Source | None:
    """Return the speaker behind a verb; of a post and a name the name."""
    near = [one for one in view.sources_in(cue.end, right)[:2] if not one.oblique]
    return fuller(near, cue.lang)


def fuller(near: Sequence[Source], lang: str) -> Source | None:
    """Return the first of two speakers; a name goes before its post or its state."""
    if len(near) > 1 and near[1].actor:
        same = (near[0].kind in BODIES) == (near[1].kind in BODIES)
        noun = near[0].kind in ("person", *BODIES) and not near[0].actor
        if same and noun and near[1].start - near[0].end < APART:
            return near[1]
        genitive = near[0].kind == "state" and lang == "de"
        if genitive and near[1].start - near[0].end < NEAR:
            return near[1]  # Nordkoreas staatliche Agentur
    return near[0] if near else None


def stranger(view: View, rules: Grammar, left: int, cue: Cue) -> Source | None:
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


def pronoun(view: View, cue: Cue) -> Source | None:
    """Return the pronoun that a French verb holds: a-t-il dit."""
    match = WITHIN.search(view.low, cue.start, cue.end) if cue.lang == "fr" else None
    return Source(*match.span(1), "", "pronoun", "") if match else None


def inverts(
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


def clause_end(view: View, frame: Frame, rules: Grammar, cue: Cue) -> int:
    """Return where the clause of the verb ends."""
    end = min(frame.end, cue.stop + REACH)
    quote = view.masked.find(HIDDEN, cue.stop, end)
    end = quote if quote >= 0 else end
    stop = STOPS.search(view.masked, cue.stop, end)
    end = stop.start() if stop else end
    opener = rules.complement.search(view.masked, cue.stop, end)
    return opener.start() if opener else end
