"""A capital is a place, or it stands for its state: the words beside it tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from ... import knowledge
from .._fold import Reading
from .bodies import state_of
from .named import Named

# What a report from a place puts between it and its first word.
DATELINE = re.compile(
    r"(?:[,./ ][^\n()=—]{0,40})?(?: ?\([^()\n]{2,40}\)[^\n]{0,12}?)?"
    r"(?: ?[—=•|]|[ .:]--?[ \n]| ?/[^/\n]{2,40}/)"
)
CLAUSE = re.compile(r"[,;:()–—]")
WORDS = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*\.?")


def settle(reading: Reading, named: Sequence[Named]) -> list[Named]:
    """Turn the capitals among the `named` that act for their states into these."""
    done: list[Named] = []
    starts = {one.start for one in named}
    for one in named:
        state = state_of(one.actor) if one.kind == "place" else ""
        if state and _acts(reading, one, done, starts):
            one = one._replace(actor=state, via="metonym")
        done.append(one)
    return done


def _acts(
    reading: Reading, one: Named, done: Sequence[Named], starts: Collection[int]
) -> bool:
    """Tell whether the capital `one` acts; `done` are the names before it."""
    rules = _rules(reading.lang(one.start), knowledge.overlay())
    low, after = reading.low, reading.low[one.end : one.end + 40]
    if _dateline(reading, one):
        return False
    if rules["state_after"].match(after):
        return True
    if rules["named_on"].match(reading.shown, one.end) and _running(reading, one):
        return False
    if rules["acts_before"] is not None and one.actor not in _palaces():
        return bool(rules["acts_before"].match(after))
    if one.actor in _palaces():
        if rules["palace_after"].match(after):
            return False
    elif rules["place_after"].match(after):
        return False
    like = _like_before(reading, one, done, rules)
    listed = low[one.start - 2 : one.start] != ", " or _goes_on(low, one, starts, rules)
    if like is not None and (like or listed):
        return like
    last = done[-1] if done else None
    if (
        last
        and last.kind == "organisation"
        and low[last.end : one.start].strip() in (rules["within"])
    ):
        return False
    return _by_words_before(low[max(0, one.start - 60) : one.start], after, rules)


def _by_words_before(before: str, after: str, rules: dict[str, Any]) -> bool:
    before = re.split(r"[.!?;\n]\s", before)[-1].removesuffix("\n")
    if "\n" in before:
        before = before.rpartition("\n")[2]
    before = rules["article"].sub("", before)
    if rules["seat"].search(before):
        return True
    if rules["say_link"].search(before) and rules["say_after"].match(after):
        return True
    words = WORDS.findall(CLAUSE.split(before)[-1])
    last = words[-1] if words and before.endswith(" ") else ""
    if last in rules["either"]:
        near = words[-6:-1] + WORDS.findall(CLAUSE.split(after)[0])[:3]
        return not any(word.startswith(rules["either"][last]) for word in near)
    return not (
        rules["place_before"].search(before) or rules["apposition"].search(before)
    )


def _palaces() -> list[str]:
    return knowledge.grammar("actors", "mul").get("palaces", [])


def _like_before(
    reading: Reading, one: Named, done: Sequence[Named], rules: dict[str, Any]
) -> bool | None:
    """Return what the capital joined to `one` by "and" is, None if there is none."""
    if not done or not rules["and"].fullmatch(reading.low, done[-1].end, one.start):
        return None
    if done[-1].via == "metonym":
        return True
    return False if done[-1].kind == "place" else None


def _running(reading: Reading, one: Named) -> bool:
    """Tell whether the line of the capital is running text, no headline in capitals."""
    spot = bisect_right(reading.lines, one.start) - 1
    ends = [*reading.lines, len(reading.shown) + 1][spot + 1]
    words = WORDS.findall(reading.shown[reading.lines[spot] : ends][:400])
    small = sum(word[0].islower() for word in words if len(word) > 3)
    return small * 2 > sum(len(word) > 3 for word in words)


def _goes_on(
    low: str, one: Named, starts: Collection[int], rules: dict[str, Any]
) -> bool:
    """Tell whether a list of names goes on after the capital `one`."""
    joint = rules["and"].match(low, one.end)
    return bool(joint) and joint.end() in starts


def _dateline(reading: Reading, one: Named) -> bool:
    """Tell whether the capital opens a line as the place of the report."""
    rules = _rules(reading.lang(one.start), knowledge.overlay())
    if rules["reported"].match(reading.low, one.end):
        return True
    line = reading.lines[bisect_right(reading.lines, one.start) - 1]
    head = reading.low[line : one.start]
    if len(head) > 40 or not re.fullmatch(r"[\W_]*(?:[\w-]+[/,] ?)?", head):
        return False
    alone = not head.strip() and reading.low[one.end : one.end + 1] in ("", "\n")
    if reading.low.startswith(": ", one.end) and not head.strip():
        ends = reading.low.find("\n", one.end)
        alone = ". " in reading.low[one.end : ends if ends > 0 else None]
    if rules["dateline"].match(reading.low, one.end):
        return True
    return alone or bool(DATELINE.match(reading.low, one.end))


@cache
def _rules(lang: str, over: str) -> dict[str, Any]:
    given = knowledge.grammar("actors", lang).get("capital", {})
    seats = _any(given.get("seats"))
    links = _any(given.get("seat_links"))
    spaced = "" if lang in ("zh", "ja", "ko") else r"(?<![^\W_])"
    gap = "" if lang in ("zh", "ja", "ko") else r"[ -]"
    return {
        "seat": re.compile(rf"{spaced}{seats} {links} $"),
        "say_link": re.compile(rf"{spaced}{_any(given.get('say_links'))} $"),
        "say_after": re.compile(
            r"(?: \([^()\n]{1,40}\))?(?:[ ,][^\W\d_]+){0,3}?"
            rf" {_any(given.get('say_after'))}"
            rf"\w*{given.get('say_ends', '')}(?!\w)"
        ),
        "within": given.get("say_links") or (),
        "place_before": re.compile(rf"{spaced}{_any(given.get('place_before'))}{gap}$"),
        "apposition": re.compile(
            rf"{spaced}{_any(given.get('apposition'))}\w*[^.!?]{{0,30}}? [—(,-]+ ?$"
        ),
        "place_after": re.compile(_any(given.get("place_after"))),
        "state_after": re.compile(_any(given.get("state_after"))),
        "acts_before": _acts_before(given.get("acts_before")),
        "reported": re.compile(given.get("reported", "(?!)")),
        "dateline": re.compile(given.get("dateline", "(?!)")),
        "named_on": re.compile(given.get("named_on", "(?!)")),
        "palace_after": re.compile(_any(given.get("palace_after"))),
        "article": re.compile(rf"(?<![^\W_]){_any(given.get('articles'))} $"),
        "and": re.compile(rf",? ?{_any(given.get('and'))} ?|, | / |/"),
        "either": {
            word: tuple(motions) for word, motions in given.get("either", {}).items()
        },
    }


def _acts_before(particles: Sequence[str] | None) -> re.Pattern[str] | None:
    return re.compile(rf"{_any(particles)}(?![가-힣])") if particles else None


def _any(words: Sequence[str] | None) -> str:
    if not words:
        return "(?!)"
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
