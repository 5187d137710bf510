"""Who of several people of one surname is meant: by title, by kin, by rank."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cache

from ... import knowledge
from .._fold import Reading
from .choose import Choice
from .named import Named

NEAR = 30  # letters after a full name in which its title stands
STOP = re.compile(r"[.!?。\n]")


def kin(reading: Reading, one: Named) -> bool:
    """Tell whether somebody is only named as whose kin another is: "sister of Kim"."""
    before, after = _kin(reading.lang(one.start), knowledge.overlay())
    if after.match(reading.low, one.end):
        return True
    return bool(before.search(reading.low[max(0, one.start - 40) : one.start]))


def by_title(
    reading: Reading, end: int, named: Sequence[Named], owners: Sequence[str]
) -> list[str]:
    """Return which of the `owners` bears the title that stands after ``end``."""
    title = _title(reading.lang(end - 1), knowledge.overlay()).match(reading.low, end)
    if title is None:
        return []
    found: dict[str, None] = {}
    starts = sorted(one.start for one in named)
    for one in named:
        if one.actor in owners and one.start < end:
            spot = bisect_right(starts, one.start)
            stop = min([one.end + NEAR, *starts[spot : spot + 1]])
            after = STOP.split(reading.low[one.end : stop])[0]
            if title.group(1) in after:
                found[one.actor] = None
    return list(found) if len(found) == 1 else []


@cache
def _kin(lang: str, over: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    given = knowledge.grammar("actors", lang)
    return (
        re.compile(f"(?:{'|'.join(given.get('kin_before', [])) or '(?!)'}) $"),
        re.compile(f"(?:{'|'.join(given.get('kin_after', [])) or '(?!)'})"),
    )


def given_name_follows(
    reading: Reading, choice: Choice, titles_at: Collection[int]
) -> bool:
    """Tell whether a one-letter surname opens an unknown name: 金義道報道官."""
    given = knowledge.grammar("actors", reading.lang(choice.start))
    starts = given.get("surname_title_starts", "")
    low, end = reading.low, choice.end
    if not starts or end - choice.start > 1 or end in titles_at:
        return False
    titles = (*given["surname_titles"], *given["surname_title_ends"])
    if low.startswith(titles, end):
        return False
    return "一" <= low[end : end + 1] <= "鿿" and low[end] not in starts


@cache
def _title(lang: str, over: str) -> re.Pattern[str]:
    """Return the pattern of a title after a surname; the group is without particle."""
    given = knowledge.grammar("actors", lang)
    ends = "|".join(given.get("surname_title_ends", []))
    if not ends:
        return re.compile("(?!)")
    return re.compile(rf" ?([가-힣一-鿿\d]{{0,8}}?(?:{ends}))")


@cache
def title_after(ends: tuple[str, ...], over: str) -> re.Pattern[str]:
    """Return the pattern of a Korean word that ends as titles do, with its particle."""
    particles = "|".join(sorted(knowledge.grammar("actors", "ko")["particles"]))
    return re.compile(
        rf" (?:전 )?[가-힣\d]{{0,8}}(?:{'|'.join(ends)})(?:{particles})?(?![가-힣])"
    )
