"""Prose whose numbers are computed: the sentence above a chart."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from .errors import InputError

MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+!|$~^=<>&\"'-]")


class Answer:
    """A sentence that shows as Markdown in a notebook and as text elsewhere."""

    def __init__(self, plain: str, markdown: str) -> None:
        """Keep both readings of the sentence."""
        self.plain, self.markdown = plain, markdown

    def __repr__(self) -> str:
        """Return the sentence as plain text."""
        return self.plain

    def _repr_markdown_(self) -> str:
        return self.markdown


def answer(template: str, **values: Any) -> Answer:
    """
    Fill computed `values` into a sentence and show it as prose.

    The values may come from texts: whatever they hold is shown as it is
    written, never as Markdown, HTML or a formula.

    Parameters
    ----------
    template
        The sentence, Markdown allowed, with ``{name}`` where a value goes.
    **values
        What to fill in: a number, a text, a date, or a list of these.

    Returns
    -------
    Answer
        Shows as Markdown in a notebook, as plain text elsewhere.

    Raises
    ------
    InputError
        The template names a value that was not given.

    Examples
    --------
    >>> answer("**{n}** Texte nennen {wer}.", n=3, wer=["Kim", "Putin"])
    3 Texte nennen Kim and Putin.
    """
    shown = {name: said(value) for name, value in values.items()}
    marked = {name: escape_markdown(text) for name, text in shown.items()}
    try:
        plain = re.sub(r"\*\*|__", "", template).format_map(shown)
        return Answer(plain, template.format_map(marked))
    except (KeyError, IndexError, ValueError) as error:
        msg = f"the sentence needs {error}, given are {sorted(values)}."
        raise InputError(msg) from error


def said(value: Any) -> str:
    """
    Return `value` as one says it: dates as days, lists with "and".

    >>> said(["Seoul", "Tokyo", "Kyiv"]), said(0.333333), said([])
    ('Seoul, Tokyo and Kyiv', '0.33', 'none')
    """
    if isinstance(value, (list, tuple, set, frozenset)) or hasattr(value, "tolist"):
        inner = value.tolist() if hasattr(value, "tolist") else value
        if not isinstance(inner, (list, tuple, set, frozenset)):
            return said(inner)
        listed = sorted(inner) if isinstance(inner, (set, frozenset)) else list(inner)
        parts = [said(item) for item in listed]
        return (
            " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]])) or "none"
        )
    if hasattr(value, "strftime"):
        return value.strftime("%-d %B %Y") if value == value else "unknown"
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".") if value == value else "unknown"
    return "".join(c for c in str(value) if unicodedata.category(c) not in ("Cc", "Cf"))


def escape_markdown(text: str) -> str:
    """Return `text` so that Markdown, HTML and MathJax show it as written."""
    return MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", text)
