"""Who says what where the verb follows its subject, or stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .cues import HIDDEN, VERBS, Cue
from .frames import Frame
from .grammar import Grammar
from .quotes import Quote
from .sources import Source
from .view import Said, View

BREAKS = re.compile(r"[,;:()，；：、]| [-—] |—|–")
STOPS = re.compile(r"[,;:!?()\n，；：。]|\.(?=\s|\Z)| - |—")
LETTER = re.compile(r"[^\W_]")
DAY = re.compile(r"(?:on |late |early |in |at )*")
SHORT = 14  # words that may stand beside the verb that ends a sentence
REACH = 170
QUOTE_REACH = 130


class Attribution(NamedTuple):
    """A cue with its speaker; ``left`` and ``right`` are the edges of their clause."""

    cue: Cue
    source: Source | None
    left: int
    right: int
    inverted: bool


def attributions(view: View, frame: Frame, rules: Grammar) -> list[Attribution]:
    """Return the verbs of saying in a frame with their speakers, in order."""
    found: list[Attribution] = []
    floor = frame.start
    for cue in view.cues_in(frame.start, frame.end):
        if cue.kind not in VERBS:
            continue
        found.append(_attribution(view, frame, rules, cue, floor))
        floor = cue.stop
    return found


def _attribution(
    view: View, frame: Frame, rules: Grammar, cue: Cue, floor: int
) -> Attribution:
    before = [quote.end for quote in frame.quotes if quote.end <= cue.start]
    floor = max([floor, *before])
    left = floor
    for match in BREAKS.finditer(view.masked, floor, cue.start):
        left = match.end()
    subject = _subject(view.sources_in(left, cue.start))
    right = _right(view, frame, rules, cue)
    if subject is not None:
        return Attribution(cue, subject, left, right, inverted=False)
    bare = not LETTER.search(view.masked, left, cue.start)
    after = _subject(view.sources_in(cue.end, right)[:2], first=True)
    if after is not None and _inverts(view, rules, cue, left, after, bare, frame):
        end = max(right, after.end)
        return Attribution(cue, after, left, end, inverted=True)
    farther = _subject(view.sources_in(floor, left), first=True)
    if farther is not None and not before:
        return Attribution(cue, farther, farther.start, right, inverted=False)
    inside = [one for one in view.sources_in(left, cue.start) if one.inside]
    source = inside[-1] if inside else None
    return Attribution(cue, source, left, right, inverted=bare and source is None)


def _inverts(
    view: View,
    rules: Grammar,
    cue: Cue,
    left: int,
    after: Source,
    bare: bool,
    frame: Frame,
) -> bool:
    """Tell whether a speaker after the verb is its subject."""
    if rules.lang == "en":
        near = after.start - cue.end <= 24
        return near and bare and left > frame.start
    return rules.order != "verb-then-words"


def _subject(found: Sequence[Source], *, first: bool = False) -> Source | None:
    free = [one for one in found if not one.oblique]
    if not free:
        return None
    return free[0] if first else free[-1]


def _right(view: View, frame: Frame, rules: Grammar, cue: Cue) -> int:
    """Return where the clause of the verb ends."""
    end = min(frame.end, cue.stop + REACH)
    quote = view.masked.find(HIDDEN, cue.stop, end)
    end = quote if quote >= 0 else end
    stop = STOPS.search(view.masked, cue.stop, end)
    end = stop.start() if stop else end
    opener = rules.complement.search(view.masked, cue.stop, end)
    return opener.start() if opener else end


def said(
    view: View, frame: Frame, rules: Grammar, found: Sequence[Attribution]
) -> list[Said]:
    """Return what each of the attributions of a frame attributes."""
    ends = {
        n: one.left for n, one in enumerate(found) if _trails(view, frame, rules, one)
    }
    out: list[Said] = []
    taken: set[Quote] = set()
    last: Source | None = None
    for number, one in enumerate(found):
        source = one.source or last
        last = source
        one = one._replace(source=source)
        quoted = _quoted(view, frame, one, taken)
        if quoted:
            out += quoted
            continue
        if one.cue.kind in ("call", "passive"):
            out += _called(view, frame, one, taken)
            continue
        limit = min([left for n, left in ends.items() if n > number] + [frame.end])
        made = (
            _before(view, frame, one, found[:number])
            if number in ends
            else _after(view, frame, rules, one, limit)
        )
        if made is not None:
            out.append(made)
            taken.update(q for q in frame.quotes if made.start <= q.start < made.end)
    return out


def _quoted(
    view: View, frame: Frame, one: Attribution, taken: set[Quote]
) -> list[Said]:
    """Return the quotations right before and after an attribution."""
    found = []
    before = [q for q in frame.quotes if q.end <= one.cue.start]
    after = [q for q in frame.quotes if q.start >= one.cue.stop]
    left = (
        before[-1] if before and _touches_left(view, frame, one, before[-1]) else None
    )
    if left is not None and left not in taken:
        found.append(left)
    if after and _touches_right(view, one, after[0], split=left is not None):
        found.append(after[0])
    taken.update(found)
    return [Said(q.start, q.end, "direct", one.cue, one.source) for q in found]


def _touches_left(view: View, frame: Frame, one: Attribution, quote: Quote) -> bool:
    edge = min(one.left, one.cue.start)
    if one.source is not None and one.source.end <= one.cue.start:
        edge = min(edge, one.source.start)
    if edge < quote.end:
        edge = quote.end
    if LETTER.search(view.masked, quote.end, edge):
        return False
    if one.cue.kind == "call":
        return False
    alone = not LETTER.search(view.masked, frame.start, quote.start)
    inner = view.low[quote.start + 1 : quote.end - 1].rstrip()
    comma = view.low[quote.end : quote.end + 2].strip()[:1] in ",-—–"
    ended = inner[-1:] in ",.!?…"
    return (alone and view.words(*quote[:2]) > 1) or comma or ended


def _touches_right(view: View, one: Attribution, quote: Quote, *, split: bool) -> bool:
    between = view.masked[one.cue.stop : quote.start]
    if len(between) > QUOTE_REACH or HIDDEN in between:
        return False
    if split:
        rest = view.masked[one.right : quote.start]
        return not LETTER.search(rest) and rest.strip()[:1] in (",", "-", "—", ":")
    if between.rstrip().endswith((":", "：", ",", "，")):
        return view.words(*quote[:2]) > 1 or between.rstrip()[-1] in ":："
    return not LETTER.search(between) or (
        one.cue.kind != "call"
        and one.right >= quote.start - 1
        and view.words(*quote[:2]) > 3
        and one.inverted
    )


def _called(
    view: View, frame: Frame, one: Attribution, taken: set[Quote]
) -> list[Said]:
    """Return the quotations of several words in what somebody calls something."""
    end = one.cue.stop + QUOTE_REACH
    for quote in frame.quotes:
        if one.cue.stop <= quote.start < end and quote not in taken:
            if view.words(*quote[:2]) > 3:
                taken.add(quote)
                return [Said(quote.start, quote.end, "mixed", one.cue, one.source)]
            return []
    return []


def _trails(view: View, frame: Frame, rules: Grammar, one: Attribution) -> bool:
    """Tell whether an attribution stands behind what is said."""
    if one.cue.kind in ("call", "passive") or one.left <= frame.start:
        return False
    if not _clause_before(view, frame, one):
        return False
    rest = view.words(one.cue.stop, frame.end)
    if rules.complement.search(view.masked, one.cue.stop, frame.end):
        return False
    if rules.lang in ("de", "fr", "ru", "uk") and one.inverted:
        return view.words(one.right, frame.end) <= SHORT
    after = view.masked[one.right : frame.end]
    opens = "," in after or ":" in after or HIDDEN in after
    return rest <= SHORT and not opens


def _clause_before(view: View, frame: Frame, one: Attribution) -> bool:
    edge = (
        view.masked[: one.left].rstrip()[-1:]
        if one.left < 400
        else (view.masked[one.left - 4 : one.left].rstrip()[-1:])
    )
    if edge not in (",", "-", "—", "–", "，", HIDDEN, ")"):
        return False
    return view.words(frame.start, one.left) > 2


def _before(
    view: View, frame: Frame, one: Attribution, earlier: Sequence[Attribution]
) -> Said | None:
    start = frame.start
    return view.told(start, one.left, frame.quotes, one.cue, one.source)


def _after(
    view: View, frame: Frame, rules: Grammar, one: Attribution, limit: int
) -> Said | None:
    """Return what is said behind an attribution, None where nothing is."""
    at = _opening(view, frame, rules, one)
    if at < 0 or at >= limit:
        return None
    if view.words(at, limit) < 2:
        return None
    return view.told(at, limit, frame.quotes, one.cue, one.source)


def _opening(view: View, frame: Frame, rules: Grammar, one: Attribution) -> int:
    """Return where what is said begins, -1 where nothing opens it."""
    end = min(frame.end, one.cue.stop + REACH)
    opener = rules.complement.search(view.masked, one.cue.stop, end)
    if opener and opener.start() <= one.right + 3:
        return opener.end()
    if rules.order == "verb-then-words":
        return _chinese(view, rules, one)
    if rules.lang == "en":
        return _english(view, frame, rules, one)
    sign = view.masked[one.right : one.right + 1]
    if sign == ":" or (sign == "," and rules.lang == "de"):
        return one.right + 1
    return -1


def _chinese(view: View, rules: Grammar, one: Attribution) -> int:
    if rules.objects.match(view.masked, one.cue.stop):
        return -1
    return one.cue.stop


def _english(view: View, frame: Frame, rules: Grammar, one: Attribution) -> int:
    at = one.cue.stop
    for _ in range(4):
        at = _over(view, rules, at, frame.end)
    if one.cue.kind == "say":
        return at
    finite = rules.finite.search(view.masked, at, min(at + 80, frame.end))
    word = view.masked[at : at + 12].split(" ")[0]
    if not finite or rules.oblique.search(f"{word} "):
        return -1
    which = re.search(r"\b(?:that|which|who|to)\b", view.masked[at : finite.start()])
    return -1 if which else at


def _over(view: View, rules: Grammar, at: int, end: int) -> int:
    """Step over a day, an adverbial or an addressee behind the verb."""
    while at < end and view.masked[at] in " ,":
        at += 1
    match = rules.adverbial.match(view.masked, at)
    if match:
        return match.end()
    day = DAY.match(view.masked, at)
    return view.days.get(day.end() if day else at, at)
