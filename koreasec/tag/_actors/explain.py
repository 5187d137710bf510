"""Why a span is, or is not, an actor: what was found there, taken and refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ... import knowledge
from .._candidates.nearest import nearest
from .._documents import Document, Mention
from . import verdicts
from .bodies import state_of
from .choose import Choice
from .lexicon import NAMES, actors
from .match import Hit
from .named import Named
from .refusals import Begun, begun
from .trace import Trace

VIAS = {
    "name": "is a name of",
    "demonym": "stands for",
    "metonym": "acts for",
    "office": "points back to",
    "surname": "means",
}
TERMS = {
    "body": "ministry or other body",
    "role": "post",
    "back": "noun that can point back",
}
Row = tuple[str, str, int, int, str, str]  # step, rule, start, end, outcome, note


def rows(document: Document, start: int, end: int) -> list[Row]:
    """Return what became of the span, then what was tried and refused there."""
    trace = Trace(document)
    found = [*_tagged(trace, start, end), *_names(trace, start, end)]
    found += [*_terms(trace, start, end), *_strings(trace, start, end)]
    found = list(dict.fromkeys(found))
    if {step for step, *_ in found} <= {"lookup"}:
        found.append(_unknown(document, start, end))
    return found


def _unknown(document: Document, start: int, end: int) -> Row:
    near = nearest(document.text[start:end], document.lang_at(start))
    note = "No name, post or ministry of the tables is here. If somebody is named, add"
    note += " the name: ks.tag.candidates(docs) lists such strings."
    note += f" The most alike is {near.name!r} ({near.actor})." if near.actor else ""
    return "lookup", "unknown", start, end, "refused", note


def _tagged(trace: Trace, start: int, end: int) -> Iterator[Row]:
    """Yield the mentions in the span, each with what makes it one."""
    for one in trace.over(start, end):
        rule, why = _mention(trace, one)
        outcome = "taken" if one.actor else "unclear"
        actor = f" ({one.actor})" if one.actor else ""
        note = f"{one.surface!r} {why}{actor}."
        if not one.actor:
            note += " So it stays without an actor and is in no count."
        yield "result", rule, one.start, one.end, outcome, note


def _mention(trace: Trace, one: Mention) -> tuple[str, str]:
    start, end = trace.folded(one.start), trace.folded(one.end - 1) + 1
    here = [c for c in trace.winners if (c.start, c.end) == (start, end)]
    if one.via == "surname" and here:
        return verdicts.surname(trace.reading, here[0], trace.titles, one)
    if one.via == "office":
        for phrase in trace.document.roles:
            if (phrase.start, phrase.end) == (one.start, one.end):
                return verdicts.post(trace.document, phrase, one)
    place = next((o for c in here for o in c.owners() if _is_capital(o)), "")
    if place and one.via in ("metonym", "name") and one.kind in ("state", "place"):
        return _capital(trace, one, place)
    if not one.actor:
        return "shared name", f"is a name that several bear: it {one.problem}"
    if here and len(here[0].owners()) > 1:
        others = verdicts.labelled(here[0].owners())
        who = knowledge.label(one.actor)
        return "shared name", f"can be {others}; the text makes it {who}"
    if not here and one.kind == "organisation" and one.via != "office":
        return "composed", f"is a body with its state: {knowledge.label(one.actor)}"
    return one.via, f"{VIAS[one.via]} {knowledge.label(one.actor)}"


def _is_capital(actor: str) -> bool:
    return actors().get(actor, {}).get("kind") == "place" and bool(state_of(actor))


def _capital(trace: Trace, one: Mention, place: str) -> tuple[str, str]:
    mentions = [m for m in trace.document.mentions if m.start < one.start]
    before = [
        Named(
            trace.folded(m.start), trace.folded(m.end - 1) + 1, m.actor, m.via, "name"
        )
        for m in mentions
    ]
    start, end = trace.folded(one.start), trace.folded(one.end - 1) + 1
    named = Named(start, end, place, "name", "name")
    acts = one.via == "metonym"
    rule, why = verdicts.capital(trace.reading, named, before, acts)
    what = f"stands for {knowledge.label(state_of(place))}" if acts else "is a place"
    return rule, f"{what}: it {why}"


def _names(trace: Trace, start: int, end: int) -> Iterator[Row]:
    """Yield the names found in the span that became no mention of their own."""
    done = {(one.start, one.end) for one in trace.over(start, end)}
    groups: dict[tuple[int, int], list[Hit]] = {}
    sorts = (*NAMES, "short", "decoy")
    for hit in (one for one in trace.hits if one.entry.sort in sorts):
        span = trace.span(hit)
        if span[0] < end and span[1] > start and span not in done:
            groups.setdefault(span, []).append(hit)
    yield from _other_languages(trace, start, end)
    for (first, last), found in groups.items():
        rule, why = _unchosen(trace, found)
        surface = trace.document.text[first:last]
        note = f"{surface!r} {why}."
        yield "choice", rule, first, last, "refused", note


def _other_languages(trace: Trace, start: int, end: int) -> Iterator[Row]:
    """Yield whom a mention would be in the languages that its passage is not in."""
    for one in trace.over(start, end):
        here = [hit for hit in trace.hits if trace.span(hit) == (one.start, one.end)]
        own = {hit.entry.owner for hit in here if hit.entry.lang in (one.lang, "mul")}
        for hit in here:
            entry = hit.entry
            if own and entry.owner not in own and entry.sort in NAMES:
                lang, here_lang = map(knowledge.label, (entry.lang, one.lang))
                owners = verdicts.labelled(entry.owner.split())
                note = f"{one.surface!r} is a {entry.sort} of {owners} in {lang}, but"
                note += f" the passage is {here_lang}, which has its own."
                yield "choice", "language", one.start, one.end, "refused", note


def _unchosen(trace: Trace, found: Sequence[Hit]) -> tuple[str, str]:
    """Say why a string of the tables that stands here is no mention."""
    first, entry = found[0], found[0].entry
    owners = list(dict.fromkeys(o for hit in found for o in hit.entry.owner.split()))
    over = [one for one in trace.winners if one.start < first.end > one.start]
    over = [one for one in over if one.end > first.start]
    own = [one for one in over if (one.start, one.end) == (first.start, first.end)]
    longer = [one for one in over if one not in own]
    who = f"is a name of {verdicts.labelled(owners)}" if owners else "is a decoy"
    if entry.sort == "decoy":
        return "decoy", f"belongs to nobody: {verdicts.decoy(entry.lang, entry.name)}"
    if longer:
        return _longer(trace, longer[0], who)
    if own and own[0].sort == "decoy":
        return "decoy", f"{who}, but here {verdicts.decoy(*_of(own[0]))}"
    covering = trace.over(*trace.span(first))
    if covering:
        part = f"{covering[0].surface!r} ({covering[0].actor or 'no actor'})"
        return "part", f"{who}, but part of {part} here"
    if own and own[0].sort == "surname":
        return verdicts.surname(trace.reading, own[0], trace.titles, None)
    if entry.sort == "short":
        why = "a single letter stands for a state only in a pair or before some words"
        return "one letter", f"{who}, but {why}"
    return "context", f"{who}, but the words around it give it another meaning"


def _of(choice: Choice) -> tuple[str, str]:
    return choice.entries[0].lang, choice.entries[0].name


def _longer(trace: Trace, one: Choice, who: str) -> tuple[str, str]:
    surface = trace.document.text[slice(*trace.span(one))]
    if one.sort == "decoy":
        return (
            "decoy",
            f"{who}, but part of {surface!r} here: {verdicts.decoy(*_of(one))}",
        )
    return "longer name", f"{who}, but the longer name {surface!r} wins"


def _terms(trace: Trace, start: int, end: int) -> Iterator[Row]:
    """Yield the posts and bodies in the span that are no mention."""
    done = [(one.start, one.end) for one in trace.over(start, end)]
    for phrase in trace.document.roles:
        inside = any(a <= phrase.start and phrase.end <= b for a, b in done)
        if phrase.start < end and phrase.end > start and not inside:
            rule, why = verdicts.post(trace.document, phrase, None)
            note = f"{trace.document.text[phrase.start : phrase.end]!r} {why}."
            yield "post", rule, phrase.start, phrase.end, "refused", note
    posts = [(one.start, one.end) for one in trace.document.roles]
    for hit in trace.hits:
        first, last = trace.span(hit)
        if hit.entry.sort not in TERMS or first >= end or last <= start:
            continue
        if any(a <= first and last <= b for a, b in [*done, *posts]):
            continue
        surface = trace.document.text[first:last]
        note = f"{surface!r} is a {TERMS[hit.entry.sort]}, and nothing here says whose."
        yield "post", "no owner", first, last, "refused", note


def _strings(trace: Trace, start: int, end: int) -> Iterator[Row]:
    """Yield what begins like a name in the span and is none, alike ones together."""
    taken = trace.over(start, end)
    groups: dict[tuple[int, int, str], list[Begun]] = {}
    for one in begun(trace.reading, trace.folded(start), trace.folded(end)):
        first, last = trace.span(one)
        if not any(m.start <= first and last <= m.end for m in taken):
            groups.setdefault((first, last, one.rule), []).append(one)
    for (first, last, rule), found in groups.items():
        surface = trace.document.text[first:last]
        owners = list(dict.fromkeys(o for f in found for o in f.entry.owner.split()))
        note = found[0].note
        if len(found) > 1 and rule == "begins so":
            names = list(dict.fromkeys(one.entry.name for one in found))
            listed = ", ".join(names[: verdicts.FEW])
            note = f"is only how {len(names)} names begin ({listed} ...)"
        who = f" ({verdicts.labelled(owners)})" if rule != "begins so" else ""
        yield "lookup", rule, first, last, "refused", f"{surface!r}{who} {note}."
