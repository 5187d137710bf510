"""
What single words say of their language, by three detectors of different make.

All are used word by word and exhaustively, so the same text has the same answer
whatever came before it: the letter profiles of ``langdetect`` (no sampling, so no
seed), the byte features of ``py3langid`` and the letter groups of ``lingua``. To all
are added the common words and the alphabets that stand in ``data/``. The constants
were tuned so that the logistic function of the distance between the two best
languages is about how often the best one is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from threading import Lock
from typing import Any

import numpy as np

from ... import knowledge
from .detectors import Bytes, Profiles
from .groups import Groups

CLIP = 5.0  # what one word can weigh for one detector, in nats
SCALES = 0.07, 0.25, 0.6  # the features of a word overlap
COMMON = {"often": 1.4, "common": 1.4, "rare": 0.7}  # worth of a common word to each
FOREIGN = 1.3  # the price of a letter that the alphabet does not have, to each
NAME = 0.4  # a word with a capital may be a name, of any language
PRIOR = {"often": 0.0, "common": -2.0, "rare": -4.0}  # a language seldom met
ROOM = 200_000  # words remembered before the memory is emptied
NOTHING = ""  # a word that says nothing
MARKS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u00ad": None, "\u0301": None})


class Memory:
    """What the words of one script say, worked out once for each word."""

    def __init__(self, script: str) -> None:
        rows = [row for row in knowledge.rows("languages") if row["script"] == script]
        self.langs = tuple(row["lang"] for row in rows)
        self.prior = np.array([PRIOR[row["expected"]] for row in rows], np.float32)
        self.profiles = Profiles(self.langs)
        self.bytes = Bytes(self.langs)
        self.groups = Groups(self.langs)
        self.common = _common(self.langs)
        self.worth = [COMMON[row["expected"]] for row in rows]
        own = {row["lang"]: row["letters"] for row in knowledge.rows("alphabets")}
        self.alphabets = [
            (column, frozenset(own[lang]))
            for column, lang in enumerate(self.langs)
            if own.get(lang)
        ]
        parts: list[Any] = [self.profiles, self.bytes, self.groups]
        self.table, self.firsts = _joined([part.table for part in parts])
        for part, first in zip(parts, self.firsts, strict=True):
            part.table = self.table[first : first + len(part.table)]
        self.lock = Lock()  # partitions may be tagged by threads
        self.known = {NOTHING: 0}
        self.scores = np.zeros((4096, 3, len(self.langs)), np.float32)
        self.sums = np.zeros((4096, len(self.langs)), np.float32)

    def score(self, words: Sequence[str]) -> np.ndarray:
        """Return the sums over `words`: a row a detector, a column a language."""
        with self.lock:
            at = self._at(words)
            return self.scores.take(at, axis=0).sum(axis=0)

    def rows(self, words: Sequence[str]) -> np.ndarray:
        """Return what each of `words` says to both detectors together."""
        with self.lock:
            at = self._at(words)
            return self.sums.take(at, axis=0)

    def threes(self, words: Sequence[str]) -> np.ndarray:
        """Return the same for each three of `words`, whose number is one of threes."""
        with self.lock:
            at, sums = self._at(words).reshape(-1, 3), self.sums
            one, two, three = (sums.take(at[:, place], axis=0) for place in range(3))
            return one + two + three

    def _at(self, words: Sequence[str]) -> np.ndarray:
        """Return the rows of `words`, after learning the new ones."""
        try:
            rows = [*map(self.known.__getitem__, words)]
        except KeyError:
            if len(self.known) > ROOM:
                self.known = {NOTHING: 0}
            self._learn([x for x in dict.fromkeys(words) if x not in self.known])
            rows = [*map(self.known.__getitem__, words)]
        return np.array(rows, np.intp)

    def _learn(self, new: list[str]) -> None:
        first, last = len(self.known), len(self.known) + len(new)
        plain = [word.translate(MARKS) for word in new]
        while last > len(self.scores):
            self.scores = np.concatenate([self.scores, np.zeros_like(self.scores)])
            self.sums = np.concatenate([self.sums, np.zeros_like(self.sums)])
        small = [word.lower() for word in plain]
        sums = self._told(plain, small)
        sums -= sums.max(axis=2, keepdims=True)
        np.maximum(sums, -CLIP, out=sums)
        names = [NAME if word[0].isupper() else 1.0 for word in plain]
        sums *= np.array(names, np.float32)[:, None, None]
        sums += self._extra(small)[:, None, :]
        self.scores[first:last] = sums
        self.sums[first:last] = sums.sum(axis=1)
        self.known.update(zip(new, range(first, last), strict=True))

    def _told(self, plain: list[str], small: list[str]) -> np.ndarray:
        """Return what each detector says of each word: word, detector, language."""
        told: list[list[int]] = []
        for word, low in zip(plain, small, strict=True):
            told += (
                self.profiles.grams(word),
                self.bytes.features(word),
                self.groups.features(low),
            )
        firsts = [*self.firsts] * len(plain)
        filled = [rows or [-first] for rows, first in zip(told, firsts, strict=True)]
        lengths = [*map(len, filled)]
        flat = np.fromiter(chain.from_iterable(filled), np.intp, sum(lengths))
        flat += np.repeat(firsts, lengths)
        starts = np.cumsum([0, *lengths[:-1]])
        sums = np.add.reduceat(self.table[flat], starts, axis=0)
        return sums.reshape(len(plain), len(self.firsts), len(self.langs))

    def _extra(self, words: list[str]) -> np.ndarray:
        """Add for languages with a common word, take off for foreign letters."""
        extra = np.zeros((len(words), len(self.langs)), np.float32)
        for number, word in enumerate(words):
            letters = set(word) - {"'"} if self.alphabets else set()
            for column, own in self.alphabets:
                if not letters <= own:
                    extra[number, column] -= FOREIGN
            for column in self.common.get(word, ()):
                extra[number, column] += self.worth[column]
        return extra


@knowledge.remembered
def memory(script: str) -> Memory:
    """Return the one memory of a script that several languages share."""
    return Memory(script)


def _joined(tables: list[np.ndarray]) -> tuple[np.ndarray, list[int]]:
    """Put scaled tables together, below a row of nothing; tell where each begins."""
    nothing = np.zeros((1, tables[0].shape[1]), np.float32)
    scaled = [np.float32(x) * table for x, table in zip(SCALES, tables, strict=True)]
    firsts = np.cumsum([1, *map(len, tables[:-1])]).tolist()
    return np.concatenate([nothing, *scaled]), firsts


def _common(langs: Sequence[str]) -> dict[str, list[int]]:
    """Return the columns of the languages that each common word belongs to."""
    found: dict[str, list[int]] = {}
    for row in knowledge.rows("common_words"):
        if row["lang"] in langs:
            columns = found.setdefault(row["word"].lower(), [])
            columns.append(langs.index(row["lang"]))
    return found
