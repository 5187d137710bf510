"""Counts in cells: what charts of rows and columns have in common."""

from __future__ import annotations

import math
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
    colours: list[str]
    limits: tuple[float, float]
    fewest: int = 12  # columns, so that a few cells do not grow to walls

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
            "colorscale": _colours.scale(self.colours),
            "zmin": self.limits[0],
            "zmax": self.limits[1],
            "hoverongaps": False,
            "showscale": False,
            "xgap": 2,
            "ygap": 2,
        }

    def layout(self) -> dict[str, Any]:
        """Return the plotly axes."""
        names = [_safe.markup(_safe.short(name, LABEL)) for name in self.columns]
        x: dict[str, Any] = {"tickvals": list(range(len(names))), "ticktext": names}
        x |= {"showgrid": False, "fixedrange": True, "tickangle": -40}
        x["range"] = [-0.5, max(len(names), self.fewest) - 0.5]
        y = _segments.rows_axis(self.rows)
        title = {"text": self.titles[0], "font": {"size": 12, "color": _style.SOFT}}
        return {
            "xaxis": _style.axis(self.titles[1], **x),
            "yaxis": {**y, "title": title},
        }

    def draw(self, axes: Axes) -> None:
        """Draw the same cells with matplotlib."""
        from matplotlib.colors import LinearSegmentedColormap, to_hex

        shades = LinearSegmentedColormap.from_list("cells", self.colours)
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
        names = [_safe.short(name, LABEL) for name in self.columns]
        turned: dict[str, Any] = {
            "rotation": 40,
            "ha": "right",
            "rotation_mode": "anchor",
        }
        axes.set_xticks(range(len(names)), names, **turned)
        axes.set_yticks(
            range(len(self.rows)), [_safe.short(n, LABEL) for n in self.rows]
        )
        axes.set_xlim(-0.5, max(len(names), self.fewest) - 0.5)
        axes.set_ylim(len(self.rows) - 0.5, -0.5)
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        axes.set_ylabel(self.titles[0], size=9)
        axes.set_xlabel(self.titles[1], size=9)
