"""Headlines and sentences that name the source with a mark alone, or point back."""

from __future__ import annotations

import re

from .attribution import Attribution
from .cues import HIDDEN, Cue
from .frames import Frame
from .grammar import Grammar
from .sources import Source
from .subjects import LETTER
from .view import Said, View

BEFORE = re.compile(rf"[:：]| (?={HIDDEN})|(?={HIDDEN})")
BEHIND = re.compile(r"(?:: | [-—–] )(?=[^:]*\Z)")
PARTICLES = 2
FAR = 60  # letters between a word that points back and the verb
NEXT = 2
WORDS = 3  # of a name in quotation marks, such as that of an agency


def said(view: View, frame: Frame) -> list[Said]:
    """Return what a headline, or a sentence with a colon, gives to a source."""
    text = view.masked[frame.start : frame.end]
    sign = BEFORE.search(text)
    if sign and (":" in sign.group() or "：" in sign.group() or view.title(frame)):
        source = _all(view, frame.start, frame.start + sign.start())
        if source is not None:
            at = frame.start + sign.end()
            return _made(view, frame, at, frame.end, source)
    if not view.title(frame):
        return []
    behind = BEHIND.search(text)
    if behind:
        source = _all(view, frame.start + behind.end(), frame.end)
        if source is not None:
            end = frame.start + behind.start()
            return _made(view, frame, frame.start, end, source)
    return []


def _all(view: View, start: int, end: int) -> Source | None:
    """Return the speaker that fills a stretch."""
    near = view.sources_in(start, end)
    if len(near) != 1 or near[0].kind in ("pronoun", "thing"):
        return None
    one = near[0]
    rest = view.masked[start : one.start] + view.masked[one.end : end]
    return one if len("".join(LETTER.findall(rest))) <= PARTICLES else None


def _made(view: View, frame: Frame, start: int, end: int, source: Source) -> list[Said]:
    quote = next((q for q in frame.quotes if q.start >= start), None)
    if quote and not LETTER.search(view.masked, start, quote.start):
        return [Said(quote.start, quote.end, "direct", None, source)]
    if view.words(start, end) < 3:
        return []
    made = view.told(start, end, frame.quotes, None, source)
    return [made] if made else []


def colon(view: View, frame: Frame, rules: Grammar) -> list[Said]:
    """Return a quotation that only a colon hands over to."""
    found = []
    for quote in frame.quotes:
        left = view.masked[frame.start : quote.start].rstrip()
        if left.endswith((":", "：")) and view.words(*quote[:2]) > 2:
            near = view.sources_in(frame.start, quote.start)
            free = [one for one in near if not one.oblique and one.kind != "thing"]
            if free:
                found.append(Said(quote.start, quote.end, "direct", None, free[0]))
    return found


def _such(view: View, frame: Frame, rules: Grammar, end: int) -> list[Attribution]:
    """Return who made "such a statement" as the words up to `end` say."""
    near = view.sources_in(end, end + FAR)[:1]
    cue = Cue(frame.start, end, end, "state", rules.lang)
    return [Attribution(cue, one, end, frame.end, after=True) for one in near]


def back(
    view: View,
    frame: Frame,
    rules: Grammar,
    found: list[Attribution],
    previous: Frame | None,
) -> list[Said]:
    """Return the sentence before where this one only says who told it."""
    match = rules.anaphora.match(view.masked, frame.start)
    long = [quote for quote in frame.quotes if view.words(*quote[:2]) > WORDS]
    if not match or previous is None or long:
        return []
    unclear = not found or found[0].source is None
    if unclear and match.group().count(" ") >= NEXT:
        found = _such(view, frame, rules, match.end())
    if not found:
        return []
    first = found[0]
    far = NEXT if rules.lang == "de" else FAR
    if first.cue.start - match.end() > far or first.source is None:
        return []
    if rules.complement.search(view.masked, first.cue.stop, frame.end):
        return []
    made = view.told(
        previous.start, previous.end, previous.quotes, first.cue, first.source
    )
    others = [one.source for one in found[1:] if one.source != first.source]
    relay = others[0] if others else first.relay
    return [made._replace(relay=relay)] if made else []
