"""A chart of nothing, which says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from . import _style
from ._chart import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def empty(title: str, reason: str, table: pd.DataFrame) -> Chart:
    """Return a chart that holds only the `reason` why there is nothing to draw."""
    hidden = {"visible": False, "fixedrange": True}
    note = {"text": reason, "showarrow": False, "x": 0.5, "y": 0.5}
    place = {
        "xref": "paper",
        "yref": "paper",
        "font": {"size": 15, "color": _style.SOFT},
    }

    def draw(axes: Axes) -> None:
        axes.set_axis_off()
        at = axes.transAxes
        axes.text(
            0.5, 0.5, reason, ha="center", size=11, color=_style.SOFT, transform=at
        )

    return Chart(
        title=title,
        caption="",
        table=table,
        traces=[],
        layout={"xaxis": hidden, "yaxis": hidden, "annotations": [{**note, **place}]},
        draw=draw,
        height=110,
        columns=(),
        shows=f"Empty chart ({reason})",
    )
