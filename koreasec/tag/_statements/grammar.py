"""How a language reports what others say, from ``data/statements/LANG.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ... import knowledge
from .._fold import fold

NEVER = re.compile("(?!)")


@dataclass(frozen=True)
class Grammar:
    """The patterns of one language; what it does not have never matches."""

    lang: str
    order: str
    oblique: re.Pattern[str]
    inside: re.Pattern[str]
    complement: re.Pattern[str]
    auxiliary: re.Pattern[str]
    reported: re.Pattern[str]
    finite: re.Pattern[str]
    adverbial: re.Pattern[str]
    anaphora: re.Pattern[str]
    relative: re.Pattern[str]
    topic: re.Pattern[str]
    subject: re.Pattern[str]
    quotative: re.Pattern[str]
    ends: re.Pattern[str]
    openers: re.Pattern[str]
    objects: re.Pattern[str]
    link: re.Pattern[str]
    as_word: re.Pattern[str]
    agent: re.Pattern[str]
    insert: re.Pattern[str]
    closer: re.Pattern[str]
    nominal: re.Pattern[str]
    definite: frozenset[str]
    so: re.Pattern[str]
    nested: re.Pattern[str]
    adverb: re.Pattern[str]
    pronoun: re.Pattern[str]
    perhaps: re.Pattern[str]
    certain: re.Pattern[str]
    carried: re.Pattern[str]
    closing: re.Pattern[str]
    about: re.Pattern[str]
    infinitive: re.Pattern[str]


@knowledge.remembered
def grammar(lang: str) -> Grammar | None:
    """Return the patterns of `lang`, None where it has no rules."""
    data = knowledge.grammar("statements", lang)
    if not data:
        return None
    articles = _words(data, "articles")
    before = f"(?:(?:{articles}) ?)?" if articles else ""
    return Grammar(
        lang=lang,
        order=data["order"],
        oblique=_at_end(_words(data, "prepositions"), before, lang),
        inside=_at_end(_words(data, "inside"), "", lang),
        complement=_whole(_words(data, "complements")),
        auxiliary=re.compile(data["auxiliary"]) if "auxiliary" in data else NEVER,
        reported=_whole(_words(data, "reported")),
        finite=_whole(_words(data, "finite")),
        adverbial=_whole(_words(data, "adverbials")),
        anaphora=_whole(_words(data, "anaphora")),
        relative=_whole(_words(data, "relatives")),
        topic=_plain(_words(data, "topics")),
        subject=_plain(_words(data, "subjects")),
        quotative=re.compile(data.get("quotative", "(?!)")),
        ends=re.compile(data.get("ends", "(?!)") + r"\Z"),
        openers=re.compile(data.get("openers", "[,:]")),
        objects=_plain(_words(data, "objects")),
        link=_link(data, articles),
        as_word=_whole(_words(data, "as_words")),
        agent=_at_end(_words(data, "agents"), before, lang),
        insert=re.compile(data.get("insert", "(?!)")),
        closer=re.compile(data.get("closers", "(?!)")),
        certain=_whole(_words(data, "certainly_reported")),
        carried=_whole(_words(data, "carried_on")),
        perhaps=_whole(_words(data, "perhaps_reported")),
        adverb=re.compile(data.get("adverb", "(?!)")),
        nested=re.compile(data.get("nested", "(?!)")),
        so=_plain(_words(data, "so")),
        pronoun=_whole(_words(data, "relative_pronouns")),
        closing=re.compile(data.get("closing", "(?!)") + r"\Z"),
        definite=frozenset(data.get("definite", ())),
        about=_whole(_words(data, "about")),
        infinitive=_whole(_words(data, "infinitives")),
        nominal=re.compile(data.get("nominal", "(?!)") + r"\Z"),
    )


def _words(data: dict[str, Any], key: str) -> str:
    words = sorted(map(fold, data.get(key, ())), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


def _plain(words: str) -> re.Pattern[str]:
    return re.compile(f"(?:{words})") if words else NEVER


def _whole(words: str) -> re.Pattern[str]:
    if not words:
        return NEVER
    return re.compile(rf"(?<![\w'])(?:{words})(?:(?<=')|(?![\w]))")


def _link(data: dict[str, Any], articles: str) -> re.Pattern[str]:
    """Compile what stands between the parts of one speaker."""
    links = "|".join(map(re.escape, data.get("links", ())))
    comma = f", (?:(?:{articles}) ?)?" if articles else ", "
    return re.compile(rf"(?:{comma}|(?:{links or '(?!)'})(?:(?:{articles}) ?)?)\Z")


def _at_end(words: str, between: str, lang: str) -> re.Pattern[str]:
    """Compile words that stand right before a noun."""
    if not words:
        return NEVER
    if lang == "zh":
        return re.compile(rf"(?:{words})\Z")
    return re.compile(rf"(?<!\w)(?:{words})(?:(?<=') ?| ){between}\Z")
