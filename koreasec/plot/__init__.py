"""Counted tables in, charts out: every function takes one table, returns a Chart."""

from ._chart import Chart
from .confidence import confidence
from .evidence import evidence
from .languages import languages
from .months import months
from .pairs import pairs
from .parity import parity
from .published import published
from .quotations import quotations
from .strips import strips
from .timeline import timeline
from .title_body import title_body
from .topics import topics

__all__ = [
    "Chart",
    "confidence",
    "evidence",
    "languages",
    "months",
    "pairs",
    "parity",
    "published",
    "quotations",
    "strips",
    "timeline",
    "title_body",
    "topics",
]
