"""Cases are rows of ``tests/cases/roles.csv``: role, office, person, qualifier."""

from pathlib import Path

import pandas as pd
import pytest

from koreasec.tag._actors.roles import phrases
from koreasec.tag._documents import Document

CASES = pd.read_csv(
    Path(__file__).parents[1] / "cases" / "roles.csv", keep_default_na=False
)


@pytest.mark.parametrize(("lang", "text", "expected"), CASES.values.tolist())
def test_cases(lang: str, text: str, expected: str) -> None:
    found = [
        f"{one.role}|{one.office}|{one.person}|{one.qualifier}"
        for one in phrases(Document("a", text, given_lang=lang))
    ]
    assert "; ".join(found) == expected


def test_the_span_holds_the_adjective_and_the_head_does_not() -> None:
    text = "Der südkoreanische Präsident sprach."
    (phrase,) = phrases(Document("a", text, given_lang="de"))
    assert text[phrase.start : phrase.end] == "südkoreanische Präsident"
    assert text[phrase.head : phrase.end] == "Präsident"
