"""
Find what texts are about: terms of a topic, and actors who make a topic together.

The terms stand in ``koreasec/data/topic_terms.csv``, the actors in
``topic_actors.csv``; here they are only looked for.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

import pandas as pd

from .. import knowledge
from ._documents import Document, Mention, each
from ._fold import Reading
from ._terms import Lexicon, Term, compile_terms


class Hit(NamedTuple):
    """One row of the table ``topics`` without its ``doc_id``."""

    sentence: int
    start: int
    end: int
    surface: str
    topic: str
    term: str


def topics(docs: pd.DataFrame) -> pd.DataFrame:
    """
    Find the topics that texts touch, each hit with its words.

    A term counts in passages of its own language. In a passage of a
    language without terms those of the text's main language count, and
    where that cannot be told either those of all languages. A term
    inside a longer one is left out ("satellite" in "satellite imagery");
    the same words may belong to several topics. Some topics are also
    told by two actors in one sentence (North Korea and Russia): then the
    hit spans both.

    Parameters
    ----------
    docs
        The texts: ``doc_id``, ``text``; ``lang`` where it is known.

    Returns
    -------
    DataFrame
        The table ``topics``, one row per hit in reading order: ``doc_id``,
        ``sentence``, ``start``, ``end``, ``surface``, ``topic``, ``term``
        (the row of ``topic_terms.csv``, or both actors). A text that
        touches no topic has no row.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "lang": "de", "text": "Raketentest"})
    >>> topics(docs)[["surface", "topic"]].values.tolist()
    [['Raketentest', 'missiles']]
    """
    return each(docs, "topics", _rows, by="ks.tag.topics")


def find(document: Document) -> list[Hit]:
    """Return the hits in one document, in reading order."""
    reading = document.reading
    lexicon = _lexicon(knowledge.overlay())
    found = _outer(_matches(reading, lexicon))
    told = {(hit.topic, hit.sentence) for hit in found}
    pairs = _together(document)
    found += [hit for hit in pairs if (hit.topic, hit.sentence) not in told]
    return sorted(found, key=lambda hit: (hit.start, hit.end, hit.topic))


def _rows(document: Document) -> list[tuple[object, ...]]:
    return [(document.doc_id, *hit) for hit in find(document)]


def _matches(reading: Reading, lexicon: Lexicon) -> list[Hit]:
    ours, found = {*lexicon.langs, "und"}, []
    for start, end, term in lexicon.find(reading.low):
        lang = reading.lang(start)
        lang = lang if lang in ours else reading.document.lang
        if lang not in (term.lang, "und"):
            continue
        if not reading.shown.startswith(term.capitals, start):
            continue
        first, last = reading.span(start, end)
        surface = reading.document.text[first:last]
        sentence = reading.sentence(start)
        found.append(Hit(sentence, first, last, surface, term.topic, term.text))
    return found


def _outer(found: list[Hit]) -> list[Hit]:
    """Leave out hits inside longer ones; of two of one topic the first stays."""
    order = sorted(found, key=lambda hit: (hit.start, -hit.end, -len(hit.term), hit))
    kept: list[Hit] = []
    widest = (-1, -1)
    reached: dict[str, int] = defaultdict(int)
    for hit in order:
        span = (hit.start, hit.end)
        inside = hit.end <= widest[1] and span != widest
        if not inside and hit.start >= reached[hit.topic]:
            kept.append(hit)
            reached[hit.topic] = hit.end
        if hit.end > widest[1]:
            widest = span
    return kept


def _together(document: Document) -> list[Hit]:
    """Return a hit for each sentence that names both actors of a rule."""
    named: dict[int, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in document.mentions:
        named[mention.sentence][mention.actor].append(mention)
    found = []
    for sentence, actors in named.items():
        seen: set[str] = set()
        for topic, a, b in _rules(knowledge.overlay()):
            if topic not in seen and a in actors and b in actors:
                seen.add(topic)
                pair = min(
                    ((one, other) for one in actors[a] for other in actors[b]),
                    key=lambda pair: (
                        abs(pair[0].start - pair[1].start),
                        pair[0].start,
                    ),
                )
                start, end = min(m.start for m in pair), max(m.end for m in pair)
                surface = document.text[start:end]
                found.append(Hit(sentence, start, end, surface, topic, f"{a} + {b}"))
    return found


@cache
def _lexicon(overlay: str) -> Lexicon:
    """Compile the terms; `overlay` is the folder they may be overlaid from."""
    rows = knowledge.rows("topic_terms")
    terms = [Term(row["topic"], row["lang"], row["term"]) for row in rows]
    return compile_terms(terms)


@cache
def _rules(overlay: str) -> list[tuple[str, str, str]]:
    rows = knowledge.rows("topic_actors")
    return [(row["topic"], row["actor_a"], row["actor_b"]) for row in rows]
