"""What an editor of the tables should look at, as the shell prints it."""

from __future__ import annotations

import pandas as pd

from . import knowledge
from .tag._actors.lint import lint

__all__ = ["lint", "told"]


def told(found: pd.DataFrame, *, everything: bool = False) -> str:
    """
    Write findings one a line, errors first, then how many there are.

    Parameters
    ----------
    found
        From ``lint()``.
    everything
        List what is accepted, and what is only worth knowing, too.

    Examples
    --------
    >>> print(told(lint()).splitlines()[-1])
    0 errors; what they mean: koreasec/data/README.md
    """
    levels = ("error", "accepted", "info") if everything else ("error",)
    lines = [_line(row) for row in found.to_dict("records") if row["level"] in levels]
    counts = found["level"].value_counts()
    names = len(knowledge.rows("actor_names"))
    actors, decoys = len(knowledge.rows("actors")), len(knowledge.rows("decoys"))
    errors, accepted = int(counts.get("error", 0)), int(counts.get("accepted", 0))
    few = found[found["rule"] == "gap"]
    gaps = ", ".join(f"{row.lang} {row.name_}" for row in _renamed(few).itertuples())
    return "\n".join(
        [
            *lines,
            f"{names:,} names of {actors:,} actors, {decoys:,} decoys",
            f"accepted with a reason in lint_accepted.csv: {accepted:,}",
            f"without a name: {gaps or 'none'}",
            f"{errors:,} error{'s' if errors != 1 else ''}; "
            "what they mean: koreasec/data/README.md",
        ]
    )


def _renamed(table: pd.DataFrame) -> pd.DataFrame:
    return table.rename(columns={"name": "name_"})  # itertuples keeps name to itself


def _line(row: dict) -> str:
    lang = f" ({row['lang']})" if row["lang"] else ""
    whose = f" of {row['actors']}" if row["actors"] else ""
    why = row["accepted"] or row["note"]
    where = f"{row['where'].replace(', line ', ':')}: " if row["where"] else ""
    return f"{where}{row['level']} {row['rule']}: {row['name']!r}{lang}{whose}: {why}"
