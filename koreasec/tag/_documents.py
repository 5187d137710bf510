"""One document as the taggers see it, and the loop that every tagger shares."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from .. import knowledge, schema, text

if TYPE_CHECKING:
    from ._actors.roles import Phrase
    from ._dating.document import Dated
    from ._fold import Reading
    from .statements import Statement

GIVEN = "given"  # why a language is not in doubt


class Passage(NamedTuple):
    """A stretch of a document in one language; see the table ``passages``."""

    passage: int
    kind: str
    start: int
    end: int
    lang: str
    variant: str
    confidence: float
    reason: str
    script: str
    n_chars: int


class Mention(NamedTuple):
    """One row of the table ``mentions`` without its ``doc_id``."""

    sentence: int
    start: int
    end: int
    surface: str
    actor: str
    kind: str
    via: str
    lang: str
    problem: str


class Expression(NamedTuple):
    """One row of the table ``dates`` without its ``doc_id``."""

    sentence: int
    start: int
    end: int
    surface: str
    type: str
    written: str
    value: str
    date_from: pd.Timestamp | None
    date_to: pd.Timestamp | None
    precision: str
    zone: str
    direction: str
    status: str
    basis: str
    problem: str


@dataclass(frozen=True)
class Document:
    """What a tagger may know of one document, worked out at most once."""

    doc_id: str
    text: str
    title: str = ""
    given_lang: str = ""
    given_confidence: float = math.nan
    given_reason: str = ""
    given_variant: str = ""
    published_from: pd.Timestamp | None = None
    published_to: pd.Timestamp | None = None
    published_basis: str = ""

    @cached_property
    def reading(self) -> Reading:
        """The text as names are looked up in it."""
        from ._fold import read

        return read(self)

    @cached_property
    def identified(self) -> tuple[str, float, str, str]:
        """Language, confidence, reason, variant of the whole document."""
        from .languages import identify, variant

        lang, confidence = self.given_lang, self.given_confidence
        if not lang:
            return identify(self)
        reason = self.given_reason
        if math.isnan(confidence):
            confidence, reason = 1.0, GIVEN
        shown = self.given_variant
        if not shown and reason == GIVEN:  # nobody has looked
            shown = variant(self, lang)
        return lang, confidence, reason, shown

    @property
    def lang(self) -> str:
        """The main language, ``und`` where it cannot be told."""
        return self.identified[0]

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages, in reading order."""
        from .passages import split

        return split(self)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as ``(start, end)``."""
        return text.sentences(self.text, self.lang)

    @cached_property
    def _named(self) -> tuple[list[Mention], list[Phrase]]:
        from .actors import mentions_and_roles

        return mentions_and_roles(self)

    @property
    def mentions(self) -> list[Mention]:
        """The actor mentions, in reading order."""
        return self._named[0]

    @property
    def roles(self) -> list[Phrase]:
        """The posts and titles, in reading order."""
        return self._named[1]

    @cached_property
    def written(self) -> list[Expression]:
        """The time expressions as written, before any publication date is used."""
        from .dates import find

        return find(self)

    @cached_property
    def dated(self) -> Dated:
        """When the document was published, and the reasons for it."""
        from ._dating.document import date_document

        return date_document(self)

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements with their speakers, in reading order."""
        from .statements import find

        return find(self)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def sentence_at(self, start: int) -> int:
        """Number of the sentence that holds the character `start`."""
        return max(bisect_right(self._sentence_starts, start) - 1, 0)

    def lang_at(self, start: int) -> str:
        """Language of the passage that holds `start`, else of the document."""
        at = bisect_right(self._passage_starts, start) - 1
        found = self.passages[at].lang if at >= 0 else "und"
        return self.lang if found == "und" else found


def documents(docs: pd.DataFrame, *, by: str) -> Iterator[Document]:
    """Yield the documents of the table `docs`, in its order."""
    schema.require(docs, "docs", by=by, columns=("doc_id", "text"))
    for row in docs.to_dict("records"):
        yield Document(
            doc_id=row["doc_id"],
            text=_str(row.get("text")),
            title=_str(row.get("title")),
            given_lang=_str(row.get("lang")),
            given_confidence=float(row.get("lang_confidence", math.nan)),
            given_reason=_str(row.get("lang_reason")),
            given_variant=_str(row.get("lang_variant")),
            published_from=_time(row.get("published_from")),
            published_to=_time(row.get("published_to")),
            published_basis=_str(row.get("published_basis")),
        )


def each(
    docs: pd.DataFrame,
    name: str,
    rows_of: Callable[[Document], Iterable[Sequence[Any]]],
    *,
    by: str,
) -> pd.DataFrame:
    """Make the table `name` from what `rows_of` finds in each document alone."""
    with knowledge.pinned():
        found = (
            row for document in documents(docs, by=by) for row in rows_of(document)
        )
        return schema.table(name, found)


def attached(
    docs: pd.DataFrame, columns: Mapping[str, str], rows: Iterable[Sequence[Any]]
) -> pd.DataFrame:
    """Return `docs` with `columns` (and their types), one of `rows` a document."""
    found = pd.DataFrame(list(rows), columns=list(columns), index=docs.index)
    return docs.assign(**found.astype(dict(columns)))


def _str(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _time(value: Any) -> pd.Timestamp | None:
    return None if value is None or pd.isna(value) else pd.Timestamp(value)
