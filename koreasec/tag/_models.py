"""
What single words say of their language, by two detectors of different make.

Both are used word by word and exhaustively, so the same text has the same answer
whatever came before it: the letter profiles of ``langdetect`` (no sampling, so no
seed) and the byte features of ``py3langid``. To both are added the common words and
the alphabets that stand in ``data/``. The constants were tuned so that the logistic
function of the distance between the two best languages is about how often the best
one is right.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

import numpy as np

from .. import knowledge

CLIP = 5.0  # what one word can weigh for one detector, in nats
SMOOTH = 0.5 / 10_000  # langdetect's own smoothing
LETTER_SCALE, BYTE_SCALE = 0.1, 0.3  # the features of a word overlap
COMMON = 1.0  # what a common word is worth to each detector
FOREIGN = 2.0  # the price of a letter that the alphabet does not have, to each
RARE = 2.0  # a language that agencies seldom write in needs more evidence
ROOM = 200_000  # words remembered before the memory is emptied
MARKS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u00ad": None, "\u0301": None})


class Group(NamedTuple):
    """The languages of one script that must be told apart, as columns."""

    langs: tuple[str, ...]
    columns: slice
    prior: np.ndarray


class Words:
    """Scores of words, made once each: ``scores[word, detector, language]``."""

    def __init__(self) -> None:
        self.groups = _groups()
        langs = [lang for group in self.groups.values() for lang in group.langs]
        self.profiles = Profiles(langs)
        self.bytes = Bytes(langs)
        self.alphabets = {
            row["lang"]: frozenset(row["letters"])
            for row in knowledge.rows("alphabets")
        }
        self.common: dict[str, set[str]] = {}
        for row in knowledge.rows("common_words"):
            self.common.setdefault(row["word"].lower(), set()).add(row["lang"])
        self.known: dict[str, int] = {}
        self.scores = np.zeros((4096, 2, len(langs)), np.float32)

    def rows(self, words: Sequence[tuple[str, str]]) -> np.ndarray:
        """Return ``scores`` of every ``(word, script)``; score the new ones first."""
        if len(self.known) > ROOM:
            self.known = {}
        new = [pair for pair in dict.fromkeys(words) if pair[0] not in self.known]
        if new:
            self._learn(new)
        at = np.fromiter((self.known[word] for word, _ in words), np.intp, len(words))
        return self.scores[at]

    def _learn(self, new: list[tuple[str, str]]) -> None:
        first = len(self.known)
        while first + len(new) > len(self.scores):
            self.scores = np.concatenate([self.scores, np.zeros_like(self.scores)])
        plain = [word.translate(MARKS) for word, _ in new]
        letters = LETTER_SCALE * _sums(
            self.profiles.table, [self.profiles.grams(x) for x in plain]
        )
        bytes_ = BYTE_SCALE * _sums(
            self.bytes.table, [self.bytes.features(x) for x in plain]
        )
        for number, (word, script) in enumerate(new):
            self.known[word] = first + number
            self.scores[first + number] = 0.0
            if script in self.groups:
                group = self.groups[script]
                lower = plain[number].lower()
                extra = self._common(lower, group) - self._foreign(lower, group)
                for detector, sums in enumerate((letters, bytes_)):
                    row = sums[number, group.columns]
                    row = np.maximum(row - row.max(), -CLIP) + extra
                    self.scores[first + number, detector, group.columns] = row

    def _common(self, word: str, group: Group) -> np.ndarray:
        langs = self.common.get(word, set())
        fits = [lang in langs for lang in group.langs]
        return np.where(fits, COMMON, 0.0).astype(np.float32)

    def _foreign(self, word: str, group: Group) -> np.ndarray:
        letters = set(word) - {"'"}
        fits = [letters <= self.alphabets.get(lang, letters) for lang in group.langs]
        return np.where(fits, 0.0, FOREIGN).astype(np.float32)


class Profiles:
    """The letter groups of langdetect's profiles, as logarithms."""

    def __init__(self, langs: Sequence[str]) -> None:
        from langdetect.utils.ngram import NGram

        self.normalise = cache(NGram.normalize)
        self.row_of: dict[str, int] = {}
        cells: list[tuple[int, int, float]] = []
        for column, lang in enumerate(langs):
            file = files("langdetect") / "profiles" / lang
            profile = json.loads(file.read_text("utf-8")) if file.is_file() else {}
            for gram, count in profile.get("freq", {}).items():
                row = self.row_of.setdefault(gram, len(self.row_of))
                cells.append((row, column, count / profile["n_words"][len(gram) - 1]))
        table = np.zeros((len(self.row_of), len(langs)), np.float32)
        rows, columns, values = zip(*cells, strict=True)
        table[list(rows), list(columns)] = values
        self.table = np.log(table + SMOOTH)
        for alphabet in knowledge.rows("alphabets"):  # no profile: as its neighbours
            like = [langs.index(lang) for lang in alphabet["like"].split()]
            if like:
                mean = self.table[:, like].mean(axis=1)
                self.table[:, langs.index(alphabet["lang"])] = mean

    def grams(self, word: str) -> list[int]:
        """Return the rows of `word`; a word in capitals says nothing."""
        if len(word) > 1 and word.isupper():
            return []
        if not word.isascii():
            word = "".join(map(self.normalise, word))
        padded, row_of = f" {word} ", self.row_of
        found = (
            row_of.get(padded[at : at + size], -1)
            for size in (1, 2, 3)
            for at in range(len(padded) - size + 1)
        )
        return [row for row in found if row >= 0]


class Bytes:
    """The byte features of py3langid and their weights for our languages."""

    def __init__(self, langs: Sequence[str]) -> None:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        model = LanguageIdentifier.from_model_file(MODEL_FILE)
        self.next, self.out = model.tk_nextmove, model.tk_output
        self.base = [row << 8 for row in model.tk_row]
        columns = [model.nb_classes.index(lang) for lang in langs]
        self.table = np.asarray(model.nb_ptc[:, columns], np.float32)

    def features(self, word: str) -> list[int]:
        """Return the rows of `word`, walking over its bytes."""
        word = word.lower() if len(word) > 1 and word.isupper() else word
        state, base, out, move = 0, self.base, self.out, self.next
        found = []
        for byte in f" {word} ".encode("utf-8", "replace"):
            state = move[base[state] + byte]
            if out[state] >= 0:
                found.append(out[state])
        return found


@cache
def words() -> Words:
    """Return the one memory of words, made at first use."""
    return Words()


def _sums(table: np.ndarray, features: list[list[int]]) -> np.ndarray:
    """Sum the rows of `table` that each word has."""
    sums = np.zeros((len(features), table.shape[1]), np.float32)
    filled = [number for number, rows in enumerate(features) if rows]
    if filled:
        lengths = [len(features[number]) for number in filled]
        flat = np.fromiter(chain.from_iterable(features), np.intp, sum(lengths))
        starts = np.cumsum([0, *lengths[:-1]])
        sums[filled] = np.add.reduceat(table[flat], starts, axis=0)
    return sums


def _groups() -> dict[str, Group]:
    """Give the languages that share a script neighbouring columns."""
    of: dict[str, list[dict[str, str]]] = {}
    for row in knowledge.rows("languages"):
        of.setdefault(row["script"], []).append(row)
    groups: dict[str, Group] = {}
    first = 0
    for script, rows in sorted(of.items()):
        if len(rows) > 1:
            prior = [-RARE if row["expected"] == "rare" else 0.0 for row in rows]
            names = tuple(row["lang"] for row in rows)
            columns = slice(first, first + len(rows))
            groups[script] = Group(names, columns, np.array(prior, np.float32))
            first += len(rows)
    return groups
