"""Who speaks how often: statements counted by speaker, with their languages."""

from __future__ import annotations

import pandas as pd

from .. import knowledge, schema
from ._rows import ids, ordered, unique

MODES = ["direct", "indirect", "mixed"]
COLUMNS = [
    "speaker",
    "label",
    "source_kind",
    "statements",
    *MODES,
    "relayed",
    "documents",
    "langs",
    "rows",
]


def by_speaker(statements: pd.DataFrame) -> pd.DataFrame:
    """
    Count what each speaker says, and in which languages it is quoted.

    Speakers who are not known are counted by their kind: anonymous
    officials, unnamed sources, people and organisations that are in no
    table, and statements that name nobody.

    Parameters
    ----------
    statements
        The table ``statements``, e.g. from ``ks.tag.statements(docs)``.

    Returns
    -------
    DataFrame
        One row per speaker, or kind of unknown speaker, the one with most
        statements first, then by id: ``speaker`` (empty where it is not
        known), ``label`` (in English), ``source_kind`` (the most frequent),
        ``statements``, ``direct``, ``indirect``, ``mixed``, ``relayed``
        (passed on by somebody else than the writer), ``documents``,
        ``langs`` (of the words themselves), ``rows`` (ids of the
        statements).

    Examples
    --------
    >>> from koreasec import schema
    >>> row = ("a", 0, 0, 9, '"Niemals"', "direct", "so", "kim-jong-un")
    >>> row = (*row, 14, 17, "Kim", "person", "kcna", "de", "")
    >>> made = by_speaker(schema.table("statements", [row]))
    >>> made[["label", "statements", "relayed", "langs"]].values.tolist()
    [['Kim Jong Un', 1, 1, ('de',)]]
    """
    schema.require(statements, "statements", by="ks.count.by_speaker")
    told = ordered(statements)
    told = told.assign(row=ids(told))
    unknown = told["speaker"].eq("")
    told["key"] = told["speaker"].where(~unknown, "?" + told["source_kind"])
    counted = [_row(part) for _, part in told.groupby("key", sort=True)]
    made = pd.DataFrame(counted, columns=COLUMNS)
    return made.sort_values(
        ["statements", "speaker", "source_kind"],
        ascending=[False, True, True],
        ignore_index=True,
    )


def _row(part: pd.DataFrame) -> tuple[object, ...]:
    speaker = part["speaker"].iloc[0]
    kinds = part["source_kind"].value_counts()
    kind = min(kinds.index, key=lambda one: (-kinds[one], one))
    return (
        speaker,
        knowledge.label(speaker) if speaker else f"{kind or 'nobody'} (not known)",
        kind,
        len(part),
        *(int(part["mode"].eq(mode).sum()) for mode in MODES),
        int(part["relayed_by"].ne("").sum()),
        part["doc_id"].nunique(),
        unique(sorted(set(part["lang"]))),
        unique(part["row"]),
    )
