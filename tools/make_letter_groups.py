"""
Write the letter groups that tell languages, from the language models of lingua.

    python -m pip download --no-deps lingua-language-detector==1.3.5
    python tools/make_letter_groups.py lingua_language_detector-1.3.5-py3-none-any.whl

Needs ``brotli``. The models (Apache-2.0, Peter M. Stahl) count groups of one to five
letters in a million sentences of news and web text a language. A group is kept where
its last letter is much likelier, or much less likely, than the shorter group says, so
that a fiftieth of the table tells nearly as well as the whole.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import brotli

from koreasec import _scripts, knowledge

FILE = Path(__file__).parents[1] / "koreasec" / "data" / "letter_groups.csv"
SIZES = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")
NAMED = {"no": "nb"}  # codes of ours that lingua writes otherwise
SCRIPTS = ("Cyrl", "Latn")
SELDOM = 1e-7  # groups rarer than this are not looked at
SHORTER = -1.0  # nats for each letter that a shorter group leaves out
UNKNOWN = -16.0  # nats of a letter that was never seen
STEP = 4  # steps of the cost in a nat
KEPT = {"often": 3e-5, "common": 6e-5, "rare": 1.2e-4}  # nats a letter of text
CLOSE = 2  # times as many groups where the languages of a script are close
CLOSE_SCRIPTS = ("Cyrl",)


def main(wheel: str) -> None:
    """Write the table."""
    with zipfile.ZipFile(wheel) as models, FILE.open("w", -1, "utf-8", None, "") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["lang", "cost", "groups"])
        for row in knowledge.rows("languages"):
            lang, script = row["lang"], row["script"]
            place = f"lingua/language-models/{NAMED.get(lang, lang)}"
            if (
                script not in SCRIPTS
                or f"{place}/unigrams.json.br" not in models.NameToInfo
            ):
                continue
            least = KEPT[row["expected"]] / (CLOSE if script in CLOSE_SCRIPTS else 1)
            kept = pruned(shares(models, place, script), least)
            for cost, groups in by_cost(kept):
                writer.writerow([lang, f"{cost:02d}", " ".join(groups)])


def shares(models: zipfile.ZipFile, place: str, script: str) -> dict[str, float]:
    """Return how large a share of all groups of its length each group is."""
    own = re.compile(f"[{_scripts.letters(script)}]+")
    found: dict[str, float] = {"": 1.0}
    for size in SIZES:
        model = json.loads(brotli.decompress(models.read(f"{place}/{size}.json.br")))
        new = {}
        for fraction, groups in model["ngrams"].items():
            part, whole = map(int, fraction.split("/"))
            for group in groups.split(" "):
                share = found.get(group[:-1], 0.0) * part / whole
                plain = unicodedata.normalize("NFC", group) == group
                if share > SELDOM and plain and own.fullmatch(group):
                    new[group] = share
        found.update(new)
    return found


def pruned(share: dict[str, float], least: float) -> dict[str, float]:
    """Return what the last letter of each group is worth, where that matters."""
    kept: dict[str, float] = {}
    for group in sorted(filter(None, share), key=lambda one: (len(one), one)):
        value = math.log(share[group] / share[group[:-1]])
        news = abs(value - shorter(group, kept)) * share[group]
        if len(group) == 1 or news > least:
            kept[group] = round(value * STEP) / STEP
    return kept


def shorter(group: str, kept: dict[str, float]) -> float:
    """Return what the last letter is worth by the longest group that is kept."""
    for left in range(1, len(group)):
        if group[left:] in kept:
            return kept[group[left:]] + left * SHORTER
    return UNKNOWN


def by_cost(kept: dict[str, float]) -> Iterator[tuple[int, list[str]]]:
    """Yield the groups of each cost, in steps."""
    found: dict[int, list[str]] = {}
    for group, value in kept.items():
        found.setdefault(round(-value * STEP), []).append(group)
    for cost in sorted(found):
        yield cost, sorted(found[cost])


if __name__ == "__main__":
    main(sys.argv[1])
