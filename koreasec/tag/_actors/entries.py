"""What the lexicon is made of, and how it is kept for the next time."""

from __future__ import annotations

from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from ..._cache import Arrays
from .inflect import Word


class Entry(NamedTuple):
    """A string that means something: an actor, a body, a role, or nobody."""

    sort: str  # name, code, demonym, people, surname, short, decoy, body, role, back
    owner: str
    kind: str
    lang: str
    name: str
    script: str
    words: tuple[Word, ...]


class Strings(NamedTuple):
    """
    The entries that begin with each string.

    The first ``many`` of the strings are for the automaton; ``large`` tells of each
    whether all its entries begin with a capital letter.
    """

    entries: dict[str, tuple[Entry, ...]]
    many: int
    large: list[bool]


def packed(found: Strings) -> tuple[dict[str, Any], Arrays]:
    """Say `found` in lists and numbers: each word and each entry stands there once."""
    entries = {one: None for begun in found.entries.values() for one in begun}
    numbers = {one: number for number, one in enumerate(entries)}
    words = {word: None for entry in entries for word in entry.words}
    places = {word: number for number, word in enumerate(words)}
    begun, sizes = _flat([[numbers[e] for e in own] for own in found.entries.values()])
    parts, lengths = _flat([[places[w] for w in entry.words] for entry in entries])
    return {
        "strings": list(found.entries),
        "many": found.many,
        "words": [*map(list, zip(*words, strict=True))],
        "cells": [*map(list, zip(*(entry[:-1] for entry in entries), strict=True))],
    }, {
        "begun": begun,
        "sizes": sizes,
        "parts": parts,
        "lengths": lengths,
        "large": np.array(found.large, np.uint8),
    }


def unpacked(said: dict[str, Any], arrays: Arrays) -> Strings:
    """Make the entries again."""
    words = [*map(Word, *said["words"])]
    parts = _parted(words, arrays["parts"], arrays["lengths"])
    entries = [*map(Entry, *said["cells"], parts)]
    begun = _parted(entries, arrays["begun"], arrays["sizes"])
    return Strings(
        dict(zip(said["strings"], begun, strict=True)),
        said["many"],
        [*map(bool, arrays["large"].tolist())],
    )


def _flat(lists: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    flat = np.fromiter(chain.from_iterable(lists), np.int32)
    return flat, np.array([*map(len, lists)], np.int32)


def _parted(
    things: list[Any], flat: np.ndarray, sizes: np.ndarray
) -> list[tuple[Any, ...]]:
    """Cut the `things` that `flat` counts up into pieces of those `sizes`."""
    listed, stops = [things[x] for x in flat.tolist()], np.cumsum(sizes).tolist()
    return [
        tuple(listed[start:stop])
        for start, stop in zip([0, *stops], stops, strict=False)
    ]
