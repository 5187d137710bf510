"""Which actors form groups: named with each other more than with the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from .. import schema
from ._rows import unique

MEASURES = ("together", "npmi", "log_likelihood")
TYPES = {
    "actor": "str",
    "community": "int64",
    "size": "int64",
    "partners": "int64",
    "inside": "float64",
    "modularity": "float64",
    "rows": "object",
}
SEED = 0


def communities(
    pairs: pd.DataFrame, *, measure: str = "log_likelihood", resolution: float = 1.0
) -> pd.DataFrame:
    """
    Put actors that are named with each other into groups.

    Only pairs that are named together more often than chance would do it
    count. The method of Louvain moves actors until no move makes the
    groups denser; its seed is fixed, so the answer is always the same.

    Parameters
    ----------
    pairs
        The table ``pairs``, e.g. from ``ks.count.pairs(mentions)``.
    measure
        What a pair weighs: ``log_likelihood``, ``npmi`` or ``together``.
    resolution
        Above 1 for smaller groups, below for larger ones.

    Returns
    -------
    DataFrame
        One row per actor of `pairs`, by group, then by name:
        ``community`` (1 is the largest; 0 for actors in no group),
        ``size`` (actors in it), ``partners`` (actors with whom this one
        stands together more often than by chance), ``inside`` (share of
        the weight of these pairs that stays in the group; missing without
        partners), ``modularity`` (of all groups: 0 as chance has it, above
        0.3 is usually called clear), ``rows`` (ids of the mentions behind
        its pairs inside the group).

    Raises
    ------
    InputError
        An unknown measure, or no table of pairs.

    References
    ----------
    Blondel et al. (2008), Fast unfolding of communities in large networks.

    Examples
    --------
    >>> told = [("a", "b", 4, 9.0, ("x:0-1",)), ("c", "d", 2, 5.0, ("x:3-4",))]
    >>> names = ["actor_a", "actor_b", "together", "log_likelihood", "rows"]
    >>> made = communities(pd.DataFrame(told, columns=names))
    >>> made[["actor", "community"]].values.tolist()
    [['a', 1], ['b', 1], ['c', 2], ['d', 2]]
    """
    schema.require_known(measure, MEASURES, what="measure")
    needed = ["actor_a", "actor_b", "log_likelihood", measure, "rows"]
    schema.require(pairs, "pairs", by="ks.count.communities", columns=needed)
    actors = sorted({*pairs["actor_a"], *pairs["actor_b"]})
    if not actors:
        return pd.DataFrame({name: [] for name in TYPES}).astype(TYPES)
    linked = _graph(actors, pairs, measure)
    groups, modularity = _groups(linked, resolution)
    rows = _rows(actors, groups, linked, pairs)
    made = pd.DataFrame(rows, columns=[*list(TYPES)[:5], "rows"])
    made = made.assign(modularity=modularity)[list(TYPES)].astype(TYPES)
    last = made["community"].eq(0)
    made = made.assign(last=last).sort_values(["last", "community", "actor"])
    return made.drop(columns="last").reset_index(drop=True)


def _graph(actors: list[str], pairs: pd.DataFrame, measure: str) -> Any:
    """Link actors, as numbers so that no hash decides, that chance does not explain."""
    import networkx as nx

    made: Any = nx.Graph()
    made.add_nodes_from(range(len(actors)))
    at = {actor: number for number, actor in enumerate(actors)}
    ends = zip(pairs["actor_a"], pairs["actor_b"], strict=True)
    weights = zip(pairs["log_likelihood"], pairs[measure], strict=True)
    links = (
        (*sorted((at[a], at[b])), float(weight))
        for (a, b), (sure, weight) in zip(ends, weights, strict=True)
        if sure > 0 and weight > 0
    )
    made.add_weighted_edges_from(sorted(links))
    return made


def _groups(linked: Any, resolution: float) -> tuple[list[list[int]], float]:
    """Return the groups of two and more, the largest first, and their modularity."""
    import networkx as nx

    if not linked.number_of_edges():
        return [], 0.0
    options: dict[str, Any] = {"weight": "weight", "resolution": resolution}
    found = nx.community.louvain_communities(linked, seed=SEED, **options)
    modularity = nx.community.modularity(linked, found, **options)
    ordered = sorted((sorted(group) for group in found), key=lambda g: (-len(g), g))
    return [group for group in ordered if len(group) > 1], float(modularity)


def _rows(
    actors: list[str], groups: list[list[int]], linked: Any, pairs: pd.DataFrame
) -> Iterable[tuple[Any, ...]]:
    of = {one: number for number, group in enumerate(groups, 1) for one in group}
    behind: dict[int, list[str]] = defaultdict(list)
    at = {actor: number for number, actor in enumerate(actors)}
    ends = zip(pairs["actor_a"], pairs["actor_b"], pairs["rows"], strict=True)
    for a, b, ids in ends:
        if linked.has_edge(at[a], at[b]) and of[at[a]] == of[at[b]]:
            behind[at[a]] += ids
            behind[at[b]] += ids
    for number, actor in enumerate(actors):
        group, near = of.get(number, 0), linked[number]
        whole = sum(link["weight"] for link in near.values())
        own = sum(link["weight"] for n, link in near.items() if of.get(n) == group)
        size = len(groups[group - 1]) if group else 0
        inside = own / whole if whole else float("nan")
        yield actor, group, size, len(near), inside, unique(behind[number])
