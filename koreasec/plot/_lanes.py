"""Which lane a statement stands in, and where in it, so that nothing overlaps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

OTHERS, NONE, KNOWN = "\0others", "\0none", "\0known"
TOLD, RECALLED, OPEN = "told", "recalled", "open"
LOOK = {
    "planned": OPEN,
    "hypothetical": OPEN,
    "denied": OPEN,
    "background": RECALLED,
    "anniversary": RECALLED,
}
Row = dict[str, Any]


@dataclass
class Mark:
    """One point or bar: all statements of a lane about the same days."""

    lane: str
    first: int
    last: int
    look: str
    day: bool
    rows: list[Row] = field(default_factory=list)
    depth: int = 0
    row: float = 17.0  # pixels of its row


@dataclass
class Lane:
    """A lane, how many statements it holds, and how many rows of marks."""

    key: str
    statements: int
    documents: int
    marks: list[Mark]
    depth: int = 1
    crowded: bool = False


def lanes(
    rows: list[Row], keys: Callable[[Row], Iterable[str]], top: int
) -> list[Lane]:
    """Sort `rows` into the `top` lanes with most statements, the rest below."""
    counts = Counter(key for row in rows if KNOWN not in row for key in keys(row))
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    shown = ranked if len(ranked) <= top + 1 else ranked[:top]
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if KNOWN in row:
            held[KNOWN].append(row)
            continue
        found = list(keys(row))
        places = [key for key in found if key in shown]
        for key in places or [OTHERS if found else NONE]:
            held[key].append(row)
    order = [key for key in [KNOWN, *shown, OTHERS, NONE] if key in held]
    return [_lane(key, held[key]) for key in order]


def _lane(key: str, rows: list[Row]) -> Lane:
    marks: dict[tuple[Any, ...], Mark] = {}
    for row in rows:
        at = row["first"], row["last"], LOOK.get(row["status"], TOLD)
        day = row["first"] == row["last"]
        mark = marks.setdefault(at, Mark(key, *at, day))
        mark.rows.append(row)
    documents = len({row["doc_id"] for row in rows})
    return Lane(key, len(rows), documents, [marks[at] for at in sorted(marks)])


def pack(
    lane: Lane,
    width: Callable[[Mark], float],
    begin: Callable[[Mark], float],
    deepest: int,
) -> None:
    """Give each mark of `lane` the first row where it touches no other mark."""
    ends: list[float] = []
    lane.crowded = False
    for mark in sorted(lane.marks, key=lambda m: (begin(m), -m.last, m.look)):
        start, end = begin(mark), begin(mark) + width(mark)
        free = [depth for depth, taken in enumerate(ends) if taken <= start]
        if free:
            mark.depth = free[0]
        elif len(ends) < deepest:
            mark.depth = len(ends)
            ends.append(end)
        else:
            lane.crowded = True
            mark.depth = min(range(deepest), key=lambda depth: ends[depth])
        ends[mark.depth] = max(ends[mark.depth], end)
    lane.depth = max(len(ends), 1)
