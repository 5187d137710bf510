"""Undated texts with their true day, and what must hold of every dating."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import tag
from koreasec.tag._documents import Document
from koreasec.tag.published import stamp
from koreasec.text import normalise

ROOT = Path(__file__).parents[2]
TABLES = ("published", "published_unseen", "published_second", "published_datelines")
CASES = [
    row
    for name in TABLES
    for row in csv.DictReader(
        (ROOT / "tests" / "cases" / f"{name}.csv")
        .read_text("utf-8")
        .splitlines(keepends=True)
    )
]
SEEDS = {
    "000_600177d2d3634e40": ("2025-10-10", "2025-10-31"),
    "001_f1c2c4edad754501": ("2025-04-26", "2025-12-31"),
    "002_a332d47f7a613632": ("2025-02-09", "2025-02-14"),
}


def one(text: str, lang: str = "de", **more: object) -> pd.DataFrame:
    row = {"doc_id": "a", "lang": lang, "text": normalise(text), **more}
    return pd.DataFrame([row])


def interval(text: str, lang: str = "de", **more: object) -> tuple[str, str, str]:
    row = tag.published(one(text, lang, **more)).iloc[0]
    first, last = row["published_from"], row["published_to"]
    days = ("" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in (first, last))
    return *days, row["published_basis"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_true_day_lies_in_the_interval(case):
    first, last, _ = interval(case["text"], case["lang"])
    assert first <= case["published"] <= (last or "9")


@pytest.mark.parametrize("seed", SEEDS)
def test_seeds_are_dated_to_what_a_careful_reader_can_prove(seed):
    text = (ROOT / "seeds" / f"{seed}.txt").read_text("utf-8")
    assert interval(text) == (*SEEDS[seed], "inferred")


def test_given_dates_are_kept():
    given = {
        "published_from": pd.Timestamp("2019-05-01"),
        "published_to": pd.Timestamp("2019-05-31"),
        "published_basis": "given",
    }
    assert interval("Kim am 3. Juni 2021.", **given) == (
        "2019-05-01",
        "2019-05-31",
        "given",
    )


def test_a_text_without_evidence_is_unknown_and_says_why():
    row = tag.published(one("Das Wetter wird schön.")).iloc[0]
    assert row["published_basis"] == "unknown"
    assert row["published_reason"] == "nothing in the text points at a date"
    assert pd.isna(row["published_from"])
    assert pd.isna(row["published_to"])


def test_an_end_that_nothing_proves_stays_open():
    assert interval("Am 3. Juni 2021 hat Kim gesprochen.") == (
        "2021-06-03",
        "",
        "inferred",
    )


MORE = (
    "Bundeskanzler Olaf Scholz äußerte sich besorgt.",
    "Am 3. Juni 2022 hatte der Rat getagt.",
    "Stand: 4. Juli 2022.",
)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_more_evidence_never_widens(count):
    less = interval(" ".join(MORE[: count - 1]))
    more = interval(" ".join(MORE[:count]))
    assert (less[0] or "0") <= more[0]
    assert (more[1] or "9") <= (less[1] or "9")


def test_the_order_of_documents_does_not_matter():
    docs = pd.DataFrame(
        [{"doc_id": c["case"], "lang": c["lang"], "text": c["text"]} for c in CASES[:6]]
    )
    ahead = tag.published(docs)
    back = tag.published(docs[::-1])[::-1]
    pd.testing.assert_frame_equal(ahead, back)


def test_leaves_its_input_alone():
    docs = one(CASES[0]["text"])
    before = docs.copy()
    tag.published(docs)
    pd.testing.assert_frame_equal(docs, before)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    assert len(tag.published(one(text))) == 1


@pytest.mark.parametrize("text", ["", "\0", "Stand: 30. Februar 2025", "© 9"])
def test_odd_texts_do_not_break_it(text):
    assert len(tag.published(one(text))) == 1


def test_a_lone_surrogate_does_not_break_it():
    text = "\ud800 Stand: 9. Februar 2025"
    dated = Document("a", text, given_lang="de").dated
    assert stamp(dated.first) == pd.Timestamp("2025-02-09")
