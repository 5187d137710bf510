"""
Write the pairs of Chinese characters that tell Japanese from Chinese.

    python -m pip download --no-deps cjclassifier==1.0.5
    python tools/make_han_pairs.py cjclassifier-1.0.5-py3-none-any.whl

The model (Apache-2.0) holds the logarithms of how often characters and pairs stand in
the Wikipedias of both languages. Pairs are kept of characters that both write every
day; any other character tells by itself.
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
SELDOM = -12.5  # rarer pairs than this, in nats, are left out
STEPS = 4  # of the lead in a nat
LEAST, MOST = 0.4, 4.0  # nats between the languages, of what both write every day
SINGLE = 0.3  # such a character stands in two pairs
ALONE = 8.0  # nats, at most, of any other character
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
        lead = worth(group, japanese - chinese, max(japanese, chinese))
        steps = round(STEPS * abs(lead))
        if steps:
            lang = "ja" if lead > 0 else "zh"
            found.setdefault((lang, f"{steps:02d}"), []).append(group)
    with FILE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["lang", "lead", "groups"])
        for (lang, lead), groups in sorted(found.items()):
            writer.writerow([lang, lead, " ".join(sorted(groups))])


def worth(group: str, lead: float, often: float) -> float:
    """Return the nats by which `group` is likelier in Japanese; 0 where left out."""
    if len(group) == 1 and not shared(group):
        return max(-ALONE, min(lead, ALONE))
    lead = max(-MOST, min(lead, MOST)) if abs(lead) >= LEAST else 0.0
    if len(group) == 1:
        return SINGLE * lead
    return lead if often >= SELDOM and all(map(shared, group)) else 0.0


def shared(letter: str) -> bool:
    """Whether both languages write `letter` every day."""
    sets = han.sets_of(letter)
    return "Jpan" in sets and len(sets) > 1


if __name__ == "__main__":
    main(sys.argv[1])
