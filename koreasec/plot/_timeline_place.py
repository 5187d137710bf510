"""Where the marks of a timeline lie, in pixels from the top, for both readings."""

from __future__ import annotations

from . import _safe
from ._lanes import Lane, Mark, pack

ACROSS = 640.0  # pixels that the axis is about wide
ROW, GAP, LEAST = 17.0, 9.0, 30.0  # pixels: a row of marks, around a lane, a lane
LABEL = 34  # columns
LEGEND = (
    ("day", False, True),
    ("longer interval", False, False),
    ("planned, day", True, True),
    ("planned, longer interval", True, False),
)


def size(mark: Mark) -> float:
    """Return how wide a point is, in pixels; with its number on it where it has one."""
    return 9.0 if len(mark.rows) == 1 else 13.0 + 6.0 * (len(str(len(mark.rows))) - 1)


def place(lanes: list[Lane], low: float, high: float) -> None:
    """Find a row for each mark, at the scale at which the chart is first seen."""
    day = (high - low) / ACROSS  # of one pixel

    def start(mark: Mark) -> float:
        return (
            mark.first + 0.5 - size(mark) / 2 * day if mark.day else float(mark.first)
        )

    def width(mark: Mark) -> float:
        length = 0.0 if mark.day else float(mark.last + 1 - mark.first)
        return max(length, (size(mark) if mark.day else _least(mark)) * day) + 3 * day

    for lane in lanes:
        pack(lane, width, start)


def _least(mark: Mark) -> float:
    return 2.0 if len(mark.rows) == 1 else 6.0 * len(str(len(mark.rows))) + 6


def tall(lane: Lane) -> float:
    """Return the height of a lane in pixels."""
    return max(lane.depth * ROW + GAP, LEAST)


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
    return top + (tall(lane) - lane.depth * ROW) / 2 + (mark.depth + 0.5) * ROW


def count(mark: Mark) -> str:
    """Return the number that stands on a mark, of two statements or more."""
    return str(len(mark.rows)) if len(mark.rows) > 1 else ""


def name(lane: Lane, named: dict[str, str]) -> str:
    """Return the name of a lane with the number of its statements."""
    return f"{_safe.short(named[lane.key], LABEL)} ({lane.statements:,})"


def arrows(lane: Lane, low: float, high: float) -> list[tuple[float, str, str]]:
    """Return the signs at the edges of a lane: how many statements lie outside."""
    before = sum(len(mark.rows) for mark in lane.marks if mark.last < low)
    after = sum(len(mark.rows) for mark in lane.marks if mark.first >= high)
    left = [(0.0, "left", f"◀ {before}")] if before else []
    return left + ([(1.0, "right", f"{after} ▶")] if after else [])
