"""Who says what where the verb follows its subject, or stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .attribution import LETTER, REACH, Attribution
from .cues import HIDDEN
from .frames import Frame
from .grammar import Grammar
from .quotes import Quote
from .view import Said, View

DAY = re.compile(r"(?:on |late |early |in |at )*")
RELATIVE = re.compile(r"\b(?:that|which|who|to)\b")
SHORT = 14  # words that may stand beside the verb that ends a sentence
QUOTE_REACH = 130
CALLED = 3  # words of a quotation that is more than a name for something


def said(
    view: View, frame: Frame, rules: Grammar, found: Sequence[Attribution]
) -> list[Said]:
    """Return what each of the attributions of a frame attributes."""
    trailing = [_trails(view, frame, rules, one) for one in found]
    out: list[Said] = []
    taken: set[Quote] = set()
    for number, one in enumerate(found):
        if one.source is None and number:
            one = one._replace(source=found[number - 1].source)
        made = [
            *_quoted(view, frame, one, taken),
            *_called(view, frame, one, taken),
        ]
        if not made and one.cue.kind not in ("call", "passive"):
            later = zip(found[number + 1 :], trailing[number + 1 :], strict=True)
            limit = min((other.left for other, yes in later if yes), default=frame.end)
            if trailing[number]:
                made = _before(view, frame, rules, one)
            else:
                made = _after(view, frame, rules, one, limit)
        taken.update(
            q for q in frame.quotes for m in made if m.start <= q.start < m.end
        )
        out += [piece._replace(relay=one.relay) for piece in made]
    return out


def _quoted(
    view: View, frame: Frame, one: Attribution, taken: set[Quote]
) -> list[Said]:
    """Return the quotations right before and after an attribution."""
    found = []
    before = [q for q in frame.quotes if q.end <= one.cue.start]
    after = [q for q in frame.quotes if q.start >= one.cue.stop]
    left = bool(before) and _touches_left(view, frame, one, before[-1])
    if left and before[-1] not in taken:
        found.append(before[-1])
    if after and _touches_right(view, one, after[0], split=left):
        found.append(after[0])
    taken.update(found)
    return [Said(q.start, q.end, "direct", one.cue, one.source) for q in found]


def _touches_left(view: View, frame: Frame, one: Attribution, quote: Quote) -> bool:
    edge = min(one.left, one.cue.start)
    if one.cue.kind == "call":
        return False
    if LETTER.search(view.masked, quote.end, max(edge, quote.end)):
        return False
    alone = not LETTER.search(view.masked, frame.start, quote.start)
    inner = view.low[quote.start + 1 : quote.end - 1].rstrip()
    comma = view.low[quote.end : quote.end + 2].strip()[:1] in (",", "-", "—", "–")
    ended = inner[-1:] in (",", ".", "!", "?", "…", "，", "。", "！", "？")
    enough = view.words(*quote[:2]) > 1
    return enough and (alone or comma or ended)


def _touches_right(view: View, one: Attribution, quote: Quote, *, split: bool) -> bool:
    between = view.masked[one.cue.stop : quote.start]
    if len(between) > QUOTE_REACH or HIDDEN in between:
        return False
    enough = view.words(*quote[:2])
    if split:
        rest = view.masked[one.right : quote.start].strip()
        return not LETTER.search(rest) and rest[:1] in (",", "-", "—", ":")
    sign = between.rstrip()[-1:]
    if sign in (":", "："):
        return True
    if one.cue.kind == "call":
        return False
    if sign in (",", "，"):
        return enough > 1 and one.right >= quote.start - 3
    bare = not LETTER.search(between)
    return enough > 2 and (bare or (one.after and one.right >= quote.start - 1))


def _called(
    view: View, frame: Frame, one: Attribution, taken: set[Quote]
) -> list[Said]:
    """Return a quotation of several words in what somebody calls something."""
    if one.cue.kind != "call":
        return []
    end = min(one.cue.stop + QUOTE_REACH, frame.end)
    for quote in frame.quotes:
        if one.cue.stop <= quote.start < end and quote not in taken:
            if view.words(*quote[:2]) <= CALLED:
                return []
            return [Said(quote.start, quote.end, "mixed", one.cue, one.source)]
    return []


def _trails(view: View, frame: Frame, rules: Grammar, one: Attribution) -> bool:
    """Tell whether an attribution stands behind what is said."""
    if one.cue.kind in ("call", "passive") or one.left <= frame.start:
        return False
    edge = view.masked[max(frame.start, one.left - 4) : one.left].rstrip()[-1:]
    if edge not in (",", "-", "—", "–", HIDDEN, ")"):
        return False
    few = 0 if one.after else 2
    if view.words(frame.start, one.left) <= few:
        return False
    if rules.complement.search(view.masked, one.cue.stop, frame.end):
        return False
    if one.after:
        return view.words(one.right, frame.end) <= SHORT * 2
    after = view.masked[one.right : frame.end]
    opens = "," in after or ":" in after or HIDDEN in after
    return view.words(one.cue.stop, frame.end) <= SHORT and not opens


def _before(view: View, frame: Frame, rules: Grammar, one: Attribution) -> list[Said]:
    """Return what stands before an attribution, and what goes on behind it."""
    parts = [view.told(frame.start, one.left, frame.quotes, one.cue, one.source)]
    if parts[0] is None:
        short = view.trimmed(frame.start, one.left)
        parts = [Said(*short, "indirect", one.cue, one.source)]
    if one.after and view.masked[one.right : one.right + 1] == ",":
        follows = view.masked[one.right + 1 : frame.end].lstrip()
        if not rules.relative.match(follows):
            args = (frame.quotes, one.cue, one.source)
            parts.append(view.told(one.right + 1, frame.end, *args))
    return [part for part in parts if part is not None]


def _after(
    view: View, frame: Frame, rules: Grammar, one: Attribution, limit: int
) -> list[Said]:
    """Return what is said behind an attribution, nothing where nothing is."""
    at = _opening(view, frame, rules, one)
    if at < 0 or at >= limit or view.words(at, limit) < 2:
        return []
    made = view.told(at, limit, frame.quotes, one.cue, one.source)
    return [] if made is None else [made]


def _opening(view: View, frame: Frame, rules: Grammar, one: Attribution) -> int:
    """Return where what is said begins, -1 where nothing opens it."""
    end = min(frame.end, one.cue.stop + REACH)
    opener = rules.complement.search(view.masked, one.cue.stop, end)
    if opener and opener.start() <= one.right + 3:
        return opener.end()
    if rules.order == "verb-then-words":
        return one.cue.stop
    sign = view.masked[one.right : one.right + 1]
    names = rules.as_word.match(view.masked, frame.start)
    if sign == "," and names:
        return one.right + 1
    if rules.lang == "en":
        return _english(view, frame, rules, one)
    if sign == ":" or (sign == "," and rules.lang == "de"):
        return one.right + 1
    return -1


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
    return -1 if RELATIVE.search(view.masked, at, finite.start()) else at


def _over(view: View, rules: Grammar, at: int, end: int) -> int:
    """Step over a day, an adverbial or an addressee behind the verb."""
    while at < end and view.masked[at] in " ,":
        at += 1
    match = rules.adverbial.match(view.masked, at)
    if match:
        return match.end()
    day = DAY.match(view.masked, at)
    return view.days.get(day.end() if day else at, at)
