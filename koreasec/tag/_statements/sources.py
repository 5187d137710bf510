"""Who may speak: names, posts and nouns that stand together as one speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ... import knowledge
from .._fold import Reading
from .cues import Word
from .frames import folded
from .grammar import Grammar, grammar

SPEAKS = frozenset(("person", "state", "organisation", ""))
LINK = re.compile(
    r"(?:[ ·'-]{0,2}|'s |-(?=\w)|, (?:the |a |an |der |die |das |le |la |l')?"
    r"| (?:for|of|at|in|from|with|to|des|der|im|in der|in|beim|vom|von|du|de|de la|de l'|d'"
    r"|в|во|при|из|у|із|з)(?: the| south| north| den| der)? ?|の|的|所属|측 ?|의 )\Z"
)
WIDE = 22  # letters between two parts of one speaker
NAME = re.compile(r" ?[^\W\d_]")
POSTS = frozenset(("spokesperson", "ambassador", "un-ambassador", "special-envoy"))


class Part(NamedTuple):
    """A name, a post or a noun; parts side by side make a speaker."""

    start: int
    end: int
    sort: str
    actor: str
    kind: str
    note: str


class Source(NamedTuple):
    """Somebody who may speak: ``kind`` is that of the table, or ``pronoun``."""

    start: int
    end: int
    actor: str
    kind: str
    problem: str
    oblique: bool
    inside: bool


def sources(reading: Reading, masked: str, words: Sequence[Word]) -> list[Source]:
    """Return all who may speak in a text, outside quotations, in reading order."""
    parts = sorted(_parts(reading, masked, words))
    groups: list[list[Part]] = []
    for part in parts:
        if groups and _linked(reading.low, groups[-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    found = []
    for group in groups:
        made = _source(reading, masked, group)
        if made is not None:
            found.append(made)
    return found


def _parts(reading: Reading, masked: str, words: Sequence[Word]) -> list[Part]:
    document, found = reading.document, []
    for mention in document.mentions:
        if mention.kind not in SPEAKS:
            continue
        start, end = folded(reading, mention.start), folded(reading, mention.end)
        if masked[start:end] != reading.low[start:end]:
            continue
        sort = "demonym" if mention.via == "demonym" else "name"
        found.append(
            Part(start, end, sort, mention.actor, mention.kind, mention.problem)
        )
    for role in document.roles:
        start, end = folded(reading, role.start), folded(reading, role.end)
        if masked[start:end] == reading.low[start:end]:
            owner = role.owner if role.role in POSTS else ""
            found.append(Part(start, end, "post", owner, "", role.person))
    for word in words:
        found.append(Part(word.start, word.end, "noun", "", word.kind, ""))
    return found


def _linked(low: str, group: list[Part], part: Part) -> bool:
    """Tell whether `part` goes on with the speaker of `group`."""
    end = max(one.end for one in group)
    if part.start < end:
        return True
    if part.start - end > WIDE:
        return False
    gap = low[end : part.start]
    if not LINK.match(gap):
        return False
    sorts = {one.sort for one in group}
    if part.kind == "pronoun" or any(one.kind == "pronoun" for one in group):
        return False
    if part.kind == "person" and part.sort == "name":
        if any(one.kind == "person" and one.sort == "name" for one in group):
            return False
        return gap.strip(" ,-") == "" and bool(sorts & {"post", "noun", "demonym"})
    if "," in gap:
        one = group[-1]
        named = one.sort == "name" and one.kind == "person"
        return (
            (named
            and part.sort in ("post", "noun"))
            or (named and part.sort in ("name", "demonym") and False)
        )
    if part.sort in ("post", "noun"):
        return bool(sorts & {"name", "demonym", "post", "noun"})
    return bool(sorts & {"post", "noun", "demonym"})


def _source(reading: Reading, masked: str, group: list[Part]) -> Source | None:
    start = min(one.start for one in group)
    end = max(one.end for one in group)
    told = _who(group)
    if told is None:
        return None
    actor, kind, problem = told
    rules = grammar(reading.lang(start))
    oblique, inside = _before(masked, start, rules)
    if rules and rules.lang == "en" and masked.startswith(("'s ", "' "), end):
        oblique = True
    return Source(start, end, actor, kind, problem, oblique, inside)


def _before(masked: str, start: int, rules: Grammar | None) -> tuple[bool, bool]:
    if rules is None:
        return False, False
    before = masked[max(0, start - 24) : start]
    return bool(rules.oblique.search(before)), bool(rules.inside.search(before))


def _who(group: list[Part]) -> tuple[str, str, str] | None:
    """Tell who speaks: an actor, the kind of source, and what is not known."""
    names = [one for one in group if one.sort == "name"]
    people = [one for one in names if one.kind == "person"]
    if people:
        return people[-1].actor, "person", ""
    posts = [one for one in group if one.sort == "post"]
    nouns = {one.kind for one in group if one.sort == "noun"}
    for kind in ("anonymous", "unnamed"):
        if kind in nouns and not any(one.actor for one in posts):
            return "", kind, ""
    held = [one for one in posts if one.note not in ("", "?")]
    if held:
        return held[0].note, "person", ""
    if any(one.note == "?" for one in posts):
        return "", "person", "speaker is not in the tables"
    owners = [one.actor for one in posts if one.actor]
    if owners:
        return owners[0], "organisation", ""
    unclear = [one for one in names if not one.actor]
    if unclear:
        return "", "person", unclear[0].note or "speaker cannot be told"
    if posts or "person" in nouns:
        return "", "person", "speaker is not in the tables"
    return _body(group, names, nouns)


def _body(
    group: list[Part], names: list[Part], nouns: set[str]
) -> tuple[str, str, str] | None:
    outlets = _outlets()
    for one in names:
        if one.kind == "organisation":
            return one.actor, "agency" if one.actor in outlets else "organisation", ""
    if "organisation" in nouns:
        states = [one.actor for one in group if one.actor]
        if len(states) == 1 and not names:
            return "", "organisation", "speaker is not in the tables"
        return "", "organisation", "speaker is not in the tables"
    if names:
        return names[0].actor, "state", ""
    if "pronoun" in nouns:
        return "", "pronoun", ""
    return None


@knowledge.remembered
def _outlets() -> frozenset[str]:
    return frozenset(row["outlet"] for row in knowledge.rows("outlets"))
