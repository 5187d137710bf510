"""
Measure passages, languages and sentences together, beside ``langdetect``.

    python tools/bench_languages.py [--documents N]

Copy in eight languages, 3 KB a text, is put together from the sentences of
``tests/cases`` and ``tests/gold`` (seeded); two words in a hundred are made up, so that
new words keep coming as they do on a wire. Each text is seen once by us after as many
others; seconds of the processor are counted. Both are timed text by text in turn, and
the quartile of the fastest is told beside the mean: on a busy machine the mean is of
the machine.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from koreasec.tag._documents import Document
from koreasec.text import sentences as cut

TESTS = Path(__file__).parents[1] / "tests"
LANGS = ("de", "en", "ru", "uk", "ko", "ja", "zh", "fr")
SPACED = ("de", "en", "ru", "uk", "fr")
BYTES = 3000
STRANGE = 0.03  # of the longer words
MARKED = re.compile(r"\{([^|{}]*)\|[^{}]*\}")
SHARE = 4  # of the texts, for langdetect


def sentences() -> dict[str, list[str]]:
    """Return lines of the case tables and of the gold texts by language."""
    found: dict[str, list[str]] = {lang: [] for lang in LANGS}
    for name in ("actors", "dates", "topics", "topic_events"):
        with (TESTS / "cases" / f"{name}.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                if row.get("lang") in found and row.get("text"):
                    found[row["lang"]].append(MARKED.sub(r"\1", row["text"]))
    for file in sorted((TESTS / "gold" / "own").glob("*.xml")):
        plain = re.sub("<[^>]+>", "", file.read_text("utf-8"))
        found[file.name[:2]] += [x for x in plain.split("\n") if len(x) > 40]
    return found


def made_up(line: str, chosen: random.Random) -> str:
    """Put halves of words together here and there, so that some are new."""
    words = line.split(" ")
    for at, word in enumerate(words):
        if len(word) > 4 and word.isalpha() and chosen.random() < STRANGE:
            other = chosen.choice(words)
            words[at] = word[:-2] + other[len(other) // 2 :]
    return " ".join(words)


def corpus(documents: int, seed: int) -> list[str]:
    """Put `documents` texts together, the languages in turn."""
    chosen, pool, texts = random.Random(seed), sentences(), []  # noqa: S311
    for number in range(documents):
        lang = LANGS[number % len(LANGS)]
        lines = [chosen.choice(pool[lang])[:60].rstrip(" .。"), ""]
        while len("\n".join(lines).encode()) < BYTES:
            line = " ".join(chosen.choices(pool[lang], k=chosen.choice((1, 2, 3))))
            lines += [made_up(line, chosen) if lang in SPACED else line, ""]
        texts.append("\n".join(lines))
    return texts


def read(text: str) -> None:
    """Find passages, languages and sentences of a text."""
    document = Document("text", text)
    _ = document.identified, document.sentences


def seconds(work: Callable[[str], object], texts: list[str]) -> list[float]:
    """Return the processor time of `work` for each text."""
    spent = []
    for text in texts:
        start = time.process_time()
        work(text)
        spent.append(time.process_time() - start)
    return spent


def told(name: str, spent: list[float]) -> float:
    """Print texts a second, by the mean and by the fastest quarter."""
    mean, fast = statistics.mean(spent), statistics.quantiles(spent, n=4)[0]
    print(f"{name:40} {1 / mean:9.1f} texts/s   {1 / fast:9.1f} in the fastest quarter")
    return mean


def report(number: int) -> None:
    """Print one line a measurement and the ratio, of `number` texts."""
    from langdetect import DetectorFactory, detect

    DetectorFactory.seed = 0
    seconds(read, corpus(2 * number, seed=1))
    texts = corpus(number, seed=2)
    print(f"{number} texts of 3 KB in {', '.join(LANGS)}, none seen before")
    ours: list[float] = []
    theirs: list[float] = []
    for at in range(0, number, len(LANGS)):
        ours += seconds(read, texts[at : at + len(LANGS)])
        if not at // len(LANGS) % SHARE:
            theirs += seconds(detect, texts[at : at + len(LANGS)])
    mean = told("passages, languages and sentences", ours)
    theirs_mean = told("langdetect, one language a text", theirs)
    print(f"{theirs_mean / mean:.1f} texts in the time of one with langdetect")
    spent = size = 0.0
    for at, lang in enumerate(LANGS):
        own = texts[at :: len(LANGS)]
        spent += sum(seconds(partial(cut, lang=lang), own))
        size += sum(len(text.encode()) for text in own)
    print(f"{'sentences alone':40} {size / spent / 1e6:9.1f} MB/s")


def main() -> None:
    """Report on as many texts as asked for."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--documents", type=int, default=400)
    report(parser.parse_args().documents)


if __name__ == "__main__":
    main()
