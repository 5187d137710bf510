"""The reader's view marks what was found and runs nothing that a text holds."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreasec import schema
from koreasec.errors import InputError
from koreasec.show import Mark, _cuts, show

UNDATED = (None, None, "day", "", "past", "", "", "no publication date")
TEXT = "Заголовок\n\nKim Jong Un kam am 8. Februar nach Pjöngjang."


def made(text=TEXT):
    docs = schema.table("docs").assign(doc_id=["a"], text=text, lang="de", title="T")
    mentions = schema.table(
        "mentions",
        [("a", 1, 11, 22, "Kim Jong Un", "kim-jong-un", "person", "name", "de", "")],
    )
    dates = schema.table(
        "dates",
        [
            ("a", 1, 30, 40, "8. Februar", "DATE", "XXXX-02-08", "", *UNDATED),
        ],
    )
    passages = schema.table(
        "passages",
        [
            ("a", 0, "title", 0, 9, "ru", "", 0.9, "", "Cyrl", 9),
            ("a", 1, "paragraph", 11, 54, "de", "", 1.0, "", "Latn", 43),
        ],
    )
    return {"docs": docs, "mentions": mentions, "dates": dates, "passages": passages}


def test_marks_actors_times_and_foreign_passages():
    tables = made()
    page = show(tables.pop("docs"), "a", **tables)._repr_html_()
    assert 'title="kim-jong-un, person, name [11:22]">Kim Jong Un</span>' in page
    assert "no publication date, DATE" in page
    assert 'title="title, ru [0:9]">Заголовок</span>' in page
    assert "paragraph, de" not in page


def test_prints_with_brackets():
    tables = made()
    printed = repr(show(tables["docs"], "a", mentions=tables["mentions"]))
    assert "[Kim Jong Un|kim-jong-un, person, name] kam" in printed


def test_hostile_text_stays_text():
    docs = made("<script>alert(1)</script>\u202e & x")["docs"]
    page = show(docs, "a")._repr_html_()
    assert "<script" not in page
    assert "\u202e" not in page


def test_the_text_stands_there_whole():
    tables = made()
    page = show(tables.pop("docs"), "a", **tables)._repr_html_()
    body = page.split('dir="auto"', 1)[1].split(">", 1)[1]
    assert re.sub("<[^>]*>", "", body) == TEXT


def test_an_unknown_text_is_an_error():
    with pytest.raises(InputError, match="no text 'z' in docs; there are"):
        show(made()["docs"], "z")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_cuts_tile_the_text(spans):
    text = "x" * 30
    marks = sorted(Mark(min(s), max(s), "actor", "", "#000000") for s in spans)
    cuts = _cuts(text, marks)
    assert "".join(text[start:end] for start, end, _ in cuts) == text
    for start, end, over in cuts:
        assert all(mark.start <= start and end <= mark.end for mark in over)


def test_leaves_its_input_alone():
    tables = made()
    before = tables["mentions"].copy()
    show(tables["docs"], "a", mentions=tables["mentions"])
    pd.testing.assert_frame_equal(tables["mentions"], before)
