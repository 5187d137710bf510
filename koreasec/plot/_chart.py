"""One chart, three readings of the same counted table."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from ..errors import InputError
from . import _numbers, _png, _safe, _style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PLOTLY = "application/vnd.plotly.v1+json"
PICTURES = ("pdf", "png", "svg")


@dataclass(frozen=True, repr=False, eq=False)
class Chart:
    """
    A chart that reads the same live, as a picture and as text.

    In a notebook it shows itself: interactive where plotly can run, as a
    picture elsewhere, as numbers where only text is read.

    Attributes
    ----------
    title, caption
        What is shown; units, sample size, and what is missing.
    table
        The rows that are drawn, with ``rows``, the ids behind each.
    alt
        The chart in one paragraph, for those who do not see it.

    Examples
    --------
    >>> from koreasec import plot
    >>> row = {"lang": "ko", "documents": 3, "characters": 900, "rows": ("a:0-9",)}
    >>> chart = plot.languages(pd.DataFrame([row]))
    >>> chart.title
    'Which languages'
    >>> sorted(chart._repr_mimebundle_()[0])
    ['application/vnd.plotly.v1+json', 'image/png', 'text/plain']
    """

    title: str
    caption: str
    table: pd.DataFrame
    traces: list[dict[str, Any]]
    layout: dict[str, Any]
    draw: Callable[[Axes], None]
    height: int
    columns: Collection[str]
    shows: str
    bottom: int = 56

    def __post_init__(self) -> None:
        """Refuse a title that is no text."""
        if not isinstance(self.title, str):
            msg = f"the title of a chart is text; got {self.title!r:.60}."
            raise InputError(msg)

    @property
    def alt(self) -> str:
        """Return the chart in one paragraph: its sort, title and caption."""
        return _safe.short(f"{self.shows}: {self.title}. {self.caption}", 800)

    @property
    def json(self) -> dict[str, Any]:
        """Return what plotly.js draws: ``data``, ``layout`` and ``config``."""
        named = {
            "filename": re.sub(r"\W+", "-", self.title.lower()).strip("-"),
            "scale": 2,
        }
        config = {**_style.CONFIG, "toImageButtonOptions": named}
        layout = {**_style.layout(), **self._header(), **self.layout}
        return _style.plain({"data": self.traces, "layout": layout, "config": config})

    @property
    def figure(self) -> Any:
        """Return a new ``plotly.graph_objects.Figure`` of the chart."""
        import plotly.graph_objects as go

        made = go.Figure({key: self.json[key] for key in ("data", "layout")})
        made.layout.template = None
        return made

    def axes(self) -> Axes:
        """Return a new matplotlib ``Axes`` of the chart; ``.figure`` is around it."""
        import matplotlib
        from matplotlib.figure import Figure

        tall = self.height + self._above()
        with matplotlib.rc_context(_style.settings()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            figure = Figure(
                figsize=(_style.WIDTH / 96, tall / 96), layout="constrained"
            )
            engine: Any = figure.get_layout_engine()
            engine.set(rect=(0, 0, 1, self.height / tall))
            axes = figure.subplots()
            self.draw(axes)
            self._write_header(axes, tall)
        return axes

    def save(self, path: str | Path) -> Path:
        """Write the picture to `path`: ``.png``, ``.svg`` or ``.pdf``."""
        target = Path(path)
        if target.suffix[1:] not in PICTURES:
            msg = (
                f"cannot save {target.name!r}; the name must end in one of {PICTURES}."
            )
            raise InputError(msg)
        target.write_bytes(self._picture(target.suffix[1:]))
        return target

    def __repr__(self) -> str:
        """Return title, caption and the numbers."""
        numbers = _numbers.aligned(self.table, self.columns)
        return "\n".join(filter(None, [self.title, self.caption, "", numbers])).rstrip()

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] = ()
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        makers: dict[str, Callable[[], Any]] = {
            PLOTLY: lambda: self.json,
            "image/png": lambda: base64.b64encode(self._picture("png")).decode(),
            "text/plain": lambda: repr(self),
        }
        wanted = [m for m in makers if (not include or m in include)]
        made = {mime: makers[mime]() for mime in wanted if mime not in (exclude or ())}
        size = {"width": _style.WIDTH, "height": self.height + self._above()}
        return made, {
            "image/png": {"alt": self.alt, "needs_background": "light", **size}
        }

    def _picture(self, kind: str) -> bytes:
        known: dict[str, dict[str, Any]] = {
            "png": {"Software": None, "Title": self.title, "Description": self.alt},
            "svg": {"Date": None, "Title": self.title, "Description": self.alt},
            "pdf": {"CreationDate": None, "Title": self.title, "Subject": self.alt},
        }
        import matplotlib

        figure: Any = self.axes().figure
        target = io.BytesIO()
        with matplotlib.rc_context(_style.settings()), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a rare character may have no glyph
            figure.savefig(target, format=kind, dpi=_style.DPI, metadata=known[kind])
        made = target.getvalue()
        return _png.smaller(made, known["png"], _style.DPI) if kind == "png" else made

    def _lines(self) -> tuple[list[str], list[str]]:
        title = _safe.wrapped(self.title, 88, 2)
        return title, _safe.wrapped(
            self.caption, _style.COLUMNS
        ) if self.caption else []

    def _above(self) -> int:
        title, caption = self._lines()
        return 14 + 22 * len(title) + _style.LINE * len(caption)

    def _header(self) -> dict[str, Any]:
        """Return title, caption and sizes as plotly has them."""
        title, caption = (
            "<br>".join(map(_safe.markup, part)) for part in self._lines()
        )
        small = f"<br><span style='font-size:12px;color:{_style.SOFT}'>{caption}</span>"
        text = title + (small if caption else "")
        above = self._above()
        base = 1 - 26 / (self.height + above)  # of the first line
        place = {"x": 0, "xref": "container", "y": base, "yref": "container"}
        anchors = {"xanchor": "left", "yanchor": "bottom", "pad": {"l": 14, "b": 0}}
        return {
            "title": {"text": text, "font": {"size": 17}, **place, **anchors},
            "height": self.height + above,
            "margin": {**_style.layout()["margin"], "t": above + 8, "b": self.bottom},
        }

    def _write_header(self, axes: Axes, tall: int) -> None:
        title, caption = self._lines()
        top = 1 - 10 / tall
        axes.figure.text(
            0.012, top, "\n".join(title), size=13, va="top", in_layout=False
        )
        axes.figure.text(
            0.012,
            top - (22 * len(title) + 2) / tall,
            "\n".join(caption),
            size=9,
            va="top",
            color=_style.SOFT,
            linespacing=1.35,
            in_layout=False,
        )
