"""
How often koreasec is right, measured on texts that people have annotated.

A gold text is one XML file, written by ``tests/gold/GUIDE.md``. Its tags are
stripped, the plain text is tagged as any text would be, and the two are compared.
"""

from ._gold import Gold, read
from ._misses import misses
from ._run import Scores, score
from ._show import as_json, show

__all__ = ["Gold", "Scores", "as_json", "misses", "read", "score", "show"]
