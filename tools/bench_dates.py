"""
Measure the finding of time expressions, language by language, beside ``dateparser``.

    python tools/bench_dates.py [--megabytes N]

Texts are put together from the lines of ``tests/cases`` and ``tests/gold`` (see
``bench_languages``). Ours is the scan with the rules of the language: spans, types and
values as written, without publication. Megabytes of UTF-8 a second of the processor;
``dateparser`` gets a hundredth of the German text, for it is slow. It is left out where
it is not installed: ``python -m pip install 'koreasec[bench]'``.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import time
from collections.abc import Callable

import bench_languages

from koreasec.tag._dates.find import scan
from koreasec.tag._dates.rules import grammar

SHARE = 100  # of the text, for the peer


def corpus(lang: str, size: float) -> list[str]:
    """Return texts of about 3 KB in `lang`, `size` megabytes in all."""
    chosen, lines = random.Random(57), bench_languages.sentences()[lang]  # noqa: S311
    texts: list[str] = []
    total = 0
    while total < size * 1e6:
        found: list[str] = []
        while len("\n".join(found).encode()) < bench_languages.BYTES:
            found.append(chosen.choice(lines))
        texts.append("\n".join(found))
        total += len(texts[-1].encode())
    return texts


def ours(lang: str, texts: list[str]) -> int:
    """Return how many expressions the rules of `lang` find."""
    rules = grammar(lang)
    assert rules is not None  # noqa: S101
    return sum(len(list(scan(text, 0, len(text), rules))) for text in texts)


def dateparser_search(texts: list[str]) -> int:
    """Return how many expressions the search of dateparser finds in German."""
    from dateparser.search import search_dates

    found = [search_dates(text, languages=["de"]) for text in texts]
    return sum(len(one or []) for one in found)


def speed(work: Callable[[list[str]], int], texts: list[str], runs: int = 3) -> float:
    """Return megabytes a second, the best of some runs after one to warm up."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    work(texts[:1])
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work(texts)
        spent.append(time.process_time() - start)
    return size / min(spent)


def report(size: float) -> None:
    """Print one line a language, then the peer."""
    german = 0.0
    for lang in bench_languages.LANGS:
        rate = speed(lambda texts, lang=lang: ours(lang, texts), corpus(lang, size))
        german = german or rate
        print(f"time expressions, {lang}: {rate:7.2f} MB/s")
    if importlib.util.find_spec("dateparser"):
        few = corpus("de", size)[: max(1, int(size * 1e6 / 3000 / SHARE))]
        rate = speed(dateparser_search, few, runs=1)
        print(
            f"dateparser search, de: {rate:9.4f} MB/s; ours {german / rate:.0f} times"
        )


def main() -> None:
    """Read the size and report."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=0.5)
    report(parser.parse_args().megabytes)


if __name__ == "__main__":
    main()
