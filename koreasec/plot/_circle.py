"""Actors on a circle, those of one community side by side under an arc."""

from __future__ import annotations

import math
from typing import Any

from . import _style

Spot = tuple[float, float]
ARC = 1.06  # radius of the arcs, outside the actors
NAMES, FARTHER = 1.11, 1.2  # radius at which names begin
POLES = 0.86  # height beyond which names stand above each other
STEP = math.radians(3)


def circle(actors: list[str], groups: dict[str, int]) -> dict[str, Spot]:
    """Place the actors clockwise from the top; communities have a gap before them."""
    return {actor: _spot(angle) for actor, angle in _angles(actors, groups).items()}


def names(spots: dict[str, Spot]) -> dict[str, Spot]:
    """Return where names begin; near the poles every other stands farther out."""
    found = {}
    for number, (actor, (x, y)) in enumerate(spots.items()):
        far = abs(y) > POLES and number % 2 and len(spots) > 18
        radius = FARTHER if far else NAMES
        found[actor] = round(radius * x, 4), round(radius * y, 4)
    return found


def arcs(actors: list[str], groups: dict[str, int]) -> dict[int, list[Spot]]:
    """Return the arc of each community of several actors, clockwise."""
    found: dict[int, list[float]] = {}
    for actor, angle in _angles(actors, groups).items():
        if groups.get(actor):
            found.setdefault(groups[actor], []).append(angle)
    several = {group: seen for group, seen in found.items() if len(seen) > 1}
    return {group: _arc(min(seen), max(seen)) for group, seen in several.items()}


def numbers(drawn: dict[int, list[Spot]]) -> dict[int, Spot]:
    """Return where to write the number of each community: before its arc."""
    found = {}
    for group, arc in drawn.items():
        angle = math.atan2(arc[0][0], arc[0][1]) - 1.6 * STEP
        found[group] = _spot(angle, ARC)
    return found


def traces(drawn: dict[int, list[Spot]]) -> list[dict[str, Any]]:
    """Return the arcs as plotly draws them."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for x, _ in arc],
            "y": [y for _, y in arc],
            "line": {"width": 3, "color": _style.SOFT},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for arc in drawn.values()
    ]


def notes(drawn: dict[int, list[Spot]]) -> list[dict[str, Any]]:
    """Return the numbers of the communities as plotly writes them."""
    return [
        {
            "x": x,
            "y": y,
            "text": str(group),
            "showarrow": False,
            "xanchor": "center",
            "yanchor": "middle",
            "font": {"size": 12, "color": _style.SOFT},
        }
        for group, (x, y) in numbers(drawn).items()
    ]


def _angles(actors: list[str], groups: dict[str, int]) -> dict[str, float]:
    """Return the angle of each actor; a change of community is a slot of its own."""
    slots: list[str] = []
    last = None
    for actor in actors:
        if groups and groups.get(actor, 0) != last:
            slots.append("")
        last = groups.get(actor, 0)
        slots.append(actor)
    turn = 2 * math.pi / len(slots)
    places = {actor: place for place, actor in enumerate(slots) if actor}
    return {actor: turn * (place + 0.5) for actor, place in places.items()}


def _arc(first: float, last: float) -> list[Spot]:
    first, last = first - STEP, last + STEP
    steps = max(2, math.ceil((last - first) / STEP))
    angles = [first + (last - first) * step / steps for step in range(steps + 1)]
    return [_spot(angle, ARC) for angle in angles]


def _spot(angle: float, radius: float = 1.0) -> Spot:
    return round(radius * math.sin(angle), 4), round(radius * math.cos(angle), 4)
