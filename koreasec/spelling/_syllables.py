"""The usual English form of a Korean name, syllable by syllable."""

from __future__ import annotations

import re
from collections.abc import Sequence

BREAK = re.compile(r"[ -]+")


def aligned(
    english: str, surnames: Sequence[str], given: Sequence[Sequence[str]]
) -> tuple[str, list[str], bool]:
    """
    Return surname, syllables of the given name, and whether the given name is first.

    `surnames` and `given` are the known ways to write the surname and each syllable;
    they tell which end the surname stands at, and where joined syllables part. The
    list is empty where the form does not fit the name.
    """
    pieces = [piece for piece in BREAK.split(english.strip()) if piece]
    known = {name.lower() for name in surnames}
    if len(pieces) < 2:
        return "", [], False
    turned = pieces[0].lower() not in known and pieces[-1].lower() in known
    surname, rest = (pieces[-1], pieces[:-1]) if turned else (pieces[0], pieces[1:])
    syllables = [piece.lower() for piece in rest]
    if len(syllables) == 1 and len(given) == 2:
        syllables = _parted(syllables[0], given)
    return surname, syllables if len(syllables) == len(given) else [], turned


def _parted(joined: str, given: Sequence[Sequence[str]]) -> list[str]:
    """Part two syllables written as one word where a known way to write one ends."""
    cuts = range(1, len(joined))
    fits = [(joined[:cut] in given[0]) + (joined[cut:] in given[1]) for cut in cuts]
    best = max(fits, default=0)
    if not best:
        return [joined]
    cut = cuts[fits.index(best)]
    return [joined[:cut], joined[cut:]]
