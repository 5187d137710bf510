"""Which dated statements tell of one event, across texts and languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from .. import knowledge, schema
from ._rows import acting, unique
from ._same_event import Key, Statement, groups, numbers

NEEDED = (
    "date_from",
    "date_to",
    "precision",
    "doc_id",
    "sentence",
    "start",
    "end",
    "surface",
    "value",
    "status",
    "sentence_text",
    "actors",
    "topics",
    "rows",
)
TYPES = {
    "event": "str",
    "date_from": schema.DAY,
    "date_to": schema.DAY,
    "precision": "str",
    "doc_id": "str",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "value": "str",
    "status": "str",
    "statements": "int64",
    "documents": "int64",
    "langs": "object",
    "actors": "object",
    "topics": "object",
    "sentence_text": "str",
    "why": "str",
    "rows": "object",
}
EXACT = ("precision", "doc_id", "start", "end", "surface", "value")
NO_EVENT = ("denied", "hypothetical", "anniversary")
WORD = {"number": "the number {}", "topic": "the topic {}"}
TOLD = 6  # shared things that are told


def events(
    timeline: pd.DataFrame,
    *,
    docs: pd.DataFrame,
    mentions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """
    Group the dated statements that tell of one event.

    Two statements are about one event if their days meet and they have
    enough in common: people, weapons, organisations, places, topics,
    numbers. States count little; different weapons exclude each other.
    The longer an interval, the more is needed; one longer than a month
    is never grouped. What is denied, only possible or an anniversary is
    no event and left out.

    Parameters
    ----------
    timeline
        The table of ``ks.count.timeline(dates, docs=docs, ...)``, with
        actors and topics told.
    docs
        The texts.
    mentions
        With these the places of the sentences count too.

    Returns
    -------
    DataFrame
        One row per event, those in most documents first, then by day:
        ``event`` (id of its first date), ``date_from``, ``date_to`` (the
        days that all its statements allow, else of the shortest),
        ``precision``, ``doc_id``, ``start``, ``end``, ``surface``,
        ``value`` (of its most exact date), ``status`` (of most
        statements), ``statements``, ``documents``, ``langs``,
        ``actors`` and ``topics`` (in half of its statements),
        ``sentence_text`` (the shortest), ``why`` (what holds the group
        together) and ``rows``. ``ks.plot.timeline`` draws it as it is.

    Examples
    --------
    >>> from koreasec import count, schema
    >>> docs = schema.table("docs").assign(doc_id=["a"], text="")
    >>> made = count.timeline(schema.table("dates"), docs=docs)
    >>> len(events(made, docs=docs))
    0
    """
    by = "ks.count.events"
    schema.require(timeline, "timeline", by=by, columns=NEEDED)
    schema.require(docs, "docs", by=by, columns=("doc_id", "text"))
    if mentions is not None:
        schema.require(mentions, "mentions", by=by)
    dated = timeline["date_from"].notna() & timeline["date_to"].notna()
    told = timeline[dated & ~timeline["status"].isin(NO_EVENT)]
    told = told.sort_values(["date_from", "doc_id", "start"], ignore_index=True)
    statements = _statements(told, _places(mentions))
    together, shared = groups(statements)
    langs = _languages(docs)
    made = [_event(told, group, shared, langs) for group in together]
    table = pd.DataFrame(made, columns=list(TYPES)).astype(TYPES)
    order = ["documents", "date_from", "date_to", "event"]
    return table.sort_values(
        order, ascending=[False, True, True, True], ignore_index=True
    )


def _languages(docs: pd.DataFrame) -> dict[str, str]:
    lang = docs["lang"] if "lang" in docs else pd.Series("und", index=docs.index)
    return dict(zip(docs["doc_id"], lang.fillna("und"), strict=True))


def _places(mentions: pd.DataFrame | None) -> dict[tuple[str, int], set[str]]:
    """Return the places named in each sentence."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    if mentions is not None:
        named = acting(mentions, ("place",))
        keys = zip(named["doc_id"], named["sentence"], strict=True)
        for key, place in zip(keys, named["actor"], strict=True):
            found[key].add(place)
    return found


def _statements(
    told: pd.DataFrame, places: dict[tuple[str, int], set[str]]
) -> list[Statement]:
    kind = {row["actor"]: row["kind"] for row in knowledge.rows("actors")}
    made = []
    for row in told.to_dict("records"):
        keys: set[Key] = {(kind[one], one) for one in row["actors"] if one in kind}
        keys |= {("topic", topic) for topic in row["topics"]}
        keys |= {
            ("place", at) for at in places.get((row["doc_id"], row["sentence"]), ())
        }
        found = numbers(row["sentence_text"], row["surface"])
        keys |= {("number", number) for number in found}
        days = row["date_from"].toordinal(), row["date_to"].toordinal()
        made.append(Statement(*days, frozenset(keys)))
    return made


def _event(
    told: pd.DataFrame,
    group: list[int],
    shared: dict[int, Counter[Key]],
    langs: dict[str, str],
) -> tuple[object, ...]:
    rows = told.iloc[group]
    first, last = rows["date_from"].max(), rows["date_to"].min()
    best = rows.iloc[int((rows["date_to"] - rows["date_from"]).argmin())]
    if first > last:
        first, last = best["date_from"], best["date_to"]
    texts = list(dict.fromkeys(rows["doc_id"]))
    return (
        rows["rows"].iloc[0][0],
        first,
        last,
        *(best[name] for name in EXACT),
        rows["status"].value_counts(sort=True).index[0],
        len(rows),
        len(texts),
        unique(langs.get(doc_id, "und") for doc_id in texts),
        _mostly(rows["actors"]),
        _mostly(rows["topics"]),
        min(rows["sentence_text"], key=lambda one: (len(one), one)),
        _why(shared.get(group[0], Counter()), len(rows)),
        unique(row for found in rows["rows"] for row in found),
    )


def _label(kind: str, name: str) -> str:
    if kind == "number":
        return name
    return knowledge.label(name).lower() if kind == "topic" else knowledge.label(name)


def _mostly(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what stands in half of the `lists` or more, the most frequent first."""
    every = [dict.fromkeys(one) for one in lists]
    counts = Counter(name for one in every for name in one)
    kept = [name for name, count in counts.items() if 2 * count >= len(every)]
    return tuple(sorted(kept, key=lambda name: (-counts[name], name)))


def _why(shared: Counter[Key], statements: int) -> str:
    if statements == 1:
        return ""
    most = sorted(shared, key=lambda key: (-shared[key], key))[:TOLD]
    named = [WORD.get(kind, "{}").format(_label(kind, name)) for kind, name in most]
    return f"the days meet; in common: {', '.join(named)}"
