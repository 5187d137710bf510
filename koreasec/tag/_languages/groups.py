"""What groups of letters say of the language of a word: ``letter_groups.csv``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

import numpy as np

from ... import _cache, knowledge

LONGEST = 5  # letters
STEP = 0.25  # nats, the unit of the table
SHORTER = 4  # steps for each letter that a shorter group leaves out
UNKNOWN = 64  # steps of a letter that the language never has
EMPTY = 255
ABSENT = 254  # more than any language pays that the table has
Rows = tuple[dict[str, int], np.ndarray]  # names, and what stands in their rows


class Groups:
    """
    The cost of each letter after up to four others, in every language.

    Where a language has no such group, it pays for the shorter one and a step
    more; the tables are filled so once, so that a letter is one row.
    """

    def __init__(self, langs: Sequence[str]) -> None:
        state = _cache.state(knowledge.overlay())
        name, make = f"groups-{langs[0]}", partial(_costs, langs)
        made = _cache.kept(name, make, packed, unpacked, state, *langs)
        self.row_of, costs = made
        self.table = -STEP * costs.astype(np.float32)
        known = np.flatnonzero((costs != ABSENT).any(axis=0)).tolist()
        for column in set(range(len(langs) if known else 0)).difference(known):
            self.table[:, column] = self.table[:, known].mean(axis=1)  # says nothing

    def features(self, word: str) -> list[int]:
        """Return the row of the longest group that ends in each letter of `word`."""
        row_of, found = self.row_of.get, []
        for end in range(1, len(word) + 1):
            start = end - LONGEST if end > LONGEST else 0
            row = row_of(word[start:end])
            while row is None and start < end - 1:
                start += 1
                row = row_of(word[start:end])
            if row is not None:
                found.append(row)
        return found


def packed(made: Rows) -> tuple[list[str], _cache.Arrays]:
    """Say rows that have names in lists and numbers."""
    return list(made[0]), {"table": made[1]}


def unpacked(names: list[str], arrays: _cache.Arrays) -> Rows:
    """Make the rows again."""
    return {name: row for row, name in enumerate(names)}, arrays["table"]


def _costs(langs: Sequence[str]) -> Rows:
    own = [
        (row["groups"].split(), langs.index(row["lang"]), int(row["cost"]))
        for row in knowledge.rows("letter_groups")
        if row["lang"] in langs
    ]
    known = dict.fromkeys(chain.from_iterable(groups for groups, _, _ in own))
    new = list(known)
    while new:  # a shorter one to fall to: the end of every group
        ends = (group[1:] for group in new if len(group) > 1)
        new = [end for end in dict.fromkeys(ends) if end not in known]
        known.update(dict.fromkeys(new))
    row_of = {group: row for row, group in enumerate(known)}
    costs = np.full((len(row_of), len(langs)), EMPTY, np.uint8)
    for groups, column, cost in own:
        costs[[*map(row_of.__getitem__, groups)], column] = cost
    _fill(row_of, costs)
    costs[:, sorted(set(range(len(langs))) - {column for _, column, _ in own})] = ABSENT
    return row_of, costs


def _fill(row_of: dict[str, int], costs: np.ndarray) -> None:
    """Let every language pay for every group, the shortest first."""
    sizes = np.array([*map(len, row_of)])
    ends = np.array([row_of.get(group[1:], 0) for group in row_of], np.intp)
    for size in range(1, LONGEST + 1):
        rows = np.flatnonzero(sizes == size)
        own = costs[rows]
        fall = UNKNOWN if size == 1 else costs[ends[rows]] + SHORTER
        costs[rows] = np.where(own == EMPTY, fall, own)
