"""Docs in, what they say out: every function takes one table and returns a new one."""

from .actors import actors
from .dates import dates
from .languages import languages
from .passages import passages

__all__ = ["actors", "dates", "languages", "passages"]
