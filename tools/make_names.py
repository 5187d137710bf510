"""
Write the names that the rules of spelling make of our actors.

    python tools/make_names.py [--check]

Reads ``actors.csv``, ``actor_names.csv``, ``decoys.csv`` and the tables in
``data/spelling``, writes ``made_names.csv``. With ``--check`` it only tells whether the
file is what it would write.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from pathlib import Path

from koreasec import _laid

FILE = Path(__file__).parents[1] / "koreasec" / "data" / "made_names.csv"


def made() -> str:
    """Return the file as it must be."""
    typed = [line.row for line in _laid.typed("actor_names")]
    decoys = [
        {**line.row, "name": line.row["text"]} for line in _laid.laid("decoys", "")
    ]
    actors = [line.row for line in _laid.laid("actors", "")]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_laid.shapes()["made_names"]["columns"])
    for row in _laid.speller("").names(actors, [*typed, *decoys]):
        writer.writerow([row["actor"], row["lang"], row["name"], row["system"]])
    return text.getvalue()


def main() -> int:
    """Write the file, or with ``--check`` return 1 where it is another."""
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    text = made()
    if parser.parse_args().check:
        same = FILE.is_file() and FILE.read_text("utf-8") == text
        print("as made" if same else f"run {sys.argv[0]} to write {FILE.name} again")
        return 0 if same else 1
    FILE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(text.splitlines()) - 1} names in {FILE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
