"""Gold and found side by side, counted."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from .. import knowledge
from ._gold import Gold, days
from ._match import Pair, pair, rates

UNKNOWN = "not in actors.csv"
TAGS = {"actors": "a", "places": "l"}


def actors(gold: Gold, mentions: pd.DataFrame | None) -> pd.DataFrame:
    """Count right actors and right places: over all, by language, by kind."""
    rows: list[dict[str, object]] = []
    if mentions is None:
        return pd.DataFrame()
    for what in TAGS:
        true, found = sides(gold, mentions, what)
        pairs = pair(true, found, same="id")
        rows.append({"what": what, "by": "all", **_counts(true, found, pairs)})
        for by in ("lang", "kind") if what == "actors" else ("lang",):
            for value in sorted({*true[by], *found[by]}):
                mine = true[true[by] == value], found[found[by] == value]
                chosen = [one for one in pairs if one[0][by] == value]
                row = {"what": what, "by": f"{by} {value}"}
                rows.append(row | _counts(*mine, chosen))
    return pd.DataFrame(rows)


def dates(gold: Gold, found: pd.DataFrame | None) -> pd.DataFrame:
    """Count right time expressions by span, type and value: over all, by language."""
    if found is None:
        return pd.DataFrame()
    true, theirs = _with_lang(gold.dates, gold), _with_lang(found, gold)
    pairs, rows = pair(true, theirs), []
    for lang in ["all", *sorted({*true["lang"], *theirs["lang"]})]:
        n_true = sum(lang in ("all", one) for one in true["lang"])
        n_found = sum(lang in ("all", one) for one in theirs["lang"])
        chosen = [one for one in pairs if lang in ("all", one[0]["lang"])]
        row: dict[str, object] = {"lang": lang, "gold": n_true, "found": n_found}
        for column in ("span", "type", "value"):
            right = sum(column == "span" or t[column] == f[column] for t, f in chosen)
            measured = rates(right, n_true, n_found)
            row |= {f"{column}_{name}": value for name, value in measured.items()}
        rows.append(row)
    return pd.DataFrame(rows)


def published(gold: Gold, dated: pd.DataFrame | None) -> pd.DataFrame:
    """Compare each inferred interval with the day of publication and with the proof."""
    if dated is None:
        return pd.DataFrame()
    columns = ["doc_id", "published_from", "published_to", "published_basis"]
    truth = gold.docs[["doc_id", "gold_lang", "dct", "dct_from", "dct_to"]]
    rows = truth.merge(dated[columns], on="doc_id", how="left")
    first, last = rows["published_from"], rows["published_to"]
    spans = zip(rows["dct"], first, last, strict=True)
    equal = (first == rows["dct_from"]) & (last == rows["dct_to"])
    return rows.assign(
        answered=first.notna() | last.notna(),
        inside=[_meets(dct, low, high) for dct, low, high in spans],
        equal=equal,
        days=(last - first).dt.days + 1,
    )


def sides(
    gold: Gold, mentions: pd.DataFrame, what: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return gold and found ``actors`` or ``places``, with the same columns."""
    kind_of = {row["actor"]: row["kind"] for row in knowledge.rows("actors")}
    true = gold.mentions[gold.mentions["tag"] == TAGS[what]]
    true = true.assign(kind=[kind_of.get(one, UNKNOWN) for one in true["id"]])
    place = mentions["kind"] == "place"
    found = mentions[place if what == "places" else ~place]
    return _with_lang(true, gold), _with_lang(found.assign(id=found["actor"]), gold)


def _with_lang(rows: pd.DataFrame, gold: Gold) -> pd.DataFrame:
    """Give `rows` the language that the annotator gave the text."""
    lang_of = dict(zip(gold.docs["doc_id"], gold.docs["gold_lang"], strict=True))
    return rows.assign(lang=rows["doc_id"].map(lang_of).astype("str"))


def _counts(
    true: pd.DataFrame, found: pd.DataFrame, pairs: Sequence[Pair]
) -> dict[str, object]:
    counts = {"gold": len(true), "found": len(found), "right": len(pairs)}
    return {**counts, **rates(len(pairs), len(true), len(found))}


def _meets(dct: str, low: pd.Timestamp, high: pd.Timestamp) -> bool:
    """Tell whether the day (or month) `dct` meets the interval; open ends are wide."""
    first, last = days(dct)
    if first is None or last is None or (pd.isna(low) and pd.isna(high)):
        return False
    return bool((pd.isna(low) or low <= last) and (pd.isna(high) or first <= high))
