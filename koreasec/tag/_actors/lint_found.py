"""Names that the finder does not find where a text holds nothing but them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .._documents import Document
from .._fold import Reading, read
from . import choose
from .choose import Choice
from .match import hits
from .sides import is_side

GAP = " .\n\n"
Named = tuple[str, dict[str, str]]  # where it stands, and the row


class Lines(Document):
    """A text that is all in the language that it is given."""

    def lang_at(self, start: int) -> str:
        """Return the language of the whole."""
        return self.given_lang


def hidden(rows: Iterable[Named]) -> Iterator[tuple[str, str, str, str, str]]:
    """
    Yield language, name, actor, where and why of each name that is never found.

    Letters that stand for states and the sides of Korea need more than themselves.
    """
    by_lang: dict[str, list[Named]] = defaultdict(list)
    for where, row in rows:
        if len(row["name"]) > 1 and not is_side(row["how"], row["name"]):
            by_lang[row["lang"]].append((where, row))
    for lang, found in by_lang.items():
        yield from _lost("und" if lang == "mul" else lang, found)


def _lost(
    lang: str, found: Sequence[Named]
) -> Iterator[tuple[str, str, str, str, str]]:
    text = "".join(f"{row['name']}{GAP}" for _, row in found)
    reading = read(Lines(doc_id="", text=text, given_lang=lang))
    chosen = choose.longest(
        choose._grouped(reading, hits(reading), (*choose.NAMES, "decoy")), []
    )
    by_start = {reading.span(one.start, one.end)[0]: one for one in chosen}
    start = 0
    for where, row in found:
        one = by_start.get(start)
        stop = start + len(row["name"].rstrip("."))
        whole = one is not None and reading.span(one.start, one.end)[1] >= stop
        if one is None or not whole or row["actor"] not in one.owners():
            yield row["lang"], row["name"], row["actor"], where, _why(reading, one)
        start += len(row["name"]) + len(GAP)


def _why(reading: Reading, one: Choice | None) -> str:
    if one is None:
        return (
            "never found: its words, signs or endings are not read as they are written"
        )
    surface = reading.document.text[slice(*reading.span(one.start, one.end))]
    if one.sort == "decoy":
        return f"never found: the decoy {surface!r} hides it"
    return f"never found: {surface!r} of {' '.join(one.owners()[:2])} is found instead"
