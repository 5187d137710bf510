"""Speakers that point back: pronouns, "the bureau", verbs without a subject."""

from __future__ import annotations

from collections.abc import Sequence

from .frames import Frame
from .grammar import Grammar, grammar
from .sources import Source
from .speakers import BARE
from .view import Said, View

BODIES = ("organisation", "agency")
NEAR = 3
BACK = 3  # frames that a pronoun may reach back
FAR = 40  # statements among which its speaker is looked for


def resolved(view: View, number: int, one: Said, out: Sequence[Said]) -> Said:
    """Replace a pronoun by the speaker or the person that it means."""
    source = one.source
    if source is None or not points_back(view, source):
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
    spans = [o[:2] for o in out[-FAR:] if o.end > first]
    near = [o for o in near if not any(a <= o.start < b for a, b in spans)]
    said = [o.source for o in out[-FAR:] if o.source and o.source.start >= first]
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


def points_back(view: View, source: Source) -> bool:
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


def dropped(one: Said, before: Sequence[Said]) -> Said:
    """Give what has no subject to the speaker of the sentence before."""
    silent = one.cue is None or one.cue.kind in ("impersonal", "after")
    if one.source is not None or silent or not before:
        return one
    return one._replace(source=before[-1].source)


def said_so(view: View, frame: Frame, rules: Grammar, out: list[Said]) -> None:
    """Give the quotation alone before this sentence to who "said so" in it."""
    last = out[-1] if out else None
    if last is None or last.source or last.mode != "direct":
        return
    so = rules.so.search(view.masked, frame.start, frame.end)
    cues = view.cues_in(so.end(), so.end() + NEAR) if so else []
    near = view.sources_in(frame.start, so.start()) if so else []
    if cues and near and view.low.count("\n", last.end, frame.start) < NEAR:
        out[-1] = last._replace(source=near[0], cue=cues[0], problem="")
