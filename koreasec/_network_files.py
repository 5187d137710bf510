"""Pairs as a network file for Gephi and the like: GEXF and GraphML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from . import knowledge, schema

FORMATS = ("gexf", "graphml")
NEEDED = ("actor_a", "actor_b", "together", "docs", "rows")
CLOCK = re.compile(r' lastmodifieddate="[^"]*"')
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ROWS = 100  # ids of an edge; the table has all
GREY = "#6E6E6E"


def is_network(table: pd.DataFrame) -> bool:
    """Tell whether `table` holds pairs of actors."""
    return {"actor_a", "actor_b"} <= set(table)


def write(
    tables: Mapping[str, pd.DataFrame], name: str, path: str, *, format: str
) -> None:
    """Write the pairs `name` among the `tables` to `path`, without a clock."""
    import networkx as nx

    graph = network(tables[name], tables)
    if format == "graphml":
        for node in graph.nodes.values():  # Gephi reads r, g, b where it has no viz
            shade = node.pop("viz")["color"]
            node.update((part, shade[part]) for part in "rgb")
        text = "\n".join(nx.generate_graphml(graph, named_key_ids=True))
    else:
        text = CLOCK.sub("", "\n".join(nx.generate_gexf(graph, version="1.2draft")))
    Path(path).write_text(f"{text}\n", "utf-8", newline="\n")


def network(pairs: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Any:
    """Return the pairs as a graph; `tables` may hold mentions and communities."""
    import networkx as nx

    schema.require(pairs, "pairs", by="ks.export", columns=NEEDED)
    graph = nx.Graph()
    told = _told(pairs, tables)
    for actor in sorted({*pairs["actor_a"], *pairs["actor_b"]}):
        graph.add_node(_clean(actor), **_node(actor, told))
    ordered = pairs.sort_values(["actor_a", "actor_b"]).to_dict("records")
    for row in ordered:
        graph.add_edge(_clean(row["actor_a"]), _clean(row["actor_b"]), **_edge(row))
    return graph


def _node(actor: str, told: dict[str, Mapping[str, Any]]) -> dict[str, Any]:
    colour = told["colour"].get(actor, GREY)
    found = {
        "label": _clean(knowledge.label(actor)),
        "kind": told["kind"].get(actor, ""),
        "mentions": int(told["mentions"].get(actor, 0)),
        "documents": int(told["documents"].get(actor, 0)),
        "colour": colour,
        "viz": {"color": _rgb(colour)},
    }
    if "community" in told:
        found["community"] = int(told["community"].get(actor, 0))
    return found


def _edge(row: dict[Any, Any]) -> dict[str, Any]:
    measured = {"npmi": row.get("npmi"), "g2": row.get("log_likelihood")}
    known = {key: float(of) for key, of in measured.items() if of is not None}
    return {
        "weight": int(row["together"]),
        **{key: value for key, value in known.items() if value == value},
        "documents": int(row["docs"]),
        "rows": _clean("; ".join(row["rows"][:ROWS])),
    }


def _told(
    pairs: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> dict[str, Mapping[str, Any]]:
    """Return what is known of the actors: counts, kinds, colours, communities."""
    kinds = {row["actor"]: row["kind"] for row in knowledge.rows("actors")}
    rows = {(row["of"], row["key"]): row["colour"] for row in knowledge.rows("colours")}
    colours = {
        actor: rows.get(("actor", actor)) or rows.get(("kind", kind), GREY)
        for actor, kind in kinds.items()
    }
    told = {"kind": kinds, "colour": colours, **_counts(pairs, tables.get("mentions"))}
    groups = tables.get("communities")
    if groups is not None:
        columns = ("actor", "community")
        schema.require(groups, "communities", by="ks.export", columns=columns)
        told["community"] = dict(zip(groups["actor"], groups["community"], strict=True))
    return told


def _counts(
    pairs: pd.DataFrame, mentions: pd.DataFrame | None
) -> dict[str, Mapping[str, int]]:
    """Count mentions and texts of each actor; without mentions those in pairs."""
    if mentions is not None:
        schema.require(mentions, "mentions", by="ks.export")
        named = mentions.groupby("actor")["doc_id"]
        return {"mentions": dict(named.size()), "documents": dict(named.nunique())}
    seen: dict[str, set[str]] = {}
    for row in pairs.to_dict("records"):
        for actor in (row["actor_a"], row["actor_b"]):
            texts = (schema.read_row_id(one)[0] for one in row["rows"])
            seen.setdefault(actor, set()).update(texts)
    return {
        "mentions": {},
        "documents": {who: len(found) for who, found in seen.items()},
    }


def _rgb(colour: str) -> dict[str, Any]:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return dict(zip("rgb", parts, strict=True)) | {"a": 1.0}


def _clean(text: str) -> str:
    """Drop what XML cannot hold."""
    return UNWRITABLE.sub("\ufffd", text)
