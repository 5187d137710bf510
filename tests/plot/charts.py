"""Every chart at every size, by name: what all of them must hold is tested once."""

from __future__ import annotations

from koreasec import plot

from . import tables

SIZES = (0, 1, 200)
MAKERS = {
    "pairs": lambda n: plot.pairs(tables.pairs(n), labels=tables.LABELS),
    "pairs npmi": lambda n: plot.pairs(
        tables.pairs(n), measure="npmi", unit="sentence"
    ),
    "network": lambda n: plot.pairs(
        tables.pairs(n), style="network", labels=tables.LABELS
    ),
    "timeline": lambda n: plot.timeline(tables.timeline(n)),
    "timeline by actor": lambda n: plot.timeline(
        tables.timeline(n), lanes="actor", labels=tables.LABELS
    ),
    "timeline by text": lambda n: plot.timeline(tables.timeline(n), lanes="doc_id"),
    "languages": lambda n: plot.languages(tables.by_language(n)),
    "languages by source": lambda n: plot.languages(
        tables.by_language_of("source", n), measure="characters"
    ),
    "languages by month": lambda n: plot.languages(
        tables.by_language_of("month", n), measure="sentences"
    ),
    "languages with variants": lambda n: plot.languages(tables.by_variant(n)),
    "titles and bodies": lambda n: plot.title_body(tables.title_body(n)),
    "confidence": lambda n: plot.confidence(tables.by_confidence(n)),
    "confidence by language": lambda n: plot.confidence(
        tables.by_confidence(n, by="lang")
    ),
    "quotations": lambda n: plot.quotations(tables.quotations(n)),
    "strips": lambda n: plot.strips(tables.passages(min(n, 40))),
    "evidence": lambda n: plot.evidence(
        tables.evidence(n).iloc[: max(n, 0) + 5 * (n > 1)]
    ),
    "published": lambda n: plot.published(tables.docs(n)),
    "months": lambda n: plot.months(tables.by_month(n)),
    "months by language": lambda n: plot.months(tables.by_month(n, by="lang")),
    "topics": lambda n: plot.topics(tables.by_topic(n)),
    "topics by month": lambda n: plot.topics(tables.by_topic_month(n)),
    "topics by language": lambda n: plot.topics(tables.by_topic(n, by="lang")),
}
EVERY = [(name, size) for name in MAKERS for size in SIZES]
SMALL = [(name, size) for name, size in EVERY if size < 2]
LARGE = [(name, 200) for name in MAKERS]


def make(name: str, size: int) -> plot.Chart:
    return MAKERS[name](size)
