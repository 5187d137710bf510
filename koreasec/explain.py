"""Why a span of a text is, or is not, tagged: the rules tried, hit and refused."""

from __future__ import annotations

from collections.abc import Iterator
from numbers import Integral
from typing import Any

import pandas as pd

from . import knowledge, schema, tag
from .errors import InputError
from .evidence import evidence
from .tag._actors import explain as _actors
from .tag._documents import documents

COLUMNS = {
    "what": "str",
    "step": "str",
    "rule": "str",
    "doc_id": "str",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "outcome": "str",
    "note": "str",
}
Row = tuple[str, str, str, int, int, str, str]


def explain(
    docs: pd.DataFrame, rows: Any, start: int | None = None, end: int | None = None
) -> pd.DataFrame:
    """
    Tell in plain English why a span of a text is, or is not, tagged.

    First what was found in the span, then what was tried and refused there:
    for actors, times, topics, the language and the day of publication.

    Parameters
    ----------
    docs
        Texts, one per row; ``lang`` and ``published_*`` count as given.
    rows
        The ``doc_id`` of one of them; or, without `start` and `end`, what
        ``ks.evidence`` takes: a row id, or rows of any table.
    start, end
        The span, in characters of ``text``.

    Returns
    -------
    DataFrame
        One row per thing tried: ``what`` (actors, dates, topics, languages,
        published), ``step`` (result, choice, post, lookup, ...), ``rule``,
        ``doc_id``, ``start``, ``end``, ``surface``, ``outcome`` (``taken``,
        ``unclear``, ``refused``), ``note`` (a sentence).

    Raises
    ------
    InputError
        No such text, or a span outside of it.

    Examples
    --------
    >>> docs = pd.DataFrame({"doc_id": ["a"], "text": ["Im Park."], "lang": ["de"]})
    >>> explain(docs, "a", 3, 7)["rule"].tolist()[0]
    'common noun'
    """
    schema.require(docs, "docs", by="ks.explain", columns=("doc_id", "text"))
    spans: list[tuple[Any, Any, Any]] = [(rows, start, end)]
    if start is None or end is None:
        table = evidence(docs, rows).table
        spans = [*zip(table["doc_id"], table["start"], table["end"], strict=True)]
    found = [one for span in spans for one in _explained(docs, *span)]
    return pd.DataFrame(found, columns=list(COLUMNS)).astype(COLUMNS)


def _explained(
    docs: pd.DataFrame, doc_id: str, start: int, end: int
) -> Iterator[tuple[Any, ...]]:
    chosen = docs[docs["doc_id"] == doc_id]
    if chosen.empty:
        msg = f"ks.explain knows no text {doc_id!r}; choose from docs.doc_id."
        raise InputError(msg)
    text = chosen["text"].fillna("").iloc[0]
    whole = isinstance(start, Integral) and isinstance(end, Integral)
    if not whole or not 0 <= start < end <= len(text):
        msg = f"ks.explain: {start}-{end} is no span of {doc_id!r}, which has"
        raise InputError(f"{msg} {len(text):,} characters.")
    for row in (*_found_actors(chosen, start, end), *_others(chosen, start, end)):
        what, step, rule, first, last, outcome, note = row
        yield what, step, rule, doc_id, first, last, text[first:last], outcome, note


def _found_actors(docs: pd.DataFrame, start: int, end: int) -> Iterator[Row]:
    document = next(documents(docs, by="ks.explain"))
    for step, rule, first, last, outcome, note in _actors.rows(document, start, end):
        yield "actors", step, rule, first, last, outcome, note


def _others(docs: pd.DataFrame, start: int, end: int) -> Iterator[Row]:
    makers = (
        ("dates", tag.dates, _date),
        ("topics", tag.topics, _topic),
        ("languages", tag.passages, _passage),
        ("published", tag.dating_evidence, _evidence),
    )
    for what, make, told in makers:
        made = make(docs)
        for row in made[(made["start"] < end) & (made["end"] > start)].to_dict(
            "records"
        ):
            rule, outcome, note = told(row)
            yield what, "result", rule, row["start"], row["end"], outcome, note


def _date(row: dict) -> tuple[str, str, str]:
    days = [
        f"{day:%Y-%m-%d}" for day in (row["date_from"], row["date_to"]) if day == day
    ]
    said = f"{row['surface']!r} is a time ({row['written']})"
    if row["problem"]:
        reach = f", somewhere from {days[0]} to {days[-1]}" if days else ""
        return "times", "unclear", f"{said}{reach}; its day is open: {row['problem']}."
    when = days[0] if len(set(days)) == 1 else " to ".join(days)
    basis = {
        "stated": "as it says itself",
        "published": "reckoned from the day of publication",
        "likely": "reckoned from the likely day of publication",
        "text": "reckoned from a day named before",
    }.get(row["basis"], "")
    told = f": {when}" if when else ", of no day"
    return "times", "taken", f"{said}{told}{', ' if basis else ''}{basis}."


def _topic(row: dict) -> tuple[str, str, str]:
    label = knowledge.label(row["topic"])
    if " + " in row["term"]:
        return "pair", "taken", f"The two actors here ({row['term']}) make it {label}."
    return "term", "taken", f"{row['surface']!r} is a word of {label} ({row['term']})."


def _passage(row: dict) -> tuple[str, str, str]:
    lang = knowledge.label(row["lang"])
    sure = (
        f"{row['confidence']:.0%} sure"
        if row["confidence"] == row["confidence"]
        else ""
    )
    reason = f"; {row['reason']}" if row["reason"] else ""
    outcome = "unclear" if row["lang"] == "und" else "taken"
    said = "has no language that can be told" if outcome == "unclear" else f"is {lang}"
    extra = f" ({sure})" if sure and outcome == "taken" else ""
    return "passage", outcome, f"The {row['kind']} {said}{extra}{reason}."


def _evidence(row: dict) -> tuple[str, str, str]:
    outcome = "taken" if row["used"] else "refused"
    note = row["note"].rstrip(".")
    said = "dates the text" if row["used"] else "is set aside or narrows nothing"
    return row["rule"], outcome, f"{row['surface']!r} {said}: {note}."
