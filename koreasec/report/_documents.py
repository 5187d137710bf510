"""A page a text: the reader's view that every chart and every table leads to."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pandas as pd

from .. import knowledge
from ..show import show
from ..table import plain

MOST = 1000  # texts that get a page; of a larger corpus the first ones, and it is said


def document_pages(tables: Any) -> dict[str, tuple[str, str]]:
    """Return title and body of each text's page by file name, reading order kept."""
    pages = {}
    for number, row in enumerate(tables.docs.head(MOST).to_dict("records")):
        title = plain(row["title"]) or row["doc_id"]
        view = show(
            tables.docs,
            row["doc_id"],
            mentions=tables.mentions,
            dates=tables.dates,
            topics=tables.topics,
            passages=tables.passages,
        )
        view.head = ""  # the page has a heading of its own
        facts = "".join(
            f"<dt>{name}</dt><dd>{html.escape(plain(value))}</dd>"
            for name, value in _facts(row)
            if value
        )
        body = f"<h1>{html.escape(title)}</h1><dl>{facts}</dl>{view._repr_html_()}"
        pages[_name(number, row["doc_id"])] = (title, body)
    return pages


def _facts(row: dict[Any, Any]) -> list[tuple[str, str]]:
    return [
        ("Text", row["doc_id"]),
        ("Language", language(row["lang"])),
        (
            "Published",
            f"{published(row)} ({row['published_basis']})".replace(" (unknown)", ""),
        ),
        ("Source", row["source"]),
        ("Problem", row["problem"]),
    ]


def language(lang: object) -> str:
    """Return the name of a language, of the one that nobody could tell too."""
    return str(knowledge.label(lang)) if lang and lang != "und" else "undetermined"


def published(row: dict[Any, Any]) -> str:
    """Return the interval of publication as one reads it, an open end in words."""
    first, last = (
        "" if pd.isna(day) else f"{day:%Y-%m-%d}"
        for day in (row["published_from"], row["published_to"])
    )
    if first and last:
        return first if first == last else f"{first} to {last}"
    if not first and not last:
        return "unknown"
    return f"not before {first}" if first else f"not after {last}"


def _name(number: int, doc_id: str) -> str:
    slug = re.sub(r"[^A-Za-z0-9_-]+", "-", doc_id).strip("-")[:60]
    return f"text-{number:04}-{slug}"


def as_script(tables: Any) -> str:
    """Return the script that tells the charts which page belongs to which text."""
    ids = tables.docs["doc_id"].head(MOST)
    pages = {doc_id: f"{_name(at, doc_id)}.html" for at, doc_id in enumerate(ids)}
    return (
        f"window.koreasecPages = {json.dumps(pages).replace('<', chr(92) + 'u003c')};\n"
    )
