"""Cases are rows of ``tests/cases/actors.csv``: ``{surface|actor}`` marks a mention."""

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import errors, tag
from koreasec.tag._documents import Document

CASES = pd.read_csv(
    Path(__file__).parents[1] / "cases" / "actors.csv", keep_default_na=False
)
MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
WORDS = [
    "Kim Jong Un", "Kim", "Seoul", "in ", "the North", "US", "-", "'s ", " ", "\n",
    "südkoreanische ", "Verteidigungsministerium", "Россия", "путин", "президент ",
    "북한", "한미", "국방부", "金委員長", "米", "日米韓", "大統領", "\u00ad", "\u0301",
    "the president ", "Präsident ", "“", "(",
    "\ud800", "\0", "İ", "ﬁ", "Кореi", "@kcna",
]  # fmt: skip


def table(text: str, lang: str = "de", published: str | None = None) -> pd.DataFrame:
    when = pd.Timestamp(published) if published else pd.NaT
    return pd.DataFrame(
        {
            "doc_id": ["a"],
            "lang": [lang],
            "text": [text],
            "published_from": [when],
            "published_to": [when],
        }
    )


@pytest.mark.parametrize(("lang", "published", "marked"), CASES.values.tolist())
def test_cases(lang: str, published: str, marked: str) -> None:
    found = tag.actors(table(MARK.sub(r"\1", marked), lang, published or None))
    known = found[found["actor"] != ""]
    assert list(zip(known["surface"], known["actor"], strict=True)) == MARK.findall(
        marked
    )


@pytest.mark.parametrize(
    "name",
    [
        "Kim Jong Un",
        "Kim Jong-un",
        "KIM JONG UN",
        "Kim Jong‑un",
        "Kim\u00a0Jong Un",
        "Ki\u00adm Jong Un",
        "Ｋｉｍ Jong Un",
    ],
)
def test_one_man_however_written(name: str) -> None:
    found = tag.actors(table(f"Gestern sprach {name}."))
    assert found["surface"].tolist() == [name]
    assert found["actor"].tolist() == ["kim-jong-un"]


def test_an_unknown_bearer_of_a_surname_keeps_the_plain_surname_open() -> None:
    found = tag.actors(table("Minister Lee said no.", "en"))
    assert found[["actor", "problem"]].values.tolist() == [
        ["", "no full name in the text"]
    ]


def test_two_holders_of_one_post_are_not_guessed() -> None:
    frame = table("The South Korean president spoke.", "en")
    frame["published_from"] = pd.Timestamp("2022-04-01")
    frame["published_to"] = pd.Timestamp("2022-06-30")
    found = tag.actors(frame)
    assert found["actor"].tolist() == [""]
    assert found["problem"].tolist() == ["could be: moon-jae-in, yoon-suk-yeol"]


def test_kinds() -> None:
    found = tag.actors(table("Putin in China"), kinds=["state"])
    assert found["actor"].tolist() == ["china"]
    assert found.index.tolist() == [0]


def test_refuses_unknown_kinds() -> None:
    with pytest.raises(errors.InputError, match="choose from"):
        tag.actors(table(""), kinds={"planet"})


def test_refuses_a_table_without_text() -> None:
    with pytest.raises(errors.InputError, match="text"):
        tag.actors(table("").drop(columns="text"))


def test_leaves_its_input_alone() -> None:
    docs = table("China")
    before = docs.copy()
    tag.actors(docs)
    pd.testing.assert_frame_equal(docs, before)


TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=3))).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["de", "en", "ru", "uk", "ko", "ja", "zh", "fr", "und"]))
def test_spans_are_exact_and_never_overlap(text: str, lang: str) -> None:
    document = Document("a", text, given_lang=lang)
    done = 0
    for mention in document.mentions:
        assert mention.start >= done
        assert mention.end > mention.start
        assert text[mention.start : mention.end] == mention.surface
        assert bool(mention.actor) or bool(mention.problem)
        done = mention.end
    for phrase in document.roles:
        assert 0 <= phrase.start <= phrase.head < phrase.end <= len(text)


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS)
def test_documents_do_not_touch_each_other(one: str, two: str) -> None:
    one, two = (text.encode(errors="ignore").decode() for text in (one, two))
    first, second = table(one), table(two).assign(doc_id="b")
    both = tag.actors(pd.concat([first, second], ignore_index=True))
    alone = pd.concat([tag.actors(first), tag.actors(second)], ignore_index=True)
    pd.testing.assert_frame_equal(both, alone)
