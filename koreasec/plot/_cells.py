"""Counts in cells: what charts of rows and columns have in common."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _colours, _safe, _segments, _style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW, LABEL = 30, 32  # pixels; columns


@dataclass
class Cells:
    """A grid of counts, a row of the grid an inner list; the first row is on top."""

    rows: list[str]
    columns: list[str]
    titles: tuple[str, str]  # of rows and columns
    values: list[list[float | None]]  # colour
    texts: list[list[str]]
    told: list[list[str]]
    ids: list[list[list[str]]]
    colours: Sequence[str] = tuple(_colours.COUNTS)
    limits: tuple[float, float] = (0, 1)
    fewest: int = 12  # columns, so that a few cells do not grow to walls
    every: int = 1  # which columns have their name below
    angle: int = 40  # of these names

    @classmethod
    def empty(
        cls, rows: list[str], columns: list[str], titles: tuple[str, str]
    ) -> Cells:
        """Return a grid without counts."""
        wide, tall = len(columns), range(len(rows))
        return cls(
            rows=rows,
            columns=columns,
            titles=titles,
            values=[[None] * wide for _ in tall],
            texts=[[""] * wide for _ in tall],
            told=[[""] * wide for _ in tall],
            ids=[[[] for _ in columns] for _ in tall],
        )

    def trace(self) -> dict[str, Any]:
        """Return the plotly trace of the cells."""
        return {
            "type": "heatmap",
            "x": list(range(len(self.columns))),
            "y": list(range(len(self.rows))),
            "z": self.values,
            "text": self.texts,
            "texttemplate": "%{text}",
            "hovertext": self.told,
            "hoverinfo": "text",
            "customdata": self.ids,
            "colorscale": _colours.scale(list(self.colours)),
            "zmin": self.limits[0],
            "zmax": self.limits[1],
            "hoverongaps": False,
            "showscale": False,
            "xgap": 2,
            "ygap": 2,
        }

    def layout(self) -> dict[str, Any]:
        """Return the plotly axes."""
        names = [_safe.markup(name) for name in self._named()]
        x: dict[str, Any] = {"tickvals": self._places(), "ticktext": names}
        x |= {"showgrid": False, "tickangle": -self.angle}
        x["range"] = [-0.5, max(len(self.columns), self.fewest) - 0.5]
        y = _segments.rows_axis(self.rows)
        if self.titles[0]:
            look = {"size": 12, "color": _style.SOFT}
            y["title"] = {"text": self.titles[0], "font": look}
        return {"xaxis": _style.axis(self.titles[1], **x), "yaxis": y}

    def _places(self) -> list[int]:
        return list(range(0, len(self.columns), self.every))

    def _named(self) -> list[str]:
        return [_safe.short(self.columns[at], LABEL) for at in self._places()]

    def draw(self, axes: Axes) -> None:
        """Draw the same cells with matplotlib."""
        from matplotlib.colors import LinearSegmentedColormap, to_hex

        shades = LinearSegmentedColormap.from_list("cells", list(self.colours))
        low, high = self.limits
        known = [
            [math.nan if one is None else one for one in row] for row in self.values
        ]
        edges = [at - 0.5 for at in range(len(self.columns) + 1)]
        rows = [at - 0.5 for at in range(len(self.rows) + 1)]
        look: dict[str, Any] = {"vmin": low, "vmax": high, "edgecolors": "white"}
        axes.pcolormesh(edges, rows, known, cmap=shades, linewidth=2, **look)
        for y, line in enumerate(self.texts):
            for x, cell in enumerate(line):
                value = self.values[y][x]
                if cell and value is not None:
                    ground = to_hex(shades((value - low) / (high - low)))
                    place: dict[str, Any] = {
                        "ha": "center",
                        "va": "center",
                        "size": 8.5,
                    }
                    axes.text(x, y, cell, color=_colours.ink_on(ground), **place)
        self._label(axes)

    def _label(self, axes: Axes) -> None:
        turned: dict[str, Any] = {"rotation": self.angle}
        if self.angle:
            turned |= {"ha": "right", "rotation_mode": "anchor"}
        axes.set_xticks(self._places(), self._named(), **turned)
        rows = [_safe.short(name, _segments.LABEL) for name in self.rows]
        axes.set_yticks(range(len(rows)), rows)
        axes.set_xlim(-0.5, max(len(self.columns), self.fewest) - 0.5)
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        axes.set_ylabel(self.titles[0], size=9)
        axes.set_xlabel(self.titles[1], size=9)
