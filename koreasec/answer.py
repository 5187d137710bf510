"""Prose whose numbers are computed: the sentence above a chart."""

from __future__ import annotations

import re
import unicodedata
from numbers import Integral
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


class Said:
    """A value in words, and how a template may ask for it."""

    def __init__(self, value: Any, words: str) -> None:
        """Keep the value, which decides between one and many, and its words."""
        self.value, self.words = value, words

    def __format__(self, ask: str) -> str:
        """Write the value, the value with the noun `ask`, or one of two words."""
        if not ask:
            return self.words
        one, _, many = ask.partition("|")
        if many:
            return one if self.value == 1 else many
        return f"{self.words} {one if self.value == 1 else _plural(one)}"


def _plural(noun: str) -> str:
    return (
        f"{noun[:-1]}ies"
        if noun.endswith("y") and noun[-2] not in "aeo"
        else f"{noun}s"
    )


def answer(template: str, **values: Any) -> Answer:
    """
    Fill computed `values` into a sentence and show it as prose.

    The values may come from texts: whatever they hold is shown as it is
    written, never as Markdown, HTML or a formula.

    Parameters
    ----------
    template
        The sentence, Markdown allowed, with ``{name}`` where a value goes.
        ``{n:text}`` writes a number with its noun ("1 text", "3 texts"),
        ``{n:is|are}`` only the word that fits the number.
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
    >>> answer("{n:text} {n:names|name} {who}.", n=3, who=["Kim", "Putin"])
    3 texts name Kim and Putin.
    """
    shown = {name: Said(value, said(value)) for name, value in values.items()}
    marked = {
        name: Said(one.value, escape_markdown(one.words)) for name, one in shown.items()
    }
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
        return f"{value:,.2f}".rstrip("0").rstrip(".") if value == value else "unknown"
    if isinstance(value, Integral) and not isinstance(value, bool):
        return f"{int(value):,}"
    return "".join(c for c in str(value) if unicodedata.category(c) not in ("Cc", "Cf"))


def escape_markdown(text: str) -> str:
    """Return `text` so that Markdown, HTML and MathJax show it as written."""
    return MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", text)
