"""
The tables that travel between rooms: their columns, their types, who makes each.

Offsets are code points of ``docs.text``; ``text[start:end]`` is ``surface`` in every
row that has one. Times are pandas datetimes without zone; intervals are closed.
A missing time is ``NaT``; a text that says nothing is ``""``; ``docs.lang`` and
``docs.published_basis`` are missing (``NaN``) only while nobody has looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from . import _cell_types
from .errors import InputError

DAY = "datetime64[us]"
SPAN = {"start": "int64", "end": "int64", "surface": "str"}
WHERE = {"doc_id": "str", "sentence": "int64", **SPAN}

TABLES: dict[str, dict[str, str]] = {
    "docs": {
        "doc_id": "str",
        "title": "str",
        "text": "str",
        "source": "str",
        "url": "str",
        "path": "str",
        "encoding": "str",
        "lang": "str",
        "lang_confidence": "float64",
        "lang_reason": "str",
        "lang_variant": "str",
        "published_from": DAY,
        "published_to": DAY,
        "published_basis": "str",
        "problem": "str",
    },
    "passages": {
        "doc_id": "str",
        "passage": "int64",
        "kind": "str",
        "start": "int64",
        "end": "int64",
        "lang": "str",
        "variant": "str",
        "confidence": "float64",
        "reason": "str",
        "script": "str",
        "n_chars": "int64",
    },
    "mentions": {
        **WHERE,
        "actor": "str",
        "kind": "str",
        "via": "str",
        "lang": "str",
        "problem": "str",
    },
    "dates": {
        **WHERE,
        "type": "str",
        "written": "str",
        "value": "str",
        "date_from": DAY,
        "date_to": DAY,
        "precision": "str",
        "zone": "str",
        "direction": "str",
        "status": "str",
        "basis": "str",
        "problem": "str",
    },
    "dating_evidence": {
        "doc_id": "str",
        **SPAN,
        "rule": "str",
        "date_from": DAY,
        "date_to": DAY,
        "strength": "str",
        "used": "bool",
        "note": "str",
    },
    "topics": {**WHERE, "topic": "str", "term": "str"},
    "statements": {
        **WHERE,
        "mode": "str",
        "cue": "str",
        "speaker": "str",
        "speaker_start": "Int64",
        "speaker_end": "Int64",
        "speaker_surface": "str",
        "source_kind": "str",
        "relayed_by": "str",
        "lang": "str",
        "problem": "str",
    },
    "relays": {
        **WHERE,
        "step": "int64",
        "source": "str",
        "source_kind": "str",
        "relay": "str",
        "relay_start": "int64",
        "relay_end": "int64",
        "how": "str",
    },
    "translation_hints": {
        **WHERE,
        "hint": "str",
        "tells_of": "str",
        "note": "str",
    },
    "parity": {
        "lang": "str",
        "language": "str",
        "support": "str",
        "actors": "int64",
        "of_actors": "int64",
        "actor_share": "float64",
        "own_names": "int64",
        "persons": "int64",
        "states": "int64",
        "organisations": "int64",
        "weapons": "int64",
        "places": "int64",
        "date_rules": "int64",
        "dating_terms": "int64",
        "topics": "int64",
        "topic_terms": "int64",
        "statement_terms": "int64",
        "sentence_terms": "int64",
        "role_terms": "int64",
        "tagged": "str",
        "not_tagged": "str",
    },
    "unnamed": {"actor": "str", "label": "str", "kind": "str", "lang": "str"},
}

MADE_BY = {
    "docs": "ks.load(path)",
    "passages": "ks.tag.passages(docs)",
    "mentions": "ks.tag.actors(docs)",
    "dates": "ks.tag.dates(docs)",
    "dating_evidence": "ks.tag.dating_evidence(docs)",
    "topics": "ks.tag.topics(docs)",
    "statements": "ks.tag.statements(docs)",
    "relays": "ks.tag.relays(docs)",
    "translation_hints": "ks.tag.translation_hints(docs)",
    "parity": "ks.knowledge.parity()",
    "unnamed": "ks.knowledge.unnamed(actors, langs)",
    "by_language": "ks.count.by_language(docs, passages=passages)",
    "by_confidence": "ks.count.by_confidence(docs, passages=passages)",
    "title_body": "ks.count.title_body(docs, passages=passages)",
    "quotations": "ks.count.quotations(statements)",
    "pairs": "ks.count.pairs(mentions)",
    "communities": "ks.count.communities(pairs)",
    "timeline": "ks.count.timeline(dates, docs=docs)",
    "by_month": "ks.count.by_month(docs)",
    "by_topic": "ks.count.by_topic(topics)",
    "chronology": "ks.count.chronology(timeline)",
}


def table(name: str, rows: Iterable[Sequence[Any]] = ()) -> pd.DataFrame:
    """Make the table `name` from `rows` in the order of its columns, types set."""
    columns = TABLES[name]
    made = pd.DataFrame(list(rows), columns=list(columns))
    return made.astype(columns)


def require(
    given: pd.DataFrame, name: str, *, by: str, columns: Iterable[str] = ()
) -> None:
    """Refuse a `given` table that is not the table `name`, and name the remedy."""
    wanted = list(columns) or list(TABLES[name])
    remedy = f" Make it with {MADE_BY[name]}." if name in MADE_BY else ""
    if not isinstance(given, pd.DataFrame):
        msg = f"{by} needs the table {name!r}; got {type(given).__name__}.{remedy}"
        raise InputError(msg)
    missing = [one for one in wanted if not isinstance(one, str) or one not in given]
    if missing:
        msg = f"{by} needs the table {name!r} with the columns {missing}"
        msg = f"{msg}; got {list(given.columns)}.{remedy}"
        raise InputError(msg)
    if name in TABLES or name in MADE_BY:
        _cell_types.check(given, name, wanted, TABLES.get(name, {}))


def require_known(value: str, known: Iterable[str], *, what: str) -> None:
    """Refuse a `value` that is not among the `known` ones, and list those."""
    choices = sorted(known)
    if value not in choices:
        msg = f"unknown {what} {value!r}; choose from {choices}."
        raise InputError(msg)


def row_id(doc_id: str, start: int, end: int) -> str:
    """Name a span for good: ``doc_id:start-end``, the same in every run."""
    return f"{doc_id}:{start}-{end}"


def read_row_id(row: str) -> tuple[str, int, int]:
    """Take a name made by :func:`row_id` apart."""
    doc_id, _, span = str(row).rpartition(":")
    start, _, end = span.partition("-")
    if not (doc_id and start.isdigit() and end.isdigit()):
        msg = f"{row!r} is no row id; they look like 'doc_id:start-end'."
        raise InputError(msg)
    return doc_id, int(start), int(end)
