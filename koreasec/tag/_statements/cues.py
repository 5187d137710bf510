"""Words that tell that somebody speaks, and nouns for speakers without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ... import knowledge
from .._fold import Reading
from .._terms import Lexicon, Term, compile_terms
from .grammar import grammar
from .quotes import Quote

VERBS = frozenset(("say", "state", "participle", "call", "passive", "quote"))
BREAK = re.compile(r"[,.;:!?()\n\ufffc]")
FAR = 160  # letters to the second part of a verb
REFLEXIVE = ("ся", "сь")
GAP = " … "
HIDDEN = "\ufffc"


class Cue(NamedTuple):
    """A word or phrase of saying; ``stop`` is where its second part ends."""

    start: int
    end: int
    stop: int
    kind: str
    lang: str


class Word(NamedTuple):
    """A noun or pronoun for a speaker."""

    start: int
    end: int
    kind: str


def hidden(
    low: str, quotes: Sequence[Quote], asides: Sequence[tuple[int, int]] = ()
) -> str:
    """Return `low`, as long as before, without quotations and datelines."""
    spans = [(*quote[:2], HIDDEN) for quote in quotes]
    spans += [(start, end, " ") for start, end in asides]
    parts, at = [], 0
    for start, end, sign in sorted(spans):
        if start >= at:
            parts += [low[at:start], sign * (end - start)]
            at = end
    return "".join([*parts, low[at:]])


def look(reading: Reading, masked: str) -> tuple[list[Cue], list[Word]]:
    """Return the cues and the nouns for speakers outside quotations, in order."""
    cues: list[Cue] = []
    words: list[Word] = []
    document = reading.document
    langs = {document.lang, *(passage.lang for passage in document.passages)}
    found = [hit for lang in sorted(langs) for hit in _lexicon(lang).find(masked)]
    for start, end, term in found:
        if len(langs) > 1 and reading.lang(start) != term.lang:
            continue
        room, kind, second = term.topic.split("|")
        if not reading.shown.startswith(term.capitals, start):
            continue
        if room == "source":
            words.append(Word(start, end, kind))
        else:
            cues += _cue(masked, start, end, kind, second, term.lang)
    return _longest(cues), _longest_words(words)


def _cue(
    masked: str, start: int, end: int, kind: str, second: str, lang: str
) -> list[Cue]:
    stop = end
    if kind in VERBS and masked.endswith(REFLEXIVE, start, end):
        return []  # уточняется, отмечается: nobody is named
    if second:
        after = BREAK.search(masked, end, end + FAR)
        limit = after.start() if after else min(end + FAR, len(masked))
        found = re.search(rf"(?<!\w){second}(?!\w)", masked[end:limit])
        if not found:
            return []
        stop = end + found.end()
    if kind == "participle":
        rules = grammar(lang)
        low = max(0, start - FAR)
        found = rules.auxiliary.search(masked[low:start]) if rules else None
        if not found:
            return []
        start = low + found.start() if lang == "fr" else start
    return [Cue(start, end, stop, kind, lang)]


def _longest(cues: list[Cue]) -> list[Cue]:
    """Keep the longest of cues that overlap; none of those that are no cues."""
    order = sorted(cues, key=lambda cue: (cue.start, -cue.end, cue.kind))
    kept: list[Cue] = []
    for cue in order:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
        elif cue.end - cue.start > kept[-1].end - kept[-1].start or (
            cue[:2] == kept[-1][:2] and kept[-1].stop < cue.stop
        ):
            kept[-1] = cue
    return [cue for cue in kept if cue.kind != "none"]


def _longest_words(words: list[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in sorted(words, key=lambda one: (one.start, -one.end, one.kind)):
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept


@knowledge.remembered
def _lexicon(lang: str) -> Lexicon:
    terms = []
    for row in knowledge.rows("statement_cues"):
        if row["lang"] == lang:
            first, _, second = row["cue"].partition(GAP)
            terms.append(Term(f"cue|{row['kind']}|{second}", lang, first))
    for row in knowledge.rows("statement_sources"):
        if row["lang"] == lang:
            terms.append(Term(f"source|{row['kind']}|", lang, row["term"]))
    return compile_terms(terms)
