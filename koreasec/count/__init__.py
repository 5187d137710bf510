"""
Tagged tables in, small tables out: the tables that charts and notebooks show.

Each counted row has ``rows``, the ids of the rows behind it, in reading order;
``ks.evidence(docs, ...)`` shows them as sentences.
"""

from .bounds import bounds
from .by_actor import by_actor
from .by_confidence import by_confidence
from .by_language import by_language
from .by_month import by_month
from .by_outcome import by_outcome
from .by_speaker import by_speaker
from .by_topic import by_topic
from .chronology import chronology
from .communities import communities
from .contrast import contrast
from .events import events
from .glance import glance
from .hints import hints
from .mixed import mixed
from .pairs import pairs
from .quotations import quotations
from .sources import sources
from .timeline import timeline
from .title_body import title_body
from .windows import windows

__all__ = [
    "bounds",
    "by_actor",
    "by_confidence",
    "by_language",
    "by_month",
    "by_outcome",
    "by_speaker",
    "by_topic",
    "chronology",
    "communities",
    "contrast",
    "events",
    "glance",
    "hints",
    "mixed",
    "pairs",
    "quotations",
    "sources",
    "timeline",
    "title_body",
    "windows",
]
