"""Who is named together: a heat map, or a network with a fixed layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import pandas as pd

from .. import knowledge, schema
from ..errors import InputError
from . import _labels, _numbers
from ._chart import Chart
from ._empty import empty
from ._heatmap import heatmap
from ._network import network

STYLES = ("heatmap", "network")
MEASURES = {
    "together": "",
    "npmi": "normalised pointwise mutual information: 1 never apart, 0 chance",
    "log_likelihood": "signed log-likelihood G²: how sure it is more than chance",
}
NEEDED = ("actor_a", "actor_b", "together", "docs", "rows")


def pairs(
    pairs: pd.DataFrame,
    *,
    style: str = "heatmap",
    measure: str = "together",
    top: int = 15,
    unit: str = "unit",
    title: str = "",
    labels: Mapping[str, str] | None = None,
    communities: pd.DataFrame | None = None,
    langs: Iterable[str] | None = None,
) -> Chart:
    """
    Draw who is named together.

    The actors of the strongest pairs are shown, states first, then
    organisations, persons and weapons; within a kind those with most in
    common with others. Pairs that rest on a single document are marked:
    an asterisk in a cell, a broken line in the network.

    Parameters
    ----------
    pairs
        The table ``pairs``, e.g. from ``ks.count.pairs(mentions)``.
    style
        ``heatmap``: a cell per pair, its count inside; or ``network``:
        actors on a circle, the wider the line the more in common.
    measure
        What colours a cell or widens a line: ``together`` (units that
        name both), ``npmi`` or ``log_likelihood``. Counts stay in cells.
    top
        How many actors to show at most.
    unit
        What was counted, for the caption: e.g. ``sentence``.
    title
        What to write above; says what is counted by default.
    labels
        Names of your own for some actors, e.g. ``{"japan": "일본"}``.
    communities
        From ``ks.count.communities(pairs)``: actors of one stand side by
        side, in the network under an arc with its number.
    langs
        Languages of the texts, e.g. ``docs["lang"]``: the caption says
        of which texts no actor is tagged, and which of the actors shown
        could not be found in which of the others.

    Returns
    -------
    Chart
        Its table has the pairs that are drawn, the strongest first.

    Raises
    ------
    InputError
        An unknown style or measure, or no table of pairs.

    Examples
    --------
    >>> row = ("russia", "ukraine", 3, 2, ("a:0-9",))
    >>> made = pd.DataFrame([row], columns=["actor_a", "actor_b", *NEEDED[2:]])
    >>> chart = pairs(made, labels={"russia": "Росія"})
    >>> chart.table[["label_a", "label_b"]].values.tolist()
    [['Росія', 'Ukraine']]
    """
    schema.require_known(style, STYLES, what="style")
    schema.require_known(measure, MEASURES, what="measure")
    if top < 2:
        msg = f"top is {top}; a pair needs two actors or more."
        raise InputError(msg)
    needed = [*NEEDED, *([measure] if measure not in NEEDED else [])]
    schema.require(pairs, "pairs", by="plot.pairs", columns=needed)
    title = title or "Who is named together"
    if not len(pairs):
        return empty(title, "No two actors are named together.", pairs)
    groups = _groups(communities)
    drawn, order = _chosen(pairs, top, labels, groups)
    caption = _caption(pairs, drawn, len(order), style, measure, unit)
    if groups:
        caption = caption.replace(
            "clockwise: states", "clockwise: communities, in each states"
        )
    if style == "network":
        caption = f"{caption} {_grouped(communities, order)}".rstrip()
    if langs is not None:
        langs = list(langs)
        left = knowledge.not_tagged(langs), knowledge.not_named(order, langs)
        caption = " ".join(filter(None, [caption, *left]))
    told = {"measure": measure, "unit": unit, "title": title, "caption": caption}
    if style == "heatmap":
        return heatmap(drawn, order, **told)
    return network(drawn, order, **told, groups=groups)


def _groups(communities: pd.DataFrame | None) -> dict[str, int]:
    """Return the community of each actor that is in one."""
    if communities is None:
        return {}
    by, wanted = "plot.pairs", ("actor", "community", "modularity")
    schema.require(communities, "communities", by=by, columns=wanted)
    found = zip(communities["actor"], communities["community"], strict=True)
    return {actor: int(number) for actor, number in found if number}


def _grouped(communities: pd.DataFrame | None, order: Mapping[str, str]) -> str:
    """Tell how many communities there are and how clear they are."""
    if communities is None or not len(communities):
        return ""
    known = communities[communities["community"].gt(0)]["community"]
    here = communities[communities["actor"].isin(list(order))]["community"]
    several = int(here[here.gt(0)].value_counts().gt(1).sum())
    clear = float(communities["modularity"].iloc[0])
    return (
        f"Numbered arcs: communities (Louvain, pairs above chance; {several} of "
        f"{known.nunique()} with two actors or more here; modularity {clear:.2f})."
    )


def _chosen(
    pairs: pd.DataFrame,
    top: int,
    own: Mapping[str, str] | None,
    groups: Mapping[str, int],
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the pairs among the `top` actors, and those actors in order, labelled."""
    strength: Counter[str] = Counter()
    for row in _numbers.records(pairs[["actor_a", "actor_b", "together"]]):
        strength[row["actor_a"]] += row["together"]
        strength[row["actor_b"]] += row["together"]
    strongest = sorted(strength, key=lambda actor: (-strength[actor], actor))[:top]
    kinds = _labels.kinds(strongest)
    order = sorted(
        strongest,
        key=lambda actor: (
            groups.get(actor, len(groups) + 1),
            _labels.KINDS.index(kinds[actor]),
        ),
    )
    labels = _labels.actors(order, own)
    kept = pairs["actor_a"].isin(order) & pairs["actor_b"].isin(order)
    drawn = pairs[kept].sort_values(
        ["together", "actor_a", "actor_b"],
        ascending=[False, True, True],
        ignore_index=True,
    )
    named = {f"label_{one}": drawn[f"actor_{one}"].map(labels) for one in "ab"}
    return drawn.assign(**named), labels


def _caption(
    pairs: pd.DataFrame,
    drawn: pd.DataFrame,
    shown: int,
    style: str,
    measure: str,
    unit: str,
) -> str:
    """Tell what a cell or line means, how much is shown, what rests on one text."""
    actors = len({*pairs["actor_a"], *pairs["actor_b"]})
    single = int(drawn["docs"].eq(1).sum())
    cells = style == "heatmap"
    named = f"{unit}s that name both"
    means = MEASURES[measure] or named
    first = f"Numbers: {named}" if cells else f"Width: {means}"
    first += f"; colour: {means}" if cells and means != named else ""
    first += "" if cells else "; clockwise: states, organisations, persons, weapons"
    mark = "*" if cells else "Broken line"
    units = ""
    if "units" in pairs:
        total = _numbers.counted(int(pairs["units"].max()), unit)
        units = f" n = {total} that name an actor."
    return (
        f"{first}. {shown} of {_numbers.counted(actors, 'actor')}, {len(drawn):,} of "
        f"{_numbers.counted(len(pairs), 'pair')}. {mark}: rests on a single document "
        f"({single:,} of {_numbers.counted(len(drawn), 'pair')}).{units}"
    )
