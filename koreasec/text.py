"""Normalise a text once; cut it into sentences with exact offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\W\d_a-zа-яіїєґ])|[。！？]+[」』”]*|\n+")


def normalise(text: str) -> str:
    """
    Return `text` as koreasec keeps it: NFC, line ends as ``\\n``, no BOM.

    Examples
    --------
    >>> normalise("김\\r\\n김") == "김\\n김"
    True
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain)


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """
    Cut `text` into sentences: ``(start, end)`` without the blanks between.

    A line never continues a sentence. `lang` is the language of the text; a line
    in another script is cut by the rules of that script.

    Examples
    --------
    >>> sentences("Er kam. Sie ging.", "de")
    [(0, 7), (8, 17)]
    """
    cuts = [0, *(match.end() for match in STOP.finditer(text)), len(text)]
    found = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        if piece.strip():
            found.append((left, left + len(piece.strip())))
    return found


def sentence_at(cuts: list[tuple[int, int]], start: int) -> int:
    """
    Return the number of the sentence among `cuts` that holds the character `start`.

    A character between two sentences belongs to the one before it.

    Examples
    --------
    >>> sentence_at([(0, 7), (8, 17)], 9)
    1
    """
    return max(bisect_right(cuts, start, key=lambda cut: cut[0]) - 1, 0)
