"""Where what is said begins behind a verb of saying."""

from __future__ import annotations

import re

from .attribution import Attribution
from .cues import VERBS
from .frames import Frame
from .grammar import Grammar
from .subjects import REACH
from .view import View

DAY = re.compile(r"(?:on |late |early |in |at )*")
RELATIVE = re.compile(r"\b(?:that|which|who|to)\b")
SMALL = re.compile(r" (?!that\b|the\b|it\b|he\b|she\b|they\b|there\b)[a-z]+\b")
TELLS = ("told", "tells")
FIRST = re.compile(r"[\s\"'«„“]*([\w'’-]+)")
ASIDE = 80  # letters of an aside: "said, speaking in Seoul, that"
SEGMENTS = 3
FEW = 3


def opening(
    view: View, frame: Frame, rules: Grammar, one: Attribution
) -> tuple[int, bool]:
    """Return where what is said begins, -1 where nothing opens it.

    The second value tells whether a conjunction opens it.
    """
    end = min(frame.end, one.cue.stop + REACH)
    opener = rules.complement.search(view.masked, one.cue.stop, end)
    clause = opener and rules.finite.search(view.masked, one.cue.stop, opener.start())
    if opener and not clause and _near(view, one.right, opener.start()):
        about = rules.about.search(view.masked, one.cue.stop, opener.start())
        return (-1, False) if about else (opener.end(), True)
    verb = rules.infinitive.search(view.masked, one.cue.stop, one.right)
    if verb and view.words(one.cue.stop, verb.start()) <= FEW:
        return verb.start(), True
    if rules.order == "verb-then-words":
        bare = not rules.openers.match(view.masked, one.cue.stop)
        return -1 if bare and one.cue.kind != "say" else one.cue.stop, False
    sign = view.masked[one.right : one.right + 1]
    if sign == "," and rules.as_word.match(view.masked, frame.start):
        return one.right + 1, False
    if rules.lang == "en":
        return _english(view, frame, rules, one), False
    if sign == ":":
        return one.right + 1, False
    if sign == "," and rules.lang == "de":
        return _segment(view, frame, rules, one), False
    return -1, False


def _near(view: View, right: int, at: int) -> bool:
    """Tell whether a conjunction follows a clause, or one aside behind it."""
    if at <= right + FEW:
        return True
    if any(cue.kind in VERBS for cue in view.cues_in(right, at)):
        return False
    between = view.masked[right:at].strip()
    return len(between) < ASIDE and between[:1] == between[-1:] == ","


def follows(view: View, frame: Frame, rules: Grammar, one: Attribution) -> bool:
    """Tell whether English words behind the verb are what is said."""
    if rules.lang != "en":
        return False
    at = _english(view, frame, rules, one)
    finite = rules.finite.search(view.masked, at, frame.end) if at >= 0 else None
    return finite is not None


def _segment(view: View, frame: Frame, rules: Grammar, one: Attribution) -> int:
    """Step over clauses behind a German verb that are not what is said."""
    at = one.right + 1
    for _ in range(SEGMENTS):
        stop = view.masked.find(",", at, frame.end)
        stop = stop if stop >= 0 else frame.end
        if not _aside(view, rules, at, stop):
            return at
        if stop == frame.end:
            return -1
        at = stop + 1
    return -1


def _aside(view: View, rules: Grammar, at: int, stop: int) -> bool:
    """Tell whether a clause is a relative one, an adverbial or an apposition."""
    word = FIRST.match(view.masked, at)
    first = word.group(1) if word else ""
    if rules.relative.match(first):
        return True
    if rules.reported.search(view.masked, at, stop):
        return False
    if rules.perhaps.search(view.masked, at, stop):
        return False
    if rules.pronoun.match(first):
        return bool(rules.closing.search(view.masked[at:stop].rstrip(" .")))
    if rules.oblique.search(f"{first} ") and view.words(at, stop) < 9:
        return True
    return view.words(at, stop) < 2


def _english(view: View, frame: Frame, rules: Grammar, one: Attribution) -> int:
    at = one.cue.stop
    if view.low.startswith(TELLS, one.cue.start):
        at = _addressee(view, at)
    for _ in range(4):
        at = _over(view, rules, at, frame.end)
    if one.cue.kind == "say":
        return at
    finite = rules.finite.search(view.masked, at, min(at + 80, frame.end))
    word = view.masked[at : at + 12].split(" ")[0]
    if not finite or finite.start() <= at + 1 or rules.oblique.search(f"{word} "):
        return -1
    return -1 if RELATIVE.search(view.masked, at, finite.start()) else at


def _addressee(view: View, at: int) -> int:
    """Step over whom somebody tells something: a speaker, or one small word."""
    near = view.sources_in(at, at + 6)
    if near and near[0].kind not in ("pronoun", "thing"):
        return near[0].end
    word = SMALL.match(view.reading.shown, at)
    return word.end() if word else at


def _over(view: View, rules: Grammar, at: int, end: int) -> int:
    """Step over a day, an adverbial or an addressee behind the verb."""
    while at < end and view.masked[at] in " ,":
        at += 1
    match = rules.adverbial.match(view.masked, at)
    if match:
        return match.end()
    day = DAY.match(view.masked, at)
    return view.days.get(day.end() if day else at, at)
