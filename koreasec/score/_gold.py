"""Read annotated texts: tags out, text and offsets kept."""

from __future__ import annotations

from calendar import monthrange
from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

import pandas as pd

from .. import schema, text
from ..errors import InputError

NEEDED = {"doc": ("id", "lang"), "a": ("id",), "l": ("id",), "t": ("type", "value")}
TRUTH = {"dct": "str", "dct_from": schema.DAY, "dct_to": schema.DAY}
Days = tuple[pd.Timestamp | None, pd.Timestamp | None]


class Gold(NamedTuple):
    """Annotated texts as tables: ``docs`` with ``dct``, ``mentions``, ``dates``."""

    docs: pd.DataFrame
    mentions: pd.DataFrame
    dates: pd.DataFrame


def read(folder: str | Path) -> Gold:
    """
    Read every annotated text in `folder` and below it, or one file.

    Parameters
    ----------
    folder
        Where the ``.xml`` files are, or the path of one.

    Returns
    -------
    Gold
        ``docs`` (one row per text, ``published_*`` filled from ``dct``,
        with ``dct``, ``dct_from``, ``dct_to``, ``gold_lang`` added;
        ``lang`` is left open), ``mentions`` (``<a>`` and ``<l>``) and
        ``dates`` (``<t>``).

    Raises
    ------
    InputError
        Names file and line: XML that is broken, has a DOCTYPE, a tag
        or attribute that the guide does not know, or tags in tags.
    """
    place = Path(folder)
    files = [place] if place.is_file() else sorted(place.rglob("*.xml"))
    if not files:
        msg = f"no .xml file in {str(folder)!r}; give a folder of annotated texts."
        raise InputError(msg)
    texts = [_Reader(file).read() for file in files]
    _refuse_twins(texts)
    docs = schema.table("docs", ([*one.row()] for one in texts))
    for column, dtype in TRUTH.items():
        values = [one.truth()[column] for one in texts]
        docs[column] = pd.Series(values, dtype=dtype)
    docs["gold_lang"] = pd.Series([one.head["lang"] for one in texts], dtype="str")
    mentions = pd.DataFrame(
        [row for one in texts for row in one.found if row["tag"] != "t"],
        columns=["doc_id", "start", "end", "surface", "tag", "id", "via"],
    )
    dates = pd.DataFrame(
        [row for one in texts for row in one.found if row["tag"] == "t"],
        columns=["doc_id", "start", "end", "surface", "type", "value"],
    )
    return Gold(docs, mentions, dates)


def days(written: str) -> Days:
    """Return the first and the last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    if not written:
        return None, None
    parts = [int(part) for part in written.split("-")]
    year, month = parts[0], (parts[1:2] or [12])[0]
    first = pd.Timestamp(year, (parts[1:2] or [1])[0], (parts[2:3] or [1])[0])
    last = (parts[2:3] or [monthrange(year, month)[1]])[0]
    return first, pd.Timestamp(year, month, last)


class _Reader:
    """One file: its head, its text, its tags with their offsets."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.head: dict[str, str] = {}
        self.pieces: list[str] = []
        self.length = 0
        self.found: list[dict[str, Any]] = []
        self.open: dict[str, Any] | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def read(self) -> _Reader:
        try:
            self.parser.Parse(self.file.read_bytes(), True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            msg = f"{self.file.name}, line {error.lineno}: {what}."
            raise InputError(msg) from error
        if text.normalise(self.text) != self.text:
            self._refuse("a letter and its accent stand on both sides of a tag")
        return self

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def row(self) -> list[Any]:
        """Return the row of the table ``docs``, in the order of its columns."""
        first, last = days(self.head.get("dct", ""))
        row = dict.fromkeys(schema.TABLES["docs"], "")
        row |= {"doc_id": self.head["id"], "text": self.text, "path": self.file.name}
        row["title"] = self._title()
        known = "given" if first else None
        more = {"lang": None, "lang_confidence": None, "published_basis": known}
        return list(
            {**row, **more, "published_from": first, "published_to": last}.values()
        )

    def truth(self) -> dict[str, Any]:
        """Return what the annotator says about the day of publication."""
        dct = self.head.get("dct", "")
        first, last = days(dct)
        return {
            "dct": dct,
            "dct_from": days(self.head.get("dct_from", ""))[0] or first,
            "dct_to": days(self.head.get("dct_to", ""))[1] or last,
        }

    def _title(self) -> str:
        line, gap, _ = self.text.lstrip().partition("\n\n")
        return line if gap and "\n" not in line and len(line) <= 200 else ""

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag not in NEEDED or (tag == "doc") == bool(self.head):
            self._refuse(f"<{tag}> has no place here; the guide knows doc, a, l, t")
        if self.open is not None:
            self._refuse(f"<{tag}> stands inside <{self.open['tag']}>")
        lacking = [name for name in NEEDED[tag] if not given.get(name)]
        if lacking:
            self._refuse(f"<{tag}> lacks {', '.join(lacking)}")
        if tag == "doc":
            self._check_days(given)
            self.head = given
        else:
            self.open = {"tag": tag, "start": self.length, **given}

    def _check_days(self, given: dict[str, str]) -> None:
        for name in TRUTH:
            try:
                days(given.get(name, ""))
            except (ValueError, IndexError):
                msg = f"{name} is {given[name]!r}; write YYYY, YYYY-MM or YYYY-MM-DD"
                self._refuse(msg)

    def _end(self, tag: str) -> None:
        if self.open is None:
            return
        start = self.open["start"]
        self.open |= {"doc_id": self.head["id"], "end": self.length}
        self.open["surface"] = self.text[start:]
        if self.length == start:
            self._refuse(f"<{tag}> holds no text")
        self.found.append(self.open)
        self.open = None

    def _text(self, data: str) -> None:
        self.pieces.append(text.normalise(data))
        self.length += len(self.pieces[-1])

    def _doctype(self, *_: object) -> None:
        self._refuse("a DOCTYPE is refused, it could load or blow up other text")

    def _refuse(self, why: str) -> None:
        msg = f"{self.file.name}, line {self.parser.CurrentLineNumber}: {why}."
        raise InputError(msg)


def _refuse_twins(texts: list[_Reader]) -> None:
    seen: dict[str, str] = {}
    for one in texts:
        doc_id = one.head["id"]
        if doc_id in seen:
            msg = f"{one.file.name} and {seen[doc_id]} both have the id {doc_id!r}."
            raise InputError(msg)
        seen[doc_id] = one.file.name
