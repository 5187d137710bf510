"""Docs in, what they say out: every function takes one table and returns a new one."""

from .dates import dates

__all__ = ["dates"]
