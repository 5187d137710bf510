"""Counted tables in, charts out: every function takes one table, returns a Chart."""

from ._chart import Chart
from .pairs import pairs
from .timeline import timeline

__all__ = ["Chart", "pairs", "timeline"]
