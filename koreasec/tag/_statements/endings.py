"""Who says what where the verb stands last: Korean and Japanese."""

from __future__ import annotations

import re

from .cues import HIDDEN, Cue
from .frames import Frame
from .grammar import Grammar
from .quotes import Quote
from .sources import Source
from .view import Said, View

LETTER = re.compile(rf"[^\W_{HIDDEN}]")
HANGUL = re.compile("[가-힣]")
COMMA = re.compile("[,、，]")
CALLED = 3  # words of a quotation that is only a name for something
TAIL = 40  # letters between the end of what is said and its verb
ROLE = 18  # letters between a speaker and its particle
BEFORE = 40


def said(view: View, frame: Frame, rules: Grammar) -> list[Said]:
    """Return what is said in a frame whose verbs stand last."""
    found: list[Said] = []
    taken: set[Quote] = set()
    floor = base = frame.start
    for cue in view.cues_of(frame):
        if cue.start < floor:
            continue
        if cue.kind == "citing":
            floor = cue.stop
        elif cue.kind == "call":
            taken.update(q for q in frame.quotes if _named(view, q, cue))
        elif cue.kind == "after":
            made = _according(view, frame, cue)
            found += [made] if made else []
        else:
            made = _verb(view, frame, rules, cue, (base, floor), taken)
            made = made and _inner(view, rules, made, base)
            if made is not None:
                found += _clause(view, rules, made, base)
                comma = COMMA.search(view.masked, cue.stop, cue.stop + ROLE)
                floor = base = comma.end() if comma else cue.stop
                taken.update(
                    q for q in frame.quotes if made.start <= q.start < made.end
                )
                found.append(made)
    if any(one.cue and one.cue.kind == "after" for one in found):
        found = [o for o in found if not (o.cue and o.cue.kind == "impersonal")]
    for quote in frame.quotes:
        if quote not in taken:
            found += _tied(view, frame, rules, quote)
    return sorted(found, key=lambda one: one.start)


def _inner(view: View, rules: Grammar, said: Said, base: int) -> Said:
    """Part who says something from who reports that: ...은 ...이 "..."고 했다고."""
    cue = said.cue
    told = cue is not None and rules.nested.match(view.masked, cue.stop)
    if not told:
        return said
    near = view.sources_in(base, said.start)
    ends = [(one, _particle(view, rules.subject, one, said.start)) for one in near]
    inner = [(one, end) for one, end in ends if end > 0 and one != said.source]
    if not inner:
        return said
    source, end = inner[-1]
    start = max(said.start, end) if said.mode != "direct" else said.start
    return said._replace(start=start, source=source, relay=said.source)


def _clause(view: View, rules: Grammar, said: Said, base: int) -> list[Said]:
    """Return the clause that a quotation goes on, tied to it by a particle."""
    end = len(view.masked[base : said.start].rstrip()) + base
    source = said.source
    tied = said.mode == "direct" and rules.ends.search(view.masked[base:end])
    if not tied or source is None or not base <= source.start < said.start:
        return []
    _, start = _speaker(view, rules, base, end)
    made = view.told(_over(view, rules, start, end), end, (), said.cue, source)
    return [made] if made and view.words(made.start, made.end) > CALLED else []


def _named(view: View, quote: Quote, cue: Cue) -> bool:
    """Tell whether a short quotation is only what somebody calls something."""
    return 0 <= cue.start - quote.end < TAIL and view.words(*quote[:2]) <= CALLED


def _according(view: View, frame: Frame, cue: Cue) -> Said | None:
    near = view.sources_in(max(frame.start, cue.start - BEFORE), cue.start)
    source = near[-1] if near else None
    return view.told(cue.stop, frame.end, frame.quotes, cue, source)


def _verb(
    view: View,
    frame: Frame,
    rules: Grammar,
    cue: Cue,
    floors: tuple[int, int],
    taken: set[Quote],
) -> Said | None:
    """Return what is said before a verb, where a particle ties it to the verb."""
    base, floor = floors
    end = _tie(view, rules, cue, floor)
    if end < 0:
        return None
    if cue.kind == "impersonal":
        return view.told(floor, end, frame.quotes, cue, None)
    quote = next((q for q in frame.quotes if q.end == end), None)
    start = floor
    source, _ = _speaker(view, rules, end, cue.start)
    if source is None:
        source, start = _speaker(view, rules, base, quote.start if quote else end)
        start = max(start, floor)
    if source is None:
        source, start = _speaker(view, rules, frame.start, floor)[0], floor
    whole = quote is not None and _whole(view, rules, quote, start)
    if quote is not None and quote not in taken and whole:
        return Said(quote.start, quote.end, "direct", cue, source)
    start = _over(view, rules, start, end)
    return view.told(start, end, frame.quotes, cue, source)


def _over(view: View, rules: Grammar, start: int, end: int) -> int:
    """Step over days and places between a speaker and what is said."""
    at = start
    for _ in range(3):
        while at < end and view.masked[at] in " ,、に":
            at += 1
        place = rules.adverb.match(view.masked, at, end)
        at = place.end() if place else view.days.get(at, at)
    return at if view.words(at, end) > 1 else start


def _whole(view: View, rules: Grammar, quote: Quote, start: int) -> bool:
    """Tell whether a quotation is all that is said, not the end of a clause."""
    before = view.masked[max(start, quote.start - 12) : quote.start].rstrip()
    return view.words(*quote[:2]) > 1 or not LETTER.search(before)


def _tie(view: View, rules: Grammar, cue: Cue, floor: int) -> int:
    """Return where what is said before a verb ends, -1 where nothing is."""
    low = max(floor, cue.start - TAIL)
    if rules.lang == "ja":
        return _japanese_tie(view, rules, cue, low)
    best = -1
    inside = HANGUL.match(view.masked, cue.start - 1) if cue.start else None
    for match in rules.quotative.finditer(view.masked, low, cue.start):
        at, end = match.span()
        if inside and end < cue.start:
            continue  # the cue is the end of another verb
        if view.masked[end : end + 1].isalnum() and end < cue.start:
            continue
        before = view.masked[at - 1 : at]
        if before == HIDDEN or rules.ends.search(view.masked[max(low, at - 3) : end]):
            best = at
    if best < 0 and not inside:
        nominal = rules.nominal.search(view.masked[low : cue.start])
        best = low + nominal.start() if nominal else -1
    return best


def _japanese_tie(view: View, rules: Grammar, cue: Cue, low: int) -> int:
    if view.low.startswith("と", cue.start) or cue.kind == "impersonal":
        return cue.start
    text, best = view.masked, -1
    for match in rules.quotative.finditer(text, low, cue.start):
        joined = match.end() == cue.start or text[match.start() - 1] == HIDDEN
        if joined or COMMA.match(text, match.end()):
            best = match.start()
        near = view.sources_in(match.end(), match.end() + 1)
        if near and _particle(view, rules.subject, near[0], cue.start) > 0:
            best = match.start()
    return best


def _speaker(
    view: View, rules: Grammar, floor: int, end: int
) -> tuple[Source | None, int]:
    """Return the topic or subject before what is said, and where that begins."""
    near = [one for one in view.sources_in(floor, end) if one.end <= end]
    for pattern in (rules.topic, rules.subject):
        for one in near:
            stop = _particle(view, pattern, one, end)
            if stop >= 0:
                return one, stop
    return None, floor


def _particle(view: View, pattern: re.Pattern[str], one: Source, end: int) -> int:
    """Return where the particle behind a speaker ends, -1 where it has none."""
    if one.kind == "pronoun" and not view.masked[one.end : one.end + 1].isalpha():
        return one.end
    tail = view.masked[one.end : min(one.end + ROLE, end)]
    for match in pattern.finditer(tail):
        rest = tail[match.end() : match.end() + 1]
        between = tail[: match.start()]
        if view.sources_in(one.end, one.end + match.start()):
            return -1
        if HIDDEN in between or COMMA.search(between) or between.count(" ") > 1:
            return -1
        if not rest or not rest.isalnum() or view.reading.lang(one.start) == "ja":
            return one.end + match.end()
    return -1


def _tied(view: View, frame: Frame, rules: Grammar, quote: Quote) -> list[Said]:
    """Return a quotation tied to what follows by its particle alone."""
    tie = rules.quotative.match(view.masked, quote.end)
    if not tie or view.words(*quote[:2]) < 2 or rules.lang == "ja":
        return []
    source, _ = _speaker(view, rules, frame.start, quote.start)
    if source is None:
        return []
    cue = Cue(tie.start(), tie.end(), tie.end(), "state", rules.lang)
    return [Said(quote.start, quote.end, "direct", cue, source)]
