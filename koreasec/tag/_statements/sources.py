"""Who may speak: names, posts and nouns that stand together as one speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .._fold import Reading
from . import speakers
from .cues import Cue, Word
from .frames import folded
from .grammar import Grammar, grammar
from .speakers import Part, outlets

SPEAKS = frozenset(("person", "state", "organisation", ""))
POSTS = frozenset(("spokesperson", "ambassador", "un-ambassador", "special-envoy"))
PLAIN = re.compile("[ ·'\"«„“-]{0,2}\\Z")
STRANGE = frozenset(("anonymous", "unnamed"))
GLUED = frozenset(("ko", "ja", "zh"))
WIDE = 24  # letters between two parts of one speaker
GIVEN = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w'-]{1,15} ){1,2}\Z")
BACK = 34
STOP = re.compile(r"[,;:.!?\n，。、]")
CITED = 30


class Source(NamedTuple):
    """Somebody who may speak: ``kind`` is that of the table, or a pronoun's."""

    start: int
    end: int
    actor: str
    kind: str
    problem: str
    oblique: bool = False
    inside: bool = False


def sources(
    reading: Reading, masked: str, words: Sequence[Word], cues: Sequence[Cue]
) -> list[Source]:
    """Return all who may speak in a text, outside quotations, in reading order."""
    parts = sorted(_parts(reading, masked, words, cues))
    groups: list[list[Part]] = []
    starts = frozenset(cue.start for cue in cues)
    for part in parts:
        if groups and _linked(reading, groups[-1], part, starts):
            groups[-1].append(part)
        else:
            groups.append([part])
    groups = _joined(reading, groups)
    made = (_source(reading, masked, group) for group in groups)
    cited = _cited(masked, cues)
    return [
        source._replace(oblique=source.oblique or source.start in cited)
        for source in made
        if source is not None
    ]


def _joined(reading: Reading, groups: list[list[Part]]) -> list[list[Part]]:
    """Join a name with the party and post behind it: 김여정 노동당 부부장."""
    joined: list[list[Part]] = []
    for group in groups:
        last = joined[-1] if joined else []
        alone = len(last) == 1 and last[0].kind == "person" and last[0].sort == "name"
        posts = {one.sort for one in group} & {"post", "noun"}
        people = any(one.kind == "person" and one.sort == "name" for one in group)
        start = min(one.start for one in group)
        near = alone and reading.low[last[0].end : start] in ("", " ")
        if near and posts and not people and reading.lang(start) in GLUED:
            last.extend(group)
        else:
            joined.append(group)
    return joined


def _cited(masked: str, cues: Sequence[Cue]) -> frozenset[int]:
    """Return where a speaker stands right behind a phrase that names a source."""
    spots: set[int] = set()
    for cue in cues:
        if cue.kind in ("before", "citing"):
            stop = STOP.search(masked, cue.end, cue.end + CITED)
            spots.update(range(cue.end, stop.start() if stop else cue.end + CITED))
        elif cue.kind == "after":
            spots.update(range(max(0, cue.start - CITED), cue.start))
    return frozenset(spots)


def _parts(
    reading: Reading, masked: str, words: Sequence[Word], cues: Sequence[Cue]
) -> list[Part]:
    document, found = reading.document, list[Part]()
    for mention in document.mentions:
        start, end = folded(reading, mention.start), folded(reading, mention.end)
        if mention.kind not in SPEAKS or masked[start:end] != reading.low[start:end]:
            continue
        sort = "demonym" if mention.via == "demonym" else "name"
        if mention.via == "surname" or (not mention.kind and mention.via == "name"):
            low = max(0, start - BACK, found[-1].end if found else 0)
            given = GIVEN.search(reading.shown[low:start])
            if given and reading.lang(start) in ("en", "ru", "uk", "fr"):
                start -= len(given.group())
        part = Part(start, end, sort, mention.actor, mention.kind, mention.problem)
        found.append(part)
    for role in document.roles:
        start, end = folded(reading, role.start), folded(reading, role.end)
        if masked[start:end] == reading.low[start:end]:
            owner = role.owner if role.role in POSTS else ""
            found.append(Part(start, end, "post", owner, "", role.person))
    covered = {spot for cue in cues for spot in range(cue.start, cue.end)}
    for word in words:
        if word.start not in covered and word.end - 1 not in covered:
            found.append(Part(word.start, word.end, "noun", "", word.kind, ""))
    return found


def _linked(
    reading: Reading, group: list[Part], part: Part, cues: frozenset[int]
) -> bool:
    """Tell whether `part` goes on with the speaker of `group`."""
    end = max(one.end for one in group)
    if part.start < end:
        return True
    if group[-1].actor in outlets() and part.kind in STRANGE:
        return False
    if part.start - end > WIDE or "pronoun" in (part.kind, group[-1].kind):
        return False
    if "thing" in (part.kind, group[-1].kind):
        return False
    gap = reading.low[end : part.start]
    rules = grammar(reading.lang(part.start))
    plain = bool(PLAIN.match(gap))
    if not plain and not (rules and rules.link.match(gap)):
        return False
    sorts = {one.sort for one in group}
    kin = not plain and any((one.sort, one.kind) == ("noun", "person") for one in group)
    if kin and (part.sort == "post" or part.kind == "person"):
        return False  # the sister of the leader is not the leader
    if part.kind == "person" and part.sort == "name":
        if any(one.kind == "person" and one.sort == "name" for one in group):
            return False
        if group[-1].actor in outlets():
            return False
        if rules and rules.lang in GLUED and gap.strip():
            return True
        titled = any(one.sort == "post" or one.kind == "person" for one in group)
        if "," in gap and not titled:
            return False  # "..., the agency said, Kim"
        return gap.strip(" ,-") == "" and bool(sorts & {"post", "noun", "demonym"})
    if "," in gap:
        one = group[-1]
        named = one.sort == "name" and one.kind == "person"
        apposed = part.sort == "post" or part.kind in ("person", "anonymous")
        stop = reading.low.find(",", part.end, part.end + WIDE)
        ends = stop >= 0 and cues.isdisjoint(range(part.end, stop))
        return named and apposed and ends
    if part.sort in ("post", "noun"):
        return (plain and sorts != {"noun"}) or bool(sorts & {"post", "noun"})
    return bool(sorts & {"post", "noun", "demonym"})


def _source(reading: Reading, masked: str, group: list[Part]) -> Source | None:
    start = min(one.start for one in group)
    end = max(one.end for one in group)
    told = speakers.who(group)
    if told is None:
        return None
    rules = grammar(reading.lang(start))
    oblique, inside = _before(masked, start, rules)
    if rules and rules.lang == "en" and masked.startswith(("'s ", "' "), end):
        oblique = True
    if masked[start - 1 : start] == "(" and ")" in masked[end : end + WIDE]:
        oblique = True
    return Source(start, end, *told, oblique, inside)


def _before(masked: str, start: int, rules: Grammar | None) -> tuple[bool, bool]:
    if rules is None:
        return False, False
    before = masked[max(0, start - 24) : start]
    return bool(rules.oblique.search(before)), bool(rules.inside.search(before))
