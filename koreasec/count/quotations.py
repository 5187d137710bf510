"""Who is quoted in which language, directly or in other words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import knowledge, schema
from ._language_parts import called
from ._rows import ids, n_chars, ordered

MODES = ("direct", "mixed", "indirect")
KEYS = ["speaker", "source_kind", "lang"]
COUNTS = ("statements", *MODES, "documents", "characters")
TYPES = {
    **dict.fromkeys((*KEYS, "name", "language"), "str"),
    **dict.fromkeys(COUNTS, "int64"),
    "rows": "object",
}
ALONE = "quotation without a statement"
NEEDED = ("doc_id", "start", "end", "surface", "mode", "speaker", "source_kind", "lang")


def quotations(
    statements: pd.DataFrame, *, passages: pd.DataFrame | None = None
) -> pd.DataFrame:
    """
    Count who is quoted in which language.

    The language is that in which the text gives the words, which need not
    be the one in which they were spoken.

    Parameters
    ----------
    statements
        The table ``statements``, e.g. from ``ks.tag.statements(docs)``.
    passages
        The table ``passages``: adds the quotations in another language
        than their paragraph that lie in no statement, as ``direct``.

    Returns
    -------
    DataFrame
        One row per speaker and language, the most statements first, then
        by name and code: ``speaker`` (actor, ``""`` where none is known),
        ``source_kind`` (``person``, ``organisation``, ``anonymous`` and so
        on; ``quotation without a statement``), ``lang``, what speaker and
        language are called (``name``, ``language``), ``statements``,
        ``direct``, ``mixed`` (in other words, with words in quotation
        marks), ``indirect``, ``documents``, ``characters`` (without
        blanks), ``rows`` (ids of the statements and quotations).

    Examples
    --------
    >>> said = {"doc_id": "a", "start": 0, "end": 9, "surface": "«Так», ка"}
    >>> said = {**said, "mode": "direct", "speaker": "sergei-lavrov"}
    >>> made = pd.DataFrame([{**said, "source_kind": "person", "lang": "ru"}])
    >>> quotations(made)[["speaker", "lang", "direct"]].values.tolist()
    [['sergei-lavrov', 'ru', 1]]
    """
    this = "ks.count.quotations"
    schema.require(statements, "statements", by=this, columns=NEEDED)
    held = ordered(statements)
    held = held.assign(row=ids(held), characters=n_chars(held["surface"]))
    if passages is not None:
        schema.require(passages, "passages", by=this)
        held = pd.concat([held, _alone(held, passages)], ignore_index=True)
        held = ordered(held)
    for column in KEYS:
        held[column] = held[column].fillna("")
    parts = held.groupby(KEYS) if len(held) else ()
    found = [(*map(str, key), *_told(part)) for key, part in parts]
    made = pd.DataFrame(found, columns=[*KEYS, *COUNTS, "rows"])
    made["name"] = knowledge.label(made["speaker"].tolist())
    made["language"] = called(made["lang"])
    made = made[list(TYPES)].astype(TYPES)
    order = ["statements", *KEYS]
    return made.sort_values(
        order, ascending=[name != "statements" for name in order], ignore_index=True
    )


def _told(part: pd.DataFrame) -> tuple[Any, ...]:
    """Return statements, the modes, documents, characters and ids of a `part`."""
    modes = [int(part["mode"].eq(mode).sum()) for mode in MODES]
    documents, characters = part["doc_id"].nunique(), int(part["characters"].sum())
    return len(part), *modes, documents, characters, tuple(part["row"])


def _alone(statements: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Return the quotation passages that no statement meets, as statements."""
    quoted = ordered(passages[passages["kind"].eq("quotation")])
    spans: dict[str, list[tuple[int, int]]] = {}
    rows = (statements[name] for name in ("doc_id", "start", "end"))
    for doc_id, start, end in zip(*rows, strict=True):
        spans.setdefault(doc_id, []).append((start, end))
    met = [
        any(low < end and start < high for low, high in spans.get(doc_id, ()))
        for doc_id, start, end in zip(
            *(quoted[name] for name in ("doc_id", "start", "end")), strict=True
        )
    ]
    left = quoted[~pd.Series(met, dtype="bool")]
    named = {"mode": "direct", "speaker": "", "source_kind": ALONE}
    made = left.assign(**named, row=ids(left), characters=left["n_chars"])
    return made[["doc_id", "start", "end", "lang", *named, "row", "characters"]]
