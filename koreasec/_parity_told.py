"""What could not be found in which language, in words, for captions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from . import knowledge
from ._parity import UNKNOWN, tagged, unnamed

MOST = 4  # names in a list, more are counted


def not_tagged(
    langs: Iterable[str] | Mapping[str, int], *, what: Collection[str] = ("actors",)
) -> str:
    """
    Say of which texts nobody should expect tags, for the caption of a chart.

    Parameters
    ----------
    langs
        The language of each text, e.g. ``docs["lang"]``, or how many texts
        each language has. Texts whose language is not known are left out
        of the list, not of the total.
    what
        What the chart rests on: ``actors``, ``posts``, ``dates``,
        ``dating``, ``topics``, ``statements``, ``sentences``.

    Returns
    -------
    str
        One sentence, ``""`` where all can be tagged.

    Examples
    --------
    >>> not_tagged(["de", "es", "es", "pl"])
    'Not tagged in these texts: actors in Spanish and Polish (3 of 4 texts).'
    >>> not_tagged(["de", "ko"])
    ''
    """
    counts = Counter(langs if isinstance(langs, Mapping) else map(_code, langs))
    total = sum(counts.values())
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for lang in sorted(counts, key=lambda lang: (-counts[lang], lang)):
        much = tagged(lang) if lang != UNKNOWN else {}
        missing = tuple(one for one in what if not much.get(one, lang == UNKNOWN))
        if missing:
            groups[missing].append(lang)
    parts = []
    for missing, found in groups.items():
        many = f"{sum(counts[lang] for lang in found):,} of {total:,} texts"
        named = listed([knowledge.label(lang) for lang in found], "languages")
        parts.append(f"{listed(missing)} in {named} ({many})")
    return f"Not tagged in these texts: {'; '.join(parts)}." if parts else ""


def _code(lang: Any) -> str:
    return lang if isinstance(lang, str) else UNKNOWN


def not_named(actors: Iterable[str], langs: Iterable[str]) -> str:
    """
    Say which of the `actors` no text in some of the `langs` can name.

    Languages of which no actor at all is tagged are left to
    :func:`not_tagged`.

    Parameters
    ----------
    actors
        Ids of actors, e.g. those of a chart.
    langs
        Codes of languages, e.g. ``docs["lang"]``; each counts once.

    Returns
    -------
    str
        One sentence, ``""`` where all have names.

    Examples
    --------
    >>> not_named(["kim-jong-un", "north-korea"], ["de", "ko", "es"])
    ''
    """
    heard = {lang for lang in langs if isinstance(lang, str) and lang != UNKNOWN}
    kept = sorted(lang for lang in heard if tagged(lang)["actors"])
    missing = unnamed(actors, kept)
    parts = [
        f"{listed(rows['label'].tolist(), 'actors')} in {knowledge.label(lang)}"
        for lang, rows in missing.groupby("lang")
    ]
    return f"No name is known of {'; '.join(parts)}." if parts else ""


def listed(words: Collection[str], rest: str = "") -> str:
    """
    Join words as English does; with `rest`, long lists are cut.

    >>> listed(["a"]), listed(["a", "b", "c"]), listed("abcdef", "letters")
    ('a', 'a, b and c', 'a, b, c, d and 2 other letters')
    """
    shown = list(words)
    if rest and len(shown) > MOST + 1:
        shown = [*shown[:MOST], f"{len(shown) - MOST} other {rest}"]
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
