"""Normalise a text once; cut it into sentences with exact offsets."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from . import _scripts, _sentences


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

    A line ends a sentence, but for lines that a program has wrapped at a
    width (see `_lines`). `lang` is the language of the text; a line in
    another script is cut by the rules of that script. Abbreviations,
    ordinals and initials end no sentence; a stop inside a quotation ends one
    only where the quotation ends too.

    Examples
    --------
    >>> sentences("Am 4. März kam er an. Sie ging.", "de")
    [(0, 21), (22, 31)]
    """
    return _sentences.spans(text, lang)


def script_runs(text: str) -> list[tuple[int, int, str]]:
    """
    Return the stretches of `text` in one script: ``(start, end, script)``.

    Scripts are ISO 15924 codes; kana and the Chinese characters between are
    ``Jpan``. Digits, marks and blanks between two stretches are in neither.

    Examples
    --------
    >>> script_runs("Лавров, 김정은")
    [(0, 6, 'Cyrl'), (8, 11, 'Hang')]
    """
    return [(run.start, run.end, run.script) for run in _scripts.runs(text)]


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
