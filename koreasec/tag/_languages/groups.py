"""What groups of letters say of the language of a word: ``letter_groups.csv``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ... import knowledge

LONGEST = 5  # letters
STEP = 0.25  # nats, the unit of the table
SHORTER = 4  # steps for each letter that a shorter group leaves out
UNKNOWN = 64  # steps of a letter that the language never has
EMPTY = 255


class Groups:
    """
    The cost of each letter after up to four others, in every language.

    Where a language has no such group, it pays for the shorter one and a step
    more; the tables are filled so once, so that a letter is one row.
    """

    def __init__(self, langs: Sequence[str]) -> None:
        self.row_of: dict[str, int] = {}
        cells: list[tuple[list[int], int, int]] = []
        row_of = self.row_of
        for row in knowledge.rows("letter_groups"):
            if row["lang"] in langs:
                groups = row["groups"].split()
                at = [row_of.setdefault(group, len(row_of)) for group in groups]
                cells.append((at, langs.index(row["lang"]), int(row["cost"])))
        self._close()
        costs = np.full((len(row_of), len(langs)), EMPTY, np.uint8)
        for rows, column, cost in cells:
            costs[rows, column] = cost
        self._fill(costs)
        self.table = -STEP * costs.astype(np.float32)
        known = sorted({column for _, column, _ in cells})
        for column in set(range(len(langs) if known else 0)).difference(known):
            self.table[:, column] = self.table[:, known].mean(axis=1)  # says nothing

    def _close(self) -> None:
        """Add the end of every group, so that there is a shorter one to fall to."""
        row_of = self.row_of
        for group in list(row_of):
            while len(group) > 1 and group[1:] not in row_of:
                group = group[1:]
                row_of[group] = len(row_of)

    def _fill(self, costs: np.ndarray) -> None:
        """Let every language pay for every group, the shortest first."""
        row_of, groups = self.row_of, list(self.row_of)
        sizes = np.array([len(group) for group in groups])
        ends = np.array([row_of.get(group[1:], 0) for group in groups], np.intp)
        for size in range(1, LONGEST + 1):
            rows = np.flatnonzero(sizes == size)
            own = costs[rows]
            fall = UNKNOWN if size == 1 else costs[ends[rows]] + SHORTER
            costs[rows] = np.where(own == EMPTY, fall, own)

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
