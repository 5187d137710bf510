"""Two detectors that others have trained, read so that each word can be asked."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Sequence
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from operator import add
from typing import NamedTuple

import numpy as np

from ... import _cache, knowledge
from .groups import Rows, packed, unpacked

FORM = "1"  # of the file that keeps the model; it is large, so for all our versions
SMOOTH = 0.5 / 10_000  # langdetect's own smoothing


class Profiles:
    """The letter groups of langdetect's profiles, as logarithms."""

    def __init__(self, langs: Sequence[str]) -> None:
        from langdetect.utils.ngram import NGram

        self.normalise = cache(NGram.normalize)
        name, made_from = f"profiles-{langs[0]}", (_cache.code(), version("langdetect"))
        make = partial(_logarithms, langs)
        made = _cache.kept(name, make, packed, unpacked, *made_from, *langs)
        self.row_of, self.table = made
        for alphabet in knowledge.rows("alphabets"):  # no profile: as its neighbours
            like = [langs.index(x) for x in alphabet["like"].split() if x in langs]
            if like:
                mean = self.table[:, like].mean(axis=1)
                self.table[:, langs.index(alphabet["lang"])] = mean

    def grams(self, word: str) -> list[int]:
        """Return the rows of `word`; a word in capitals says nothing."""
        if len(word) > 1 and word.isupper():
            return []
        if not word.isascii():
            word = "".join(map(self.normalise, word))
        padded, row_of = f" {word} ", self.row_of.get
        two = [*map(add, padded, padded[1:])]
        three = map(add, two, padded[2:])
        found = (*map(row_of, padded), *map(row_of, two), *map(row_of, three))
        return [row for row in found if row is not None]


def _logarithms(langs: Sequence[str]) -> Rows:
    row_of: dict[str, int] = {}
    cells: list[tuple[list[int], int, np.ndarray]] = []
    for column, lang in enumerate(langs):
        file = files("langdetect") / "profiles" / lang
        profile = json.loads(file.read_text("utf-8")) if file.is_file() else {}
        counts = profile.get("freq", {})
        rows = [row_of.setdefault(gram, len(row_of)) for gram in counts]
        totals = [profile["n_words"][len(gram) - 1] for gram in counts]
        cells.append((rows, column, np.array([*counts.values()]) / totals))
    table = np.zeros((len(row_of), len(langs)), np.float32)
    for rows, column, shares in cells:
        table[rows, column] = shares
    return row_of, np.log(table + SMOOTH)


class Model(NamedTuple):
    """An automaton over bytes, and what its features say of each language."""

    move: array[int]
    row: list[int]
    out: list[int]
    classes: list[str]
    told: np.ndarray


class Bytes:
    """The byte features of py3langid and their weights for our languages."""

    def __init__(self, langs: Sequence[str]) -> None:
        model = _model()
        self.next, self.out = model.move, model.out
        self.base = [row << 8 for row in model.row]
        columns = [model.classes.index(lang) for lang in langs]
        self.table = np.asarray(model.told[:, columns], np.float32)

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
def _model() -> Model:
    made_from = FORM, version("py3langid"), sys.byteorder
    return _cache.kept("bytes", _unpressed, _packed, _unpacked, *made_from)


def _unpressed() -> Model:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE)
    move, row = found.tk_nextmove, found.tk_row
    return Model(move, [*row], found.tk_output, found.nb_classes, found.nb_ptc)


def _packed(model: Model) -> tuple[list[str], _cache.Arrays]:
    move = np.frombuffer(model.move, model.move.typecode)
    row, out = np.array(model.row, np.int32), np.array(model.out, np.int32)
    return model.classes, {"move": move, "row": row, "out": out, "told": model.told}


def _unpacked(classes: list[str], arrays: _cache.Arrays) -> Model:
    move = array(arrays["move"].dtype.char)
    move.frombytes(arrays["move"].data.cast("B"))
    row, out = arrays["row"].tolist(), arrays["out"].tolist()
    return Model(move, row, out, classes, arrays["told"])
