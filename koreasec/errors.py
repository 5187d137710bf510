"""
Everything koreasec raises on purpose.

::

    KoreasecError
    ├── InputError       a file, table or argument is not what was needed
    └── KnowledgeError   a row of a knowledge table is broken
"""


class KoreasecError(Exception):
    """Base of the errors below, to catch them together."""


class InputError(KoreasecError, ValueError):
    """A file, table or argument is not what was needed; the message says what to do."""


class KnowledgeError(KoreasecError, ValueError):
    """A row of a knowledge table is broken; the message names its file and line."""
