"""A text as names are looked up in it: one form a letter, offsets kept."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ._documents import Document

# One character for one character, so that no offset moves.
SAME = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t", " "),
        **{chr(code): " " for code in range(0x2000, 0x200B)},
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u02bb\u2032\u0060\u00b4\u201b", "'"),
        **dict.fromkeys("\u30fb\u2027\u2219\u2022\uff65\u22c5", "·"),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
        **{"ё": "е", "Ё": "Е", "\0": " "},
    }
)
ODD = re.compile(
    "[\u00a0\u1680\u202f\u205f\u3000\t\u2000-\u200a\u2010-\u2013\u2212\ufe63"
    "\u2018\u2019\u02bc\u02bb\u2032\u0060\u00b4\u201b\u30fb\u2027\u2219\u2022"
    "\uff65\u22c5\uff01-\uff5e\ud800-\udfffёЁ\0]"
)
# Characters inside words that nobody sees; 0301 is the stress mark of Cyrillic.
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u0301]")
# Lines of a paragraph; where one ends between letters, a name may go on in the next.
BLOCK = re.compile(r"^[^\n]+(?:\n[^\n]+){2,}", re.MULTILINE)
SEAM = re.compile(r"(?<=[^\s\W])\n(?=[^\s\W])")
NARROW, WIDE = 30, 120
UNSPACED = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff、。，]")
MIXED = re.compile("[A-Za-z][а-яА-ЯіІ]|[а-яА-ЯіІ][A-Za-z]")
WORD = re.compile(r"\w+")
LATIN, CYRILLIC = "aceiopxyABCEHIKMOPTXY", "асеіорхуАВСЕНІКМОРТХУ"
TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
TO_LATIN = str.maketrans(CYRILLIC, LATIN)


@dataclass(frozen=True)
class Reading:
    """
    A document as the finders read it.

    ``shown`` keeps the case, ``low`` does not; both are equally long. ``at`` maps
    their offsets to those of the document, or is None where they are the same.
    """

    document: Document
    shown: str
    low: str
    at: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the document for a span in ``low``."""
        if self.at is None:
            return start, end
        return self.at[start], self.at[end - 1] + 1

    def lang(self, start: int) -> str:
        """Return the language of the passage that holds ``start``."""
        return self.document.lang_at(self.span(start, start + 1)[0])

    def sentence(self, start: int) -> int:
        """Return the number of the sentence that holds ``start``."""
        return self.document.sentence_at(self.span(start, start + 1)[0])

    @cached_property
    def flat(self) -> str:
        """``low`` with a blank for each line end that may stand inside a name."""
        return SEAM.sub(" ", self.low) if "\n" in self.low else self.low

    @cached_property
    def lines(self) -> list[int]:
        """Where lines begin in ``low``."""
        return [0, *(match.end() for match in re.finditer("\n", self.low))]


def read(document: Document) -> Reading:
    """Fold the text of `document`."""
    text, at = document.text, None
    blank, gone = _wraps(text)
    if blank:
        signs = list(text)
        for spot in blank:
            signs[spot] = " "
        text = "".join(signs)
    if gone or UNSEEN.search(text):
        at = tuple(
            spot
            for spot, sign in enumerate(text)
            if spot not in gone and not UNSEEN.match(sign)
        )
        text = "".join(text[spot] for spot in at)
    shown = show(text)
    return Reading(document, shown, lower(shown), at)


def _wraps(text: str) -> tuple[list[int], set[int]]:
    """
    Return the line ends that only a width of line has made: blanks, and nothing.

    Of a paragraph in such lines, none had room for the first word of the next.
    """
    blank: list[int] = []
    gone: set[int] = set()
    for block in BLOCK.finditer(text):
        lines = block.group().split("\n")
        spot = block.start()
        if not _full(lines):
            spot, lines = spot + len(lines[0]) + 1, lines[1:]
        if len(lines) < 2 or not _full(lines):
            continue
        for line, following in itertools.pairwise(lines):
            spot += len(line) + 1
            if line[-2:-1].isalpha() and line.endswith("-"):
                gone.update(
                    (spot - 1, spot - 2) if following[0].islower() else [spot - 1]
                )
            elif UNSPACED.match(line[-1]) and UNSPACED.match(following[0]):
                gone.add(spot - 1)
            else:
                blank.append(spot - 1)
    return blank, gone


def _full(lines: list[str]) -> bool:
    """Tell whether each of the `lines` but the last is as long as it can be."""
    width = max(map(len, lines))
    least = NARROW // 2 if UNSPACED.match(lines[0][-1]) else NARROW
    return least <= width <= WIDE and all(
        len(line) + 1 + _first_word(following) > width
        for line, following in itertools.pairwise(lines)
    )


def _first_word(line: str) -> int:
    return 2 if UNSPACED.match(line) else len(line.partition(" ")[0])


def show(text: str) -> str:
    """Give every letter of `text` one form, the case and the length kept."""
    if ODD.search(text):
        text = text.translate(SAME)
    return WORD.sub(_one_script, text) if MIXED.search(text) else text


def lower(text: str) -> str:
    """Lower `text` letter by letter, so that its length stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(_low(letter) for letter in text)


def fold(name: str) -> str:
    """Fold a name of the tables as texts are folded."""
    return lower(show(UNSEEN.sub("", name)))


def _low(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def _one_script(match: re.Match[str]) -> str:
    """Write a word of Latin and Cyrillic letters in one script, if it can be."""
    word = match.group()
    if not MIXED.search(word):
        return word
    for table, foreign in _tables(word):
        changed = word.translate(table)
        if not foreign(changed):
            return changed
    return word


def _tables(word: str) -> list[tuple[dict[int, int], Callable[[str], object]]]:
    latin = sum(letter.isascii() and letter.isalpha() for letter in word)
    both: list[tuple[dict[int, int], Callable[[str], object]]] = [
        (TO_CYRILLIC, re.compile("[A-Za-z]").search),
        (TO_LATIN, re.compile("[а-яА-ЯіІ]").search),
    ]
    return both[::-1] if latin * 2 > len(word) else both
