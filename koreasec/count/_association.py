"""How far two things go together, beyond chance."""

from __future__ import annotations

import math


def npmi(together: int, with_a: int, with_b: int, units: int) -> float:
    """Return normalised pointwise mutual information, ``nan`` where all is shared."""
    if together == 0:
        return -1.0
    if together == units:
        return math.nan
    pmi = math.log(together * units / (with_a * with_b))
    return pmi / -math.log(together / units)


def log_likelihood(together: int, with_a: int, with_b: int, units: int) -> float:
    """
    Return Dunning's G2 of the four cells: both, only one, only the other, none.

    Below 0 where the two are together less often than chance would have it.
    """
    rest = units - with_a - with_b + together
    cells = [
        (together, with_a * with_b),
        (with_a - together, with_a * (units - with_b)),
        (with_b - together, (units - with_a) * with_b),
        (rest, (units - with_a) * (units - with_b)),
    ]
    terms = (seen * math.log(seen * units / chance) for seen, chance in cells if seen)
    size = max(2 * math.fsum(terms), 0.0)
    return -size if together * units < with_a * with_b else size
