"""What all charts share: sizes, greys, the plotly layout, the matplotlib settings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from . import _fonts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH = 864  # pixels; 96 to the inch
DPI = 144  # of the picture, so that it stays sharp on fine screens
COLUMNS = 142  # of one line of the caption
LINE = 17  # pixels
INK, SOFT, FAINT, RULE, BAND = "#1f2328", "#57606a", "#8c959f", "#d8dee4", "#f4f6f8"
PAPER = "#ffffff"

CONFIG = {
    "displaylogo": False,
    "responsive": True,
    "typesetMath": False,  # a text with two dollar signs is no formula
    "modeBarButtons": [["toImage", "zoom2d", "pan2d", "resetScale2d"]],
}

AXIS = {
    "color": INK,
    "gridcolor": RULE,
    "linecolor": FAINT,
    "zeroline": False,
    "automargin": True,
    "tickfont": {"size": 12, "color": INK},
}


def axis(title: str = "", **settings: Any) -> dict[str, Any]:
    """Return a plotly axis in our style, `settings` on top."""
    named = (
        {"title": {"text": title, "font": {"size": 12, "color": SOFT}}} if title else {}
    )
    return {**AXIS, **named, **settings}


def layout() -> dict[str, Any]:
    """Return the plotly layout that every chart starts from; no template is used."""
    return {
        "font": {"family": _fonts.WEB, "size": 12, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "margin": {"l": 12, "r": 20, "b": 56, "t": 60},
        "hovermode": "closest",
        "hoverlabel": {
            "align": "left",
            "namelength": -1,
            "bgcolor": PAPER,
            "bordercolor": FAINT,
            "font": {"family": _fonts.WEB, "size": 12, "color": INK},
        },
        "legend": {
            "orientation": "h",
            "traceorder": "normal",
            "x": 0,
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "font": {"size": 12},
        },
        "modebar": {
            "bgcolor": "rgba(255,255,255,0.8)",
            "color": SOFT,
            "activecolor": INK,
        },
    }


def hatched(ink: str) -> dict[str, Any]:
    """Return the plotly look of a hatched bar."""
    look = {"fgcolor": ink, "fgopacity": 1, "bgcolor": PAPER}
    pattern = {"shape": "/", "size": 6, "solidity": 0.35, **look}
    return {"color": PAPER, "line": {"color": ink, "width": 1}, "pattern": pattern}


def counts(most: int) -> dict[str, Any]:
    """Return the ticks of a plotly axis that counts up to `most`: whole numbers."""
    return {"tickformat": ",d", **({"dtick": 1} if most <= 8 else {})}


def whole(axis: Any) -> None:
    """Give a matplotlib axis whole numbers as ticks."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(6, integer=True))


def settings() -> Any:
    """Return the matplotlib settings that a picture is drawn with."""
    return {
        "font.family": _fonts.families(),
        "font.size": 9.5,
        "text.color": INK,
        "text.parse_math": False,
        "axes.edgecolor": FAINT,
        "axes.labelcolor": SOFT,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.unicode_minus": False,
        "axes.axisbelow": True,
        "grid.color": RULE,
        "grid.linewidth": 0.7,
        "xtick.color": INK,
        "ytick.color": INK,
        "hatch.linewidth": 0.8,
        "legend.frameon": False,
        "legend.fontsize": 9,
        "figure.facecolor": PAPER,
        "svg.fonttype": "path",
        "svg.hashsalt": "koreasec",
    }


def plain(value: Any) -> Any:
    """Return `value` as JSON has it: six significant digits, no NaN, ISO dates."""
    if isinstance(value, dict):
        return {
            str(key): plain(item) for key, item in value.items() if item is not None
        }
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return float(f"{value:.6g}") if math.isfinite(value) else None
    if isinstance(value, str | int) or value is None:
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def date_ticks(axes: Axes) -> None:
    """Write dates under the x axis, as few words as can be."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    found = AutoDateLocator(minticks=3, maxticks=9)
    axes.xaxis.set_major_locator(found)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(found))
