"""What is known to have happened in the time that the texts tell of."""

from __future__ import annotations

import pandas as pd

from .. import knowledge, schema

NEEDED = ("date_from", "date_to", "doc_id", "rows")
DAY = pd.Timedelta(days=1)
LONG = pd.Timedelta(days=7)  # a longer interval tells of no one day
TYPES = {
    "event": "str",
    "label": "str",
    "date_from": schema.DAY,
    "date_to": schema.DAY,
    "kind": "str",
    "source": "str",
    "statements": "int64",
    "documents": "int64",
    "rows": "object",
}


def chronology(timeline: pd.DataFrame) -> pd.DataFrame:
    """
    List the known events of the period that a timeline covers.

    The events are rows of the knowledge tables ``chronology`` and
    ``series``: tests, summits, treaties, resolutions, numbered meetings,
    each with its source. Beside them stands how many statements name
    their days, a day more or less for the hours between Korea and the
    reporter. That days are equal proves no more than that; see
    ``ks.count.events``.

    Parameters
    ----------
    timeline
        The table of ``ks.count.timeline(dates, docs=docs)``.

    Returns
    -------
    DataFrame
        One row per known event, the earliest first: ``event``, ``label``,
        ``date_from``, ``date_to``, ``kind``, ``source``, ``statements``,
        ``documents``, ``rows``. None where nothing is dated.

    Examples
    --------
    >>> day = pd.Timestamp("2018-06-12")
    >>> made = pd.DataFrame({"date_from": [day], "date_to": [day]})
    >>> made = made.assign(doc_id="a", rows=[("a:0-9",)])
    >>> chronology(made)[["label", "statements"]].values.tolist()[0]
    ['the joint statement of Singapore was signed', 1]
    """
    schema.require(timeline, "timeline", by="ks.count.chronology", columns=NEEDED)
    dated = timeline[timeline["date_from"].notna() & timeline["date_to"].notna()]
    first, last = dated["date_from"].min(), dated["date_to"].max()
    short = dated[dated["date_to"] - dated["date_from"] < LONG]
    made = []
    for row in _known():
        begin = pd.Timestamp(row["date_from"])
        end = pd.Timestamp(row["date_to"] or row["date_from"])
        if len(dated) and begin <= last and end >= first:
            near = short["date_from"].le(end + DAY) & short["date_to"].ge(begin - DAY)
            told = short[near]
            ids = tuple(dict.fromkeys(one for rows in told["rows"] for one in rows[:1]))
            known = row["event"], row["label"], begin, end, row["kind"], row["source"]
            made.append((*known, len(told), told["doc_id"].nunique(), ids))
    table = pd.DataFrame(made, columns=list(TYPES)).astype(TYPES)
    return table.sort_values(["date_from", "event"], ignore_index=True)


def _known() -> list[dict[str, str]]:
    """Return the rows of the chronology, then the numbered meetings and tests."""
    numbered = [
        {
            **row,
            "event": f"{row['series']}-{row['number']}",
            "label": f"{row['label']}, number {row['number']}",
            "kind": row["series"],
        }
        for row in knowledge.rows("series")
        if row["date_from"]
    ]
    return [*knowledge.rows("chronology"), *numbered]
