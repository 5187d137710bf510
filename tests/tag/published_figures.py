"""Print how well undated texts are dated: ``python -m tests.tag.published_figures``."""

from __future__ import annotations

import csv
import statistics
import sys
from datetime import date
from pathlib import Path

import koreasec  # noqa: F401  (checks that the package imports)
from koreasec.tag._dating.document import date_document
from koreasec.tag._documents import Document
from koreasec.text import normalise

CASES = Path(__file__).parents[1] / "cases" / "published.csv"


def main(paths: list[str]) -> None:
    """Date every case of the tables and print the shares."""
    rows = []
    for path in paths or [str(CASES)]:
        with Path(path).open(encoding="utf-8") as file:
            rows += list(csv.DictReader(file))
    inside = unique = wrong = likely = closed = latest = day = likely_day = 0
    widths = []
    for row in rows:
        document = Document("a", normalise(row["text"]), given_lang=row["lang"])
        dated, true = date_document(document), date.fromisoformat(row["published"])
        first, last = dated.first or date.min, dated.last or date.max
        inside += first <= true <= last
        unique += first.year == last.year == true.year
        wrong += not first.year <= true.year <= last.year
        low, high = dated.likely_first or date.min, dated.likely_last or date.max
        likely += low <= true <= high
        day += first == last == true
        likely_day += low == high == true
        closed += dated.first is not None and dated.last is not None
        widths.append((last - first).days + 1)
        stated = [e.date_to.date() for e in document.written if e.date_to is not None]
        latest += bool(stated) and max(stated) == true
    total = len(rows)
    for name, count in {
        "true day in the interval": inside,
        "true day in the likely interval": likely,
        "interval closed at both ends": closed,
        "year right and unique": unique,
        "year wrong": wrong,
        "day right and unique": day,
        "likely day right and unique": likely_day,
        "baseline, latest stated date is the day": latest,
    }.items():
        print(f"{name:42} {count:4} of {total}  {100 * count / total:5.1f} %")
    print(f"{'median width in days':42} {statistics.median(widths):4}")


if __name__ == "__main__":
    main(sys.argv[1:])
