"""Docs in, what they say out: every function takes one table and returns a new one."""

from .actors import actors
from .candidates import candidates
from .dates import dates
from .dating_evidence import dating_evidence
from .everything import everything
from .languages import languages
from .passages import passages
from .published import published
from .relays import relays
from .statements import statements
from .topics import topics
from .translation_hints import translation_hints

__all__ = [
    "actors",
    "candidates",
    "dates",
    "dating_evidence",
    "everything",
    "languages",
    "passages",
    "published",
    "relays",
    "statements",
    "topics",
    "translation_hints",
]
