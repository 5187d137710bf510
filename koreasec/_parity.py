"""What can be tagged in which language, counted from the knowledge in use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

import pandas as pd

from . import _cell_types, _scripts, knowledge, schema

ANY, UNKNOWN = "mul", "und"
KINDS = ("person", "state", "organisation", "weapon", "place")
DATING = (
    *("anniversary_terms", "chronology_terms", "dating_cues", "number_forms"),
    *("ordinals", "series_terms", "stated_dates"),
)
SENTENCES = ("abbreviations", "sentence_words")
STATEMENTS = "statement_"  # how the names of the tables of statements begin
KANA = ("Hira", "Kana", "Jpan")
WRITTEN_IN = {"Jpan": (*KANA, "Hani"), "Kore": ("Hang", "Hani")}
FULL = ("full", "detected")


class Names(NamedTuple):
    """Which actors have names in a language, and how many names are its own."""

    found: frozenset[str]
    own: int


def parity(*, actors: Collection[str] | None = None) -> pd.DataFrame:
    """
    Count, for each language, what koreasec can tag in texts of it.

    An actor counts where one of its names belongs to the language, or to
    all languages and is written in a script of it, and a ministry where
    its state and the word for such a body do. A language without names
    of its own is not tagged, though names that are written alike
    everywhere may be found in it. The counts are those of the knowledge
    in use, with the folders laid over ours.

    Parameters
    ----------
    actors
        Count only these actors, e.g. those of a chart; by default all.

    Returns
    -------
    DataFrame
        The table ``parity``, one row per language, those with full support
        first: ``lang``, ``language`` (its name), ``support`` (``full``,
        ``detected``), ``actors`` (that have a name in it), ``of_actors``
        (all), ``actor_share`` (0 to 1), ``own_names``; actors by kind:
        ``persons``, ``states``, ``organisations``, ``weapons``,
        ``places``; ``date_rules``, ``dating_terms``, ``topics``,
        ``topic_terms``, ``statement_terms``, ``sentence_terms``,
        ``role_terms``; ``tagged`` and ``not_tagged`` (what works in it
        and what does not, in words).

    Examples
    --------
    >>> made = parity().set_index("lang")
    >>> made.loc["uk", "tagged"].split(", ")[:3]
    ['actors', 'posts', 'dates']
    >>> made.loc["es", ["date_rules", "topics"]].tolist()
    [0, 0]
    """
    kinds = {row["actor"]: row["kind"] for row in knowledge.rows("actors")}
    if actors is not None:
        _cell_types.names(actors, by="ks.knowledge.parity", what="actors")
        kinds = {actor: kinds.get(actor, "") for actor in actors}
    rows = (_row(lang, kinds) for lang in languages())
    return schema.table("parity", rows)


def unnamed(
    actors: Iterable[str] | None = None, langs: Iterable[str] | None = None
) -> pd.DataFrame:
    """
    List which actors have no name in which language.

    Where an actor has no name it is not found, so its absence from texts
    in that language means nothing.

    Parameters
    ----------
    actors
        Ids of actors, e.g. those of a chart; by default all.
    langs
        Codes of languages; by default those with full support.

    Returns
    -------
    DataFrame
        The table ``unnamed``, one row per actor and language without a
        name, by language, then by actor: ``actor``, ``label``, ``kind``,
        ``lang``. An actor that has names everywhere has no row.

    Examples
    --------
    >>> unnamed(["north-korea", "kim-jong-un"], ["ko", "es"])["actor"].tolist()
    ['north-korea']
    """
    for given, what in ((actors, "actors"), (langs, "languages")):
        if given is not None:
            _cell_types.names(given, by="ks.knowledge.unnamed", what=what)
    known = {row["actor"]: row for row in knowledge.rows("actors")}
    wanted = sorted(set(known if actors is None else actors))
    full = [lang for lang, support in _support().items() if support == "full"]
    return schema.table(
        "unnamed",
        (
            (actor, row.get("label", actor), row.get("kind", ""), lang)
            for lang in (full if langs is None else sorted(set(langs)))
            for actor in wanted
            if actor not in names(lang).found
            for row in [known.get(actor, {})]
        ),
    )


def languages() -> list[str]:
    """Return the codes of all languages, those with full support first."""
    support = _support()
    return sorted(support, key=lambda lang: (FULL.index(support[lang]), lang))


def tagged(lang: str) -> dict[str, int]:
    """Return how much there is for each thing that is tagged in texts of `lang`."""
    rules = knowledge.grammar("dates", lang).get("rule", ())
    says = [name for name in knowledge.shapes() if name.startswith(STATEMENTS)]
    return {
        "actors": names(lang).own,
        "posts": _terms(lang, "role_terms"),
        "dates": len(rules),
        "dating": _terms(lang, *DATING),
        "topics": _terms(lang, "topic_terms"),
        "statements": _terms(lang, *says),
        "sentences": _terms(lang, *SENTENCES),
    }


@knowledge.remembered
def names(lang: str) -> Names:
    """Return which actors have a name in `lang`, and how many names it owns."""
    own, any_lang = _named().get(lang, []), _named().get(ANY, [])
    script = next(
        (row["script"] for row in knowledge.rows("languages") if row["lang"] == lang),
        _scripts.NO_SCRIPT,
    )
    fitting = {*WRITTEN_IN.get(script, (script,)), ""}
    found = {actor for actor, _ in own}
    found |= {actor for actor, written in any_lang if written in fitting}
    return Names(frozenset(found | _composed(lang, found)), len(own))


def _composed(lang: str, found: set[str]) -> set[str]:
    """Return the ministries and forces whose state and sort have names in `lang`."""
    words = {row["body"] for row in knowledge.rows("body_terms") if row["lang"] == lang}
    return {
        row["actor"]
        for row in knowledge.rows("bodies")
        if row["body"] in words and row["state"] in found
    }


def _row(lang: str, kinds: dict[str, str]) -> tuple[object, ...]:
    found = names(lang).found & kinds.keys()
    by_kind = [sum(kinds[actor] == kind for actor in found) for kind in KINDS]
    share = len(found) / len(kinds) if kinds else 0.0
    much = tagged(lang)
    terms = [row for row in knowledge.rows("topic_terms") if row["lang"] == lang]
    return (
        *(lang, knowledge.label(lang), _support()[lang]),
        *(len(found), len(kinds), share, much["actors"], *by_kind),
        *(much["dates"], much["dating"]),
        *(len({row["topic"] for row in terms}), len(terms)),
        *(much["statements"], much["sentences"], much["posts"]),
        ", ".join(what for what, many in much.items() if many),
        ", ".join(what for what, many in much.items() if not many),
    )


def _support() -> dict[str, str]:
    rows = knowledge.rows("languages")
    return {row["lang"]: row["support"] for row in rows if row["lang"] != ANY}


def _terms(lang: str, *tables: str) -> int:
    return sum(_counts(table).get(lang, 0) for table in tables)


@knowledge.remembered
def _counts(table: str) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for row in knowledge.rows(table):
        counts[row.get("lang", "")] += 1
    return dict(counts)


@knowledge.remembered
def _named() -> dict[str, list[tuple[str, str]]]:
    """Return actor and script of each name, by language."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in knowledge.rows("actor_names"):
        script = _scripts.single(row["name"]) if row["lang"] == ANY else ""
        found[row["lang"]].append((row["actor"], script or ""))
    return dict(found)
