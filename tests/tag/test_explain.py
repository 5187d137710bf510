"""The trace of a span says what was found there and what became of it."""

import pandas as pd
import pytest

from koreasec import errors
from koreasec.tag._actors.explain import explain


def docs(text: str, lang: str = "en") -> pd.DataFrame:
    return pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": [lang]})


def outcomes(text: str, part: str, lang: str = "en") -> set[str]:
    start = text.index(part)
    found = explain(docs(text, lang), doc_id="a", start=start, end=start + len(part))
    return set(found["outcome"])


def test_a_name_is_covered_by_its_mention() -> None:
    found = outcomes("North Korea fired.", "North Korea")
    assert {"found; a mention covers it", "state, via name"} <= found


def test_a_string_inside_a_word_is_refused() -> None:
    found = outcomes("Koreabund grows.", "Korea")
    assert found == {"begins so, but stands otherwise or inside a word"}


def test_an_open_surname_says_why() -> None:
    found = outcomes("Minister Lee said no.", "Lee")
    assert "no full name in the text" in found


def test_nothing_known_gives_an_empty_table() -> None:
    assert explain(docs("xyz"), doc_id="a", start=0, end=3).empty


def test_refuses_an_unknown_text() -> None:
    with pytest.raises(errors.InputError, match="no text 'b'"):
        explain(docs("x"), doc_id="b", start=0, end=1)
