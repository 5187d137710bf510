"""Korean names that took the detour over the alphabet of another language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ... import _scripts, knowledge
from .._documents import Document
from .._fold import fold, read
from .._terms import Lexicon, Term, compile_terms
from .habits import habits, written
from .sign import Sign, Stretch, listed

PIECES = re.compile("[ -]+")
SYLLABLES = 3  # shorter names are those of too many people
KNOWN = 2  # people in whose names a syllable must stand to be a usual one
SOURCES = {"ru": ("ru",), "uk": ("uk",), "en": ("en", "mul")}


def detours(document: Document, where: list[Stretch]) -> Iterator[Sign]:
    """Yield Korean names that were spelt letter by letter from another alphabet."""
    reading, starts = read(document), [stretch.start for stretch in where]
    for start, end, term in _lexicon().find(reading.low):
        first, last = reading.span(start, end)
        at = bisect_right(starts, first) - 1
        if at < 0 or last > where[at].end or not reading.shown[start].isupper():
            continue
        langs = _forms()[term.text] - {where[at].lang}
        if langs and len(langs) == len(_forms()[term.text]):
            names = " or ".join(knowledge.label(sorted(langs)))
            note = f"A Korean name spelt letter by letter as {names} has it."
            yield Sign(first, last, "spelling", listed(langs), note)


@knowledge.remembered
def _lexicon() -> Lexicon:
    return compile_terms(Term("", "mul", form) for form in sorted(_forms()))


@knowledge.remembered
def _forms() -> dict[str, set[str]]:
    """Return all such spellings with a syllable that no usual spelling has."""
    made: dict[str, set[str]] = {}
    for (source, script, _), letters in habits().items():
        usual, begun = _syllables(script), _beginnings(script)
        for name in _names(source):
            for form in {name, name.replace("ё", "е")}:
                spelt = written(form, letters)
                strange = any(part not in usual for part in PIECES.split(spelt))
                if strange and spelt not in begun:
                    made.setdefault(f"{spelt}*", set()).add(source)
    return made


@knowledge.remembered
def _korean() -> list[tuple[str, str, str]]:
    """Return actor, language and lowered name of all Koreans."""
    people = {row["actor"] for row in knowledge.rows("actors") if row["hangul"]}
    return [
        (row["actor"], row["lang"], row["name"].lower().replace("-", " "))
        for row in knowledge.rows("actor_names")
        if row["actor"] in people and row["how"] == "name"
    ]


def _names(source: str) -> list[str]:
    langs = SOURCES.get(source, (source,))
    names = (name for _, lang, name in _korean() if lang in langs)
    plain = (name for name in names if len(PIECES.split(name)) >= SYLLABLES)
    script = "Latn" if source == "en" else "Cyrl"
    return sorted({name for name in plain if _scripts.single(name) == script})


@knowledge.remembered
def _beginnings(script: str) -> frozenset[str]:
    """Return how usual names begin: "yol" may stand for "yol'"."""
    names = {fold(name) for _, _, name in _korean() if _scripts.single(name) == script}
    return frozenset(name[:-cut] if cut else name for name in names for cut in (0, 1))


@knowledge.remembered
def _syllables(script: str) -> frozenset[str]:
    """Return the syllables that usual spellings of Korean names have in `script`."""
    owners: dict[str, set[str]] = {}
    for actor, _, name in _korean():
        if _scripts.single(name) == script:
            for part in PIECES.split(fold(name)):
                owners.setdefault(part, set()).add(actor)
    return frozenset(part for part, actors in owners.items() if len(actors) >= KNOWN)
