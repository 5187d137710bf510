"""
Measure how fast names are found, beside spaCy's PhraseMatcher in the same run.

    python tools/bench_names.py

Megabytes of text (UTF-8) a second of the processor, one core, all names of the tables.
Finding, the check of boundaries and the choice of the longest are taken together. The
texts are those of ``bench.py``, in which every few words are a name, and the same with
nine of ten sentences that name nobody. PhraseMatcher is left out where it is missing.
"""

from __future__ import annotations

from collections.abc import Callable

import bench
import pandas as pd

from koreasec import knowledge
from koreasec.tag import _fold
from koreasec.tag._actors import choose, match
from koreasec.tag._actors.lexicon import lexicon
from koreasec.tag._documents import Document

SPARSE = 9  # sentences without a name for each of the others


def report(documents: int = 100) -> None:
    """Print one line a measurement."""
    dense = bench.corpus(documents)["text"].tolist()
    sparse = ["\n".join(_spread(text, place)) for place, text in enumerate(dense)]
    print(f"{len(knowledge.lines('actor_names')):,} names")
    for label, texts in (("every sentence", dense), ("one of ten", sparse)):
        size = sum(len(text.encode()) for text in texts) / 1e6
        for name, work in _works(texts).items():
            speed = size / bench.seconds(work)
            print(f"names in {label:15} {name:32} {speed:7.2f} MB/s")


def _spread(text: str, place: int) -> list[str]:
    plain = PLAIN[bench.LANGS[place % len(bench.LANGS)]]
    return [line for one in text.split("\n") for line in (one, *[plain] * SPARSE)]


PLAIN = {
    "de": "der regen hielt an, und viele blieben deshalb zu hause bei den kindern.",
    "en": "the rain went on, so many of them stayed at home and read to the children.",
    "ru": "дождь не прекращался, и поэтому многие остались дома и читали детям книги.",
    "uk": "дощ не вщухав, тож багато хто лишився вдома й читав дітям книжки вголос.",
    "ko": "비가 그치지 않아 많은 사람들이 집에 머물며 아이들에게 책을 읽어 주었다.",
}


def _works(texts: list[str]) -> dict[str, Callable[[], object]]:
    readings = [
        _fold.read(Document(str(place), text, given_lang=bench.LANGS[place % 5]))
        for place, text in enumerate(texts)
    ]
    for reading in readings:
        reading.lang(0)
    automaton = lexicon().automaton
    found: dict[str, Callable[[], object]] = {
        "finding alone": lambda: [
            automaton.find_matches_as_indexes(one.low, overlapping=True)
            for one in readings
        ],
        "finding, boundary, longest": lambda: [
            choose.names(one, match.hits(one)) for one in readings
        ],
    }
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return found
    blank = spacy.blank("xx")
    matcher = PhraseMatcher(blank.vocab, attr="LOWER")
    names = pd.Series([row["name"] for row in knowledge.rows("actor_names")]).unique()
    matcher.add("names", [blank.make_doc(name) for name in names])
    found["PhraseMatcher"] = lambda: [matcher(blank.make_doc(text)) for text in texts]
    return found


if __name__ == "__main__":
    report()
