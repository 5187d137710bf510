"""Who says what where the verb follows its subject, or stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from . import openings
from .attribution import Attribution
from .cues import HIDDEN
from .frames import Frame
from .grammar import Grammar
from .quotes import Quote
from .subjects import LETTER
from .view import Said, View

SHORT = 14  # words that may stand beside the verb that ends a sentence
QUOTE_REACH = 130
CALLED = 3  # words of a quotation that is more than a name for something
CLOSED = (",", ".", "!", "?", "…", "，", "。", "！", "？")
DASHES = (",", "-", "—", "–")
HEAD = 8  # words before a word that points back
INTERRUPTED = 6
FEW = 3
FREE = ("ru", "uk")  # verbs without a subject: говорят, что


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
        made = _quoted(view, frame, one, taken)
        if not made and one.cue.kind == "call":
            made = _part(view, frame, one, taken)
        if not made and one.cue.kind == "passive":
            made = _after(view, frame, rules, one, frame.end, bound=True)
        if not made and one.cue.kind not in ("call", "passive"):
            rest = found[number + 1 :], trailing[number + 1 :]
            limit = _limit(view, frame, one.cue.stop, *rest)
            if trailing[number]:
                made = _before(view, frame, rules, one)
            else:
                made = _after(view, frame, rules, one, limit)
            made = made or _part(view, frame, one, taken)
        taken.update(
            q for q in frame.quotes for m in made if m.start <= q.start < m.end
        )
        out += [piece._replace(relay=one.relay) for piece in made]
    return out


def _limit(
    view: View,
    frame: Frame,
    start: int,
    later: Sequence[Attribution],
    trailing: Sequence[bool],
) -> int:
    """Return where the next attribution in a frame takes over."""
    for one, trails in zip(later, trailing, strict=True):
        edge = view.masked[max(frame.start, one.left - 4) : one.left].rstrip()[-1:]
        bare = not LETTER.search(view.masked, one.left, one.cue.start)
        if trails or (bare and edge in DASHES and not one.after):
            return one.left
    for cue in view.cues_in(start, frame.end):
        comma = view.masked[cue.start - 2 : cue.start].strip() == ","
        if cue.kind == "before" and comma and view.words(cue.stop, frame.end) < SHORT:
            return cue.start
    return frame.end


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
    if one.cue.kind == "passive":
        edge = quote.end if one.cue.start - quote.end < QUOTE_REACH else edge
    if LETTER.search(view.masked, quote.end, max(edge, quote.end)):
        return False
    before = view.masked[frame.start : quote.start].rstrip()
    free = not LETTER.search(before) or before[-1:] in (*DASHES, ":", "：", "，")
    inner = view.low[quote.start + 1 : quote.end - 1].rstrip()
    return view.words(*quote[:2]) > 1 and (free or inner[-1:] in CLOSED)


def _touches_right(view: View, one: Attribution, quote: Quote, *, split: bool) -> bool:
    between = view.masked[one.cue.stop : quote.start]
    if len(between) > QUOTE_REACH or HIDDEN in between:
        return False
    if split:
        rest = view.masked[one.right : quote.start].strip()
        return not LETTER.search(rest) and rest[:1] in (*DASHES, ":")
    sign = between.rstrip()[-1:]
    if sign in (":", "："):
        return True
    if one.cue.kind == "call":
        return False
    if sign in (",", "，"):
        return view.words(*quote[:2]) > 1 and one.right >= quote.start - 3
    bare = not LETTER.search(between)
    return (
        (bare or one.after)
        and _sentence(view, quote)
        and not one.cue.stop < (one.right if bare else 0)
    )


def _sentence(view: View, quote: Quote) -> bool:
    """Tell whether a quotation begins like a sentence, or is as long as one."""
    first = view.reading.shown[quote.start + 1 : quote.start + 3].strip()[:1]
    return view.words(*quote[:2]) > CALLED and (
        first.isupper() or not first.islower() or view.words(*quote[:2]) > HEAD
    )


def _part(view: View, frame: Frame, one: Attribution, taken: set[Quote]) -> list[Said]:
    """Return a quotation of several words in a sentence of somebody else."""
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
    if rules.order == "verb-then-words":
        return False
    source = one.source
    far = source.start if source is not None and not one.after else one.left
    if far > one.left and view.words(one.left, far) > FEW:
        return False
    edge = view.masked[max(frame.start, one.left - 4) : one.left].rstrip()[-1:]
    if edge not in (*DASHES, HIDDEN, ")"):
        return False
    few = 0 if one.after else 2
    if view.words(frame.start, one.left) <= few:
        return False
    end = min(frame.end, one.right + FEW)
    if rules.complement.search(view.masked, one.cue.stop, end + FEW):
        return False
    if one.after:
        return view.words(one.right, frame.end) <= SHORT * 2
    if openings.follows(view, frame, rules, one):
        return False
    after = view.masked[one.right : frame.end]
    comma = "," in after and rules.lang != "en"
    opens = comma or ":" in after or HIDDEN in after
    return view.words(one.cue.stop, frame.end) <= SHORT and not opens


def _before(view: View, frame: Frame, rules: Grammar, one: Attribution) -> list[Said]:
    """Return what stands before an attribution, and what goes on behind it."""
    start, end = view.trimmed(frame.start, one.left)
    first = view.told(start, end, frame.quotes, one.cue, one.source)
    parts = [first or Said(start, end, "indirect", one.cue, one.source)]
    short = view.words(start, end) < INTERRUPTED
    if one.after and short and view.masked[one.right : one.right + 1] == ",":
        follows = view.masked[one.right + 1 : frame.end].lstrip()
        if not rules.relative.match(follows):
            args = (frame.quotes, one.cue, one.source)
            whole = view.told(start, frame.end, *args)  # the verb stands inside
            return [whole] if whole else parts
    return parts


def _after(
    view: View,
    frame: Frame,
    rules: Grammar,
    one: Attribution,
    limit: int,
    *,
    bound: bool = False,
) -> list[Said]:
    """Return what is said behind an attribution; `bound` by a conjunction only."""
    at, joined = openings.opening(view, frame, rules, one)
    if at < 0 or at >= limit or (bound and not joined):
        return []
    unknown = one.source is None and rules.lang not in FREE
    if unknown and view.words(one.left, one.cue.start) <= 1:
        return []
    semicolon = view.masked.find(";", at, limit)
    limit = semicolon if semicolon > 0 else limit
    if view.words(at, limit) < 2:
        return []
    made = view.told(at, limit, frame.quotes, one.cue, one.source)
    if made is None:
        return []
    if joined and made.mode == "direct":
        made = made._replace(mode="mixed")
    return [made]
