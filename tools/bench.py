"""
Measure speed as ratios to peers on the same texts in the same run.

    python tools/bench.py [--documents N]

The texts are put together from the sentences of ``tests/cases`` (seeded, so the same
each time): agency copy of about 3 KB in the five languages. Seconds of the processor
are counted, the median of three runs is shown; on a busy machine only the ratios
mean anything. Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import bench_dates
import bench_languages
import pandas as pd

import koreasec as ks

CASES = Path(__file__).parents[1] / "tests" / "cases"
LANGS = ("de", "en", "ru", "uk", "ko")
BYTES = 3000


def sentences() -> dict[str, list[str]]:
    """Return the sentences of the case tables by language."""
    found: dict[str, list[str]] = {lang: [] for lang in LANGS}
    for name in ("actors", "dates", "topics"):
        with (CASES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row.get("lang") in found and row.get("text"):
                    found[row["lang"]].append(row["text"])
    return found


def corpus(documents: int) -> pd.DataFrame:
    """Put `documents` texts together, the languages in turn."""
    chosen, pool = random.Random(57), sentences()  # noqa: S311
    texts = []
    for number in range(documents):
        lines: list[str] = []
        while len("\n".join(lines).encode()) < BYTES:
            lines.append(chosen.choice(pool[LANGS[number % len(LANGS)]]))
        texts.append("\n".join(lines))
    ids = [f"text-{number:06}" for number in range(documents)]
    return pd.DataFrame({"doc_id": ids, "title": "", "text": texts})


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Return the median processor time of `work`, after one run to warm up."""
    work()
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def peers(texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return the peers that are installed, each over all `texts`."""
    from langdetect import DetectorFactory, detect

    DetectorFactory.seed = 0
    names = [row["name"] for row in ks.knowledge.rows("actor_names")][:2000]
    found: dict[str, Callable[[], object]] = {
        "langdetect, language only": lambda: [detect(text) for text in texts],
        "str.find of 2,000 names": lambda: [t.find(n) for t in texts for n in names],
    }
    try:
        from dateparser.search import search_dates
    except ImportError:
        return found
    few = texts[: max(len(texts) // 20, 1)]
    found["dateparser search, a 20th of the texts"] = lambda: list(
        map(search_dates, few)
    )
    return found


def main() -> None:
    """Print one line a measurement: texts a second, and the time beside everything."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--documents", type=int, default=100)
    docs = corpus(parser.parse_args().documents)
    known = ks.tag.languages(docs)
    size = docs["text"].str.encode("utf-8").str.len().sum() / 1e6
    print(f"{len(docs)} texts in {', '.join(LANGS)}, {size:.2f} MB")
    ours: dict[str, Callable[[], object]] = {
        "everything": lambda: ks.tag.everything(docs),
        "everything, language given": lambda: ks.tag.everything(known),
        "languages": lambda: ks.tag.languages(docs),
        "actors": lambda: ks.tag.actors(known),
        "dates (and their publication)": lambda: ks.tag.dates(known),
    }
    base = 0.0
    for name, work in {**ours, **peers(docs["text"].tolist())}.items():
        spent = seconds(work)
        base = base or spent
        rate, share = len(docs) / spent, spent / base
        print(f"{name:40} {rate:9.1f} texts/s   {share:6.2f} of the time of everything")
    print("\nlanguages")
    bench_languages.report(4 * len(docs))
    print("\ndates")
    bench_dates.report(len(docs) / 200)


if __name__ == "__main__":
    main()
