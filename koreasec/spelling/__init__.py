"""
How one name is written in many languages: rules over tables, no list of names.

The floor knows no file. It is given the rows of ``data/spelling`` by ``knowledge``,
so that a folder laid over ours can correct a rule as it corrects a name.
"""

from ._name import Rows, Spelling
from .korean import Korean
from .slavic import Slavic

__all__ = ["Korean", "Rows", "Slavic", "Spelling"]
