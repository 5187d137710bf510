"""
Files in, the table ``docs`` out: one row a text, also for texts that cannot be read.

``_sources`` finds the files, ``_decode`` turns bytes into text, ``_tables`` reads
tables with a text column, ``_metadata`` joins what is known beside the texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pandas as pd
from tqdm import tqdm

from .. import knowledge as _knowledge
from .. import schema
from ..errors import InputError
from ._metadata import apply, read_metadata
from ._record import SURROGATE, Record
from ._sources import find_sources

__all__ = ["load"]

LONG = 500  # from so many files on a progress bar is shown


def load(
    source: str | Path | Iterable[str | Path],
    *,
    knowledge: str | Path | None = None,
) -> pd.DataFrame:
    """
    Load texts into the table ``docs``.

    UTF-8 comes first, then byte order marks, then detection; ``encoding``
    says what was taken. Text is kept as NFC with ``\\n`` line ends. A file
    that cannot be read keeps its row, with the reason in ``problem``. In a
    folder (read with its subfolders) hidden files and files named
    ``README`` or ``LICENSE`` are no texts. A ``metadata.csv`` beside the
    texts is joined by ``doc_id``.

    Parameters
    ----------
    source
        A file (``.txt``, ``.md``, ``.html`` with ``koreasec[html]``), a
        table with a text column (``.csv``, ``.tsv``, ``.jsonl``,
        ``.parquet``), a ``.zip`` of such files, a folder, a glob pattern,
        or a list of these.
    knowledge
        A folder of knowledge tables laid over koreasec's own from now on.

    Returns
    -------
    DataFrame
        One row per text, in the order of the files' names: the columns of
        ``koreasec.schema.TABLES["docs"]``, then the further columns of
        the metadata. ``lang`` and ``published_basis`` are missing until a
        tagger has looked, unless the metadata give them.

    Raises
    ------
    InputError
        Nothing at `source`; a broken ``metadata.csv``; a table without a
        text column; two texts with one ``doc_id``.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("북한이 쐈다.", encoding="euc-kr")
    >>> load(folder)[["doc_id", "text"]]
      doc_id     text
    0      a  북한이 쐈다.
    """
    if knowledge is not None:
        _knowledge.use(knowledge)
    sources, roots = find_sources(source)
    bar = tqdm(sources, desc="load", unit="file", disable=len(sources) < LONG)
    records = _with_ids([record for found in bar for record in found.records()])
    for root in roots:
        records = apply(read_metadata(root), records, root)
    return _table(records)


def _with_ids(records: list[Record]) -> list[Record]:
    """Give each text its id: the file's stem, a longer name where stems come twice."""
    named = [replace(record, doc_id=_sound(record.doc_id)) for record in records]
    for longer in (_suffixed_if_no_text, _long, _suffixed, _path):
        count = Counter(record.doc_id for record in named)
        named = [
            record
            if count[record.doc_id] == 1 or not record.long_id
            else replace(record, doc_id=_sound(longer(record)))
            for record in named
        ]
    twice = [doc_id for doc_id, n in Counter(r.doc_id for r in named).items() if n > 1]
    if twice:
        places = [r.path for r in named if r.doc_id == twice[0]]
        msg = f"two texts have the doc_id {twice[0]!r}: {', '.join(places[:4])}."
        raise InputError(f"{msg} Give each text an id of its own.")
    return named


def _suffixed_if_no_text(record: Record) -> str:
    """Keep the stem for the text: of ``a.txt`` and ``a.pdf`` the first is ``a``."""
    return record.doc_id if record.text else _suffixed(record)


def _long(record: Record) -> str:
    return record.doc_id if "." in record.doc_id else record.long_id


def _suffixed(record: Record) -> str:
    suffix = PurePosixPath(record.path.partition(", row ")[0]).suffix
    return record.long_id.removesuffix(suffix) + suffix


def _path(record: Record) -> str:
    return record.path


def _sound(doc_id: str) -> str:
    """Return an id that any table and any shell can hold, as NFC."""
    plain = unicodedata.normalize("NFC", SURROGATE.sub("\ufffd", doc_id))
    return re.sub(r"[\x00-\x1f\x7f]+", " ", plain)


def _table(records: list[Record]) -> pd.DataFrame:
    made = schema.table("docs", [record.row() for record in records])
    extra = list(dict.fromkeys(key for record in records for key in record.extra))
    for column in extra:
        cells = [SURROGATE.sub("\ufffd", r.extra.get(column, "")) for r in records]
        name = SURROGATE.sub("\ufffd", column)
        while name in made:  # a column of koreasec's is never overwritten
            name = f"{name}_given"
        made[name] = pd.Series(cells, dtype="str")
    return made
