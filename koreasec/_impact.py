"""What changes in the tables when the knowledge does: ``ks.knowledge.impact``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from . import count, knowledge, schema, tag

SPAN = ["doc_id", "start", "end"]
MENTIONS = {
    "change": "str",
    "doc_id": "str",
    "sentence": "int64",
    **schema.SPAN,
    "actor_before": "str",
    "actor_after": "str",
    "rows": "object",
}
PAIRS = {
    "change": "str",
    "actor_a": "str",
    "actor_b": "str",
    "together_before": "int64",
    "together_after": "int64",
    "docs_before": "int64",
    "docs_after": "int64",
    "rows": "object",
}


class Impact(NamedTuple):
    """What two states of the knowledge make of the same texts, where they differ."""

    mentions: pd.DataFrame
    pairs: pd.DataFrame


def impact(
    docs: pd.DataFrame,
    before: str | Path | None,
    after: str | Path | None,
    *,
    within: str,
) -> Impact:
    """Do the work of :func:`koreasec.knowledge.impact`."""
    tagged, counted = [], []
    passages = tag.passages(docs) if within == "passage" else None
    for folder in (before, after):
        with knowledge.using(folder):
            mentions = tag.actors(docs)
            tagged.append(mentions)
            counted.append(count.pairs(mentions, within=within, passages=passages))
    return Impact(_mentions(*tagged), _pairs(*counted))


def _mentions(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions that only one has, or that have another actor."""
    columns = [*SPAN, "sentence", "surface"]
    both = before[[*columns, "actor"]].merge(
        after[[*columns, "actor"]],
        on=columns,
        how="outer",
        suffixes=("_before", "_after"),
        indicator="found",
    )
    change = (
        both["found"]
        .astype("str")
        .map({"left_only": "removed", "right_only": "added", "both": "other actor"})
    )
    both = both.fillna({"actor_before": "", "actor_after": ""}).assign(change=change)
    same = both["found"].eq("both") & both["actor_before"].eq(both["actor_after"])
    kept = both[~same].sort_values([*SPAN, "change"], ignore_index=True)
    spans = zip(kept["doc_id"], kept["start"], kept["end"], strict=True)
    rows = pd.Series([(schema.row_id(*span),) for span in spans], dtype=object)
    return kept.assign(rows=rows)[list(MENTIONS)].astype(MENTIONS)


def _pairs(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs whose counts or rows differ, the largest change first."""
    columns = ["actor_a", "actor_b"]
    told = [*columns, "together", "docs", "rows"]
    both = before[told].merge(
        after[told], on=columns, how="outer", suffixes=("_before", "_after")
    )
    seen = [both[f"rows_{one}"].map(_as_tuple) for one in ("before", "after")]
    counts = [name for name in PAIRS if name.endswith(("_before", "_after"))]
    both[counts] = both[counts].fillna(0).astype("int64")
    rows = [tuple(dict.fromkeys((*old, *new))) for old, new in zip(*seen, strict=True)]
    made = both.assign(rows=pd.Series(rows, dtype=object), change="other count")
    made.loc[made["together_before"].eq(0), "change"] = "added"
    made.loc[made["together_after"].eq(0), "change"] = "removed"
    made["by"] = (made["together_after"] - made["together_before"]).abs()
    other = [old != new for old, new in zip(*seen, strict=True)]
    made = made[pd.Series(other, dtype=bool)].sort_values(
        ["by", *columns], ascending=[False, True, True], ignore_index=True
    )
    return made[list(PAIRS)].astype(PAIRS)


def _as_tuple(rows: object) -> tuple[str, ...]:
    return rows if isinstance(rows, tuple) else ()


knowledge.measures["impact"] = impact
