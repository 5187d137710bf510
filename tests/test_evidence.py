"""Evidence prints the sentence behind a row, and nothing that could harm a reader."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreasec import count, errors, schema
from koreasec.evidence import evidence

TEXT = "Erster Satz.\nNordkorea drohte Japan.\nDritter Satz."
DOCS = pd.DataFrame({"doc_id": ["a", "b"], "text": [TEXT, ""], "lang": ["de", None]})
MENTIONS = schema.table(
    "mentions",
    [
        ("a", 1, 13, 22, "Nordkorea", "north-korea", "state", "name", "de", ""),
        ("a", 1, 30, 35, "Japan", "japan", "state", "name", "de", ""),
    ],
)
SHOWN = "a, sentence 1, 13-22, 30-35\n    [Nordkorea] drohte [Japan]."


@pytest.mark.parametrize(
    "rows",
    [
        MENTIONS,
        count.pairs(MENTIONS),
        count.pairs(MENTIONS).iloc[0],
        count.pairs(MENTIONS)["rows"],
        ["a:13-22", "a:30-35", "a:13-22"],
    ],
    ids=["tagged", "counted", "one row", "column", "ids"],
)
def test_any_rows_lead_to_the_sentence(rows):
    assert repr(evidence(DOCS, rows)) == SHOWN


def test_the_table_holds_every_match():
    table = evidence(DOCS, MENTIONS).table
    assert table["surface"].tolist() == ["Nordkorea", "Japan"]
    assert set(table["sentence_text"]) == {"Nordkorea drohte Japan."}


def test_one_tagged_row_is_enough():
    assert "drohte [Japan]." in repr(evidence(DOCS, MENTIONS.iloc[1]))


def test_html_marks_and_names_the_language():
    made = evidence(DOCS, MENTIONS)._repr_html_()
    assert '<span lang="de" dir="auto"><mark>Nordkorea</mark> drohte' in made


def test_html_is_escaped_everywhere():
    bad = "<script>alert('x')</script>"
    docs = pd.DataFrame({"doc_id": [bad], "text": [bad], "lang": ['"><b>']})
    made = evidence(docs, schema.row_id(bad, 0, 8))._repr_html_()
    assert "<script" not in made
    assert "<b>" not in made
    assert "<mark>&lt;script&gt;</mark>" in made


@pytest.mark.parametrize("letter", ["\x1b", "\u202e", "\x00", "\u2066"])
def test_what_could_harm_is_written_as_its_code_point(letter):
    docs = pd.DataFrame({"doc_id": ["a"], "text": [f"Er{letter}kam"]})
    shown = repr(evidence(docs, "a:0-2"))
    assert shown.endswith(f"[Er]<U+{ord(letter):04X}>kam")


def test_a_match_longer_than_its_sentence_is_cut():
    assert repr(evidence(DOCS, "a:0-30")).endswith("[Erster Satz.] …")


def test_overlapping_matches_are_marked_once():
    assert repr(evidence(DOCS, ["a:13-22", "a:17-29"])).endswith(
        "[Nordkorea][ drohte] Japan."
    )


def test_an_empty_text_and_no_rows_print_too():
    assert repr(evidence(DOCS, "b:0-0")) == "b, sentence 0, 0-0\n    "
    assert repr(evidence(DOCS, [])) == "No rows, so no sentences."


def test_long_evidence_says_how_much_is_left():
    shown = evidence(DOCS, ["a:0-3", "a:13-22", "a:37-44"], show=1)
    assert repr(shown).endswith("and 2 more sentences; all are in .table")
    assert len(shown) == 3


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("z:0-2", "no text 'z' in docs"),
        ("a:40-400", "outside its text of 50 characters"),
        (MENTIONS.assign(surface="Korea"), "another version of the text"),
        ("a", "is no row id"),
        (7, "got int"),
        (pd.DataFrame({"x": [1]}), "needs the table"),
    ],
)
def test_rows_that_do_not_fit_are_refused(rows, why):
    with pytest.raises(errors.InputError, match=why):
        evidence(DOCS, rows)


@given(st.text(), st.data())
def test_no_text_breaks_it(words, data):
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    docs = pd.DataFrame({"doc_id": ["a"], "text": [words]})
    shown = evidence(docs, schema.row_id("a", start, end))
    assert shown.table["surface"].item() == words[start:end]
    assert repr(shown).isprintable() or "\n" in repr(shown)
    shown._repr_html_().encode("utf-8")
