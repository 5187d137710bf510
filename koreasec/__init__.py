"""
Multilingual news on Korean-peninsula security as traced tables and charts.

Give it a folder of news texts in any mix of languages, dated or not::

    import koreasec as ks

    docs = ks.load("texts/").pipe(ks.tag.languages).pipe(ks.tag.published)
    mentions = ks.tag.actors(docs)
    pairs = ks.count.pairs(mentions, within="sentence", docs=docs)
    ks.plot.pairs(pairs)
    ks.evidence(docs, pairs.head(1))

The rooms
---------
load      files -> the table ``docs``, one row a text
tag       docs -> what they say: languages, passages, actors, dates, published,
          dating_evidence, topics, statements, relays, translation_hints,
          candidates; ``everything`` makes the tables in one pass
count     tagged tables -> small tables: pairs, windows, communities, timeline,
          events, chronology, by_language, by_month, by_topic, by_actor,
          by_speaker, sources, by_outcome, by_confidence, bounds, contrast,
          glance; mixed, title_body, quotations, hints tell of languages
plot      small tables -> charts with three readings
evidence  rows of any table -> the sentences behind them
explain   why a span is, or is not, tagged
show      one text with what was found in it marked
table     a table fit to read;  answer  prose with computed numbers
export    tables -> Parquet, CSV, GEXF, GraphML, TimelineJS, iCalendar
knowledge what koreasec knows, as tables that anybody can correct; parity,
          impact, spellings

Rooms meet only in tables; ``koreasec.schema`` says what stands in them. Every row
of a tagged table keeps ``doc_id, start, end``, and ``text[start:end]`` is its
``surface``; every row of a counted table keeps the ids of the rows behind it.
"""

from . import _impact, count, errors, knowledge, plot, schema, tag  # noqa: F401
from .answer import answer
from .evidence import evidence
from .explain import explain
from .export import export
from .load import load
from .show import show
from .table import table

__all__ = [
    "answer",
    "count",
    "errors",
    "evidence",
    "explain",
    "export",
    "knowledge",
    "load",
    "plot",
    "schema",
    "show",
    "table",
    "tag",
]
