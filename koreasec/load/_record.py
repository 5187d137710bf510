"""One text on its way into ``docs``, and what its file says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..text import normalise

SURROGATE = re.compile("[\ud800-\udfff]")
PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ][\d:.,+Zz -]*)?)?)?\Z")
TITLE_LENGTH = 200
PARAGRAPH = re.compile(  # a sentence ends: not an initial, not an ellipsis
    r"(?<![.])(?<!\b\w)[.。](?:['\"”»“’」』）)]*\Z|\s+\S)"
)


@dataclass(frozen=True)
class Record:
    """A text with what is given about it; empty strings where nothing is."""

    doc_id: str
    long_id: str = ""
    title: str = ""
    text: str = ""
    source: str = ""
    url: str = ""
    path: str = ""
    encoding: str = ""
    lang: str = ""
    published: str = ""
    problem: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    def row(self) -> tuple[Any, ...]:
        """The row of ``docs``, text and title cleaned, dates as an interval."""
        text, title, problems = self.text, self.title, [self.problem]
        if SURROGATE.search(text + title):
            text, title = SURROGATE.sub("\ufffd", text), SURROGATE.sub("\ufffd", title)
            problems.append("broken characters replaced by U+FFFD")
        text, title = normalise(text), " ".join(normalise(title).split())
        if not text.strip() and not self.problem:
            problems.append("empty")
        if (
            title
            and text.strip()
            and title not in text[: 2 * TITLE_LENGTH + len(title)]
        ):
            text = f"{title}\n\n{text}"  # a title is part of the text
        given = interval(self.published) if self.published else None
        if self.published and given is None:
            problems.append(f"published {self.published!r} is no YYYY-MM-DD; left out")
        where = (SURROGATE.sub("\ufffd", v) for v in (self.source, self.url, self.path))
        return (
            self.doc_id,
            title or first_line(text),
            text,
            *where,
            self.encoding,
            self.lang or None,
            1.0 if self.lang else float("nan"),
            "given" if self.lang else "",
            "",
            given[0] if given else pd.NaT,
            given[1] if given else pd.NaT,
            "given" if given else None,
            "; ".join(filter(None, problems)),
        )


def first_line(text: str) -> str:
    """
    Return the title that `text` opens with: a short line above a blank line.

    A very short line above another short line is a kicker (``Außenpolitik``);
    the title stands below it. What ends in a full stop or holds two sentences
    is a paragraph, and a paragraph is no title.
    """
    blocks = [
        block.strip() for block in re.split(r"\n[ \t]*\n", text.strip(), maxsplit=3)
    ]
    heads: list[str] = []
    for block in blocks[:-1]:
        if not block or "\n" in block or len(block) > TITLE_LENGTH:
            break
        if PARAGRAPH.search(block):
            break
        heads.append(block)
    if not heads:
        return ""
    kicker = len(heads) > 1 and len(heads[0].split()) <= 4 < len(heads[1].split())
    return heads[1] if kicker else heads[0]


def interval(published: str) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """
    Return the first and last day that ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` allows.

    >>> interval("2025-02")
    (Timestamp('2025-02-01 00:00:00'), Timestamp('2025-02-28 00:00:00'))
    """
    match = PUBLISHED.match(published.strip())
    if not match:
        return None
    year, month, day = match.groups()
    try:
        first = pd.Timestamp(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return first, first
    step = pd.DateOffset(months=1) if month else pd.DateOffset(years=1)
    try:
        return first, first + step - pd.Timedelta(days=1)
    except (ValueError, OverflowError):
        return None
