"""Timelines and events as files for TimelineJS and for calendars (iCalendar)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

FORMATS = ("timelinejs", "ics")
SUFFIX = {"timelinejs": "json", "ics": "ics"}
NEEDED = {"date_from", "date_to", "sentence_text", "status", "rows"}
SHORT = 90  # characters of a headline
OCTETS = 74  # of a line of a calendar; what follows is folded
STATE = {"planned": "TENTATIVE", "hypothetical": "TENTATIVE", "denied": "CANCELLED"}
MADE = "20000101T000000Z"  # no clock, so that the same table makes the same file
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff]")


def is_timeline(table: pd.DataFrame) -> bool:
    """Tell whether `table` holds dated statements or events."""
    return set(table) >= NEEDED


def write(
    tables: Mapping[str, pd.DataFrame], name: str, path: str, *, format: str
) -> None:
    """Write the timeline `name` among the `tables` to `path`."""
    rows = list(_rows(tables[name]))
    text = _timelinejs(rows) if format == "timelinejs" else _calendar(rows)
    Path(path).write_bytes(text.encode("utf-8"))


def _rows(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield what can be placed in time; a calendar has no place for the rest."""
    dated = table[table["date_from"].notna() & table["date_to"].notna()]
    for row in map(dict, dated.to_dict("records")):
        told = CONTROL.sub("\ufffd", " ".join(str(row["sentence_text"]).split()))
        head = told if len(told) <= SHORT else f"{told[: SHORT - 1]}…"
        where = row["rows"][0] if len(row["rows"]) else ""
        note = [f"{row['status'] or 'reported'}; {row.get('why') or 'one statement'}"]
        note.append(f"from {CONTROL.sub('?', ', '.join(row['rows'][:20]))}")
        yield {
            **{str(key): value for key, value in row.items()},
            "told": told,
            "head": head,
            "where": where,
            "note": note,
        }


def _timelinejs(rows: list[dict[str, Any]]) -> str:
    events = [
        {
            "unique_id": row["where"],
            "start_date": _day(row["date_from"]),
            "end_date": _day(row["date_to"]),
            "text": {
                "headline": html.escape(row["head"]),
                "text": "".join(
                    f"<p>{html.escape(one)}</p>" for one in [row["told"], *row["note"]]
                ),
            },
            "group": row["status"] or "reported",
        }
        for row in rows
    ]
    made = json.dumps({"events": events}, ensure_ascii=False, indent=1)
    return f"{made}\n"


def _day(stamp: pd.Timestamp) -> dict[str, int]:
    return {"year": stamp.year, "month": stamp.month, "day": stamp.day}


def _calendar(rows: list[dict[str, Any]]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//koreasec//timeline//EN"]
    for row in rows:
        after = row["date_to"] + pd.Timedelta(days=1)  # an end is not included
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(row['where'])}@koreasec",
            f"DTSTAMP:{MADE}",
            f"DTSTART;VALUE=DATE:{row['date_from']:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            f"SUMMARY:{_escaped(row['head'])}",
            f"DESCRIPTION:{_escaped(chr(10).join([row['told'], *row['note']]))}",
            f"STATUS:{STATE.get(row['status'], 'CONFIRMED')}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    for letter in ("\\", ";", ","):
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line after so many octets, never inside a character."""
    parts, size = [""], 0
    for letter in line:
        length = len(letter.encode("utf-8"))
        if size + length > OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += length
    return "\r\n".join(parts)
