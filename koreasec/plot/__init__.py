"""Counted tables in, charts out: every function takes one table, returns a Chart."""

from ._chart import Chart
from .evidence import evidence
from .languages import languages
from .months import months
from .pairs import pairs
from .published import published
from .strips import strips
from .timeline import timeline
from .topics import topics

__all__ = [
    "Chart",
    "evidence",
    "languages",
    "months",
    "pairs",
    "published",
    "strips",
    "timeline",
    "topics",
]
