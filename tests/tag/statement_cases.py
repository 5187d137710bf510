"""
Cases of statements: their marks, and how well they are found.

A statement stands between ``⟦`` and ``⟧{mode;cue;speaker;kind;relay}``. Run
``python -m tests.tag.statement_cases`` to print precision, recall and speakers.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from koreasec.tag._documents import documents
from koreasec.tag.statements import Statement, find

CASES = Path(__file__).parents[1] / "cases"
MARK = re.compile(r"⟦|⟧\{([^}]*)\}")
ENOUGH = 0.5  # of two spans together that both must cover


class Marked(NamedTuple):
    """A statement as annotated."""

    start: int
    end: int
    mode: str
    cue: str
    speaker: str
    kind: str
    relay: str

    @property
    def direct(self) -> bool:
        return self.mode == "direct"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read(text: str) -> tuple[str, list[Marked]]:
    """Return the text without its marks, and what they mark."""
    plain, at, open_, found = "", 0, [], []
    for mark in MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark.group() == "⟦":
            open_.append(len(plain))
        else:
            cells = (*mark.group(1).split(";"), "", "")[:5]
            found.append(Marked(open_.pop(), len(plain), *cells))
    return plain + text[at:], sorted(found)


def statements(lang: str, text: str) -> list[Statement]:
    docs = pd.DataFrame({"doc_id": ["a"], "lang": [lang], "text": [text]})
    return find(next(documents(docs, by="the cases")))


def overlap(one: Marked, other: Statement) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start))


def matched(
    marked: list[Marked], found: list[Statement]
) -> list[tuple[Marked | None, Statement | None]]:
    """Pair what is marked with what is found; None stands for nothing."""
    free, pairs = list(found), []
    for one in marked:
        fitting = [s for s in free if (s.mode == "direct") == one.direct]
        best = max(fitting, key=lambda s: overlap(one, s), default=None)
        best = best if best and overlap(one, best) >= ENOUGH else None
        if best:
            free.remove(best)
        pairs.append((one, best))
    return [*pairs, *((None, other) for other in free)]


def figures(name: str) -> dict[tuple[str, str], Counter]:
    """Count hits, misses, extras and right speakers by language and mode."""
    counts: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for row in rows(name):
        plain, marked = read(row["text"])
        for one, other in matched(marked, statements(row["lang"], plain)):
            direct = one.direct if one else other.mode == "direct"
            count = counts[row["lang"], "direct" if direct else "indirect"]
            count["hit" if one and other else "missed" if one else "extra"] += 1
            count["speaker"] += bool(one and other and one.speaker == other.speaker)
    return counts


def f1(count: Counter) -> float:
    return 2 * count["hit"] / (2 * count["hit"] + count["missed"] + count["extra"])


def main() -> None:
    for name in sys.argv[1:] or ["statements", "statements_unseen"]:
        print(name)
        for (lang, mode), count in sorted(figures(name).items()):
            hit = count["hit"]
            print(
                f"{lang} {mode:8} P {hit / max(hit + count['extra'], 1):.2f} "
                f"R {hit / max(hit + count['missed'], 1):.2f} F1 {f1(count):.2f} "
                f"speaker {count['speaker'] / max(hit, 1):.2f} of {hit}"
            )


if __name__ == "__main__":
    main()
