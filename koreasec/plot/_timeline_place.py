"""Where the marks of a timeline lie, in pixels from the top, for both readings."""

from __future__ import annotations

from . import _colours, _safe, _style
from ._lanes import OPEN, RECALLED, TOLD, Lane, Mark, pack

ACROSS = 640.0  # pixels that the axis is about wide
ROW, GAP, LEAST = 17.0, 9.0, 30.0  # pixels: a row of marks, around a lane, a lane
NARROW, WRITTEN = 9.0, 13.0  # a row where there are many; the least for a number
DEEPEST, TALLEST = 14, 900.0  # rows of marks in a lane; pixels before rows narrow
LABEL = 34  # columns
LEGEND = (
    ("reported: day", TOLD, True),
    ("longer interval", TOLD, False),
    ("looked back to: day", RECALLED, True),
    ("longer interval, looked back to", RECALLED, False),
    ("planned, possible or denied: day", OPEN, True),
    ("longer interval, planned, possible or denied", OPEN, False),
)


def fill(look: str, ink: str, *, day: bool) -> str:
    """Return the colour inside a mark: full, pale for the past, none if not so."""
    if look == OPEN:
        return _style.PAPER
    share = 1.0 if day else 0.55
    return _colours.tinted(ink, share if look == TOLD else 0.45 * share)


def size(mark: Mark) -> float:
    """Return how wide a point is, in pixels; with its number on it where it has one."""
    digits = len(str(len(mark.rows)))
    wide = 9.0 if digits == 1 and len(mark.rows) == 1 else 7.0 + 6.0 * digits
    return wide if mark.row >= WRITTEN else mark.row - 2


def place(lanes: list[Lane], low: float, high: float) -> None:
    """Find a row for each mark, at the scale at which the chart is first seen."""
    deepest, row = DEEPEST, ROW
    _pack(lanes, (high - low) / ACROSS, deepest)
    if sum(lane.depth for lane in lanes) * ROW > TALLEST:
        row = NARROW
        for lane in lanes:
            for mark in lane.marks:
                mark.row = row
        deepest = max(3, int(TALLEST / row / len(lanes)))
        _pack(lanes, (high - low) / ACROSS, deepest)


def _pack(lanes: list[Lane], day: float, deepest: int) -> None:
    """Pack all lanes; `day` is how many days a pixel is wide."""

    def start(mark: Mark) -> float:
        return (
            mark.first + 0.5 - size(mark) / 2 * day if mark.day else float(mark.first)
        )

    def width(mark: Mark) -> float:
        length = 0.0 if mark.day else float(mark.last + 1 - mark.first)
        return max(length, (size(mark) if mark.day else _least(mark)) * day) + 3 * day

    for lane in lanes:
        pack(lane, width, start, deepest)


def _least(mark: Mark) -> float:
    return 6.0 * len(count(mark)) + 6 if count(mark) else 2.0


def _row(lane: Lane) -> float:
    return lane.marks[0].row


def thick(mark: Mark) -> float:
    """Return the height of a bar in pixels."""
    return mark.row - 5 if mark.row >= WRITTEN else mark.row - 3


def tall(lane: Lane) -> float:
    """Return the height of a lane in pixels."""
    return max(lane.depth * _row(lane) + GAP, LEAST)


def height(lanes: list[Lane]) -> int:
    """Return the height of the chart without its header."""
    return round(sum(map(tall, lanes))) + 84


def tops(lanes: list[Lane]) -> dict[str, float]:
    """Return where each lane begins, in pixels from the top."""
    found, at = {}, 0.0
    for lane in lanes:
        found[lane.key] = at
        at += tall(lane)
    return found


def level(lane: Lane, mark: Mark, top: float) -> float:
    """Return the middle of a mark, in pixels from the top."""
    free = tall(lane) - lane.depth * mark.row
    return top + free / 2 + (mark.depth + 0.5) * mark.row


def count(mark: Mark) -> str:
    """Return the number that stands on a mark, of two statements or more."""
    written = len(mark.rows) > 1 and mark.row >= WRITTEN
    return str(len(mark.rows)) if written else ""


def name(lane: Lane, named: dict[str, str]) -> str:
    """Return the name of a lane with the number of its statements."""
    return f"{_safe.short(named[lane.key], LABEL)} ({lane.statements:,})"


def arrows(lane: Lane, low: float, high: float) -> list[tuple[float, str, str]]:
    """Return the signs at the edges of a lane: how many statements lie outside."""
    before = sum(len(mark.rows) for mark in lane.marks if mark.last < low)
    after = sum(len(mark.rows) for mark in lane.marks if mark.first >= high)
    left = [(0.0, "left", f"◀ {before}")] if before else []
    return left + ([(1.0, "right", f"{after} ▶")] if after else [])
