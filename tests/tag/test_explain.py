"""The answers to why a span is, or is not, an actor, as an analyst reads them."""

import pandas as pd
import pytest

import koreasec as ks
from koreasec import errors
from koreasec.score import _gold

from ..conftest import ROOT

GERMAN_POST = "Der südkoreanische Präsident sprach."


def explained(text: str, part: str, lang: str, **more: str) -> pd.DataFrame:
    days = {name: pd.Timestamp(day) for name, day in more.items()}
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": [lang]})
    start = text.index(part)
    return ks.explain(docs.assign(**days), "a", start, start + len(part))


def actors(*given: str, **more: str) -> pd.DataFrame:
    found = explained(*given, **more)
    return found[found["what"] == "actors"]


@pytest.mark.parametrize(
    ("text", "part", "lang", "rule", "outcome", "says"),
    [
        ("North Korea fired.", "North Korea", "en", "name", "taken", "a name of North"),
        ("Minister Kim sagte nein.", "Kim", "de", "no full name", "unclear",
         "no Kim of the tables is named in full in this text, nor does the post"),
        ("Kim lächelte.", "Kim", "de", "no full name", "refused", "no title or post"),
        ("Kim Jong-woo, ein Bäcker, kam.", "Kim", "de", "stranger", "refused",
         "part of a full name that the tables lack"),
        ("Kim Jong Un kam. Dann sprach Kim.", "sprach Kim", "de", "full name", "taken",
         "means Kim Jong Un, named in full at 0-11"),
        ("Putin kam.", "Putin", "de", "well known", "taken", "so well known"),
        ("이 문제는 어렵다.", "이", "ko", "one syllable", "refused", "beside a title"),
        ("Kim Kardashian kam.", "Kim", "en", "decoy", "refused", "a first name"),
        ("Er reiste nach Seoul.", "Seoul", "de", "place before", "taken",
         "is a place: it stands as a place, after 'nach'"),
        ("Seoul protestierte.", "Seoul", "de", "no place", "taken",
         "stands for South Korea"),
        ("SEOUL, 25 mai 2009 (AFP) - Le Nord a tiré.", "SEOUL", "fr", "dateline",
         "taken", "the place of the report"),
        ("В Сеуле заявили, что ответят.", "Сеуле", "ru", "saying", "taken",
         "before a verb of saying"),
        ("Koreabund grows.", "Korea", "de", "ending", "refused", "goes on with 'bund'"),
        ("So said the us.", "us", "en", "capital", "refused",
         "only with a capital, US"),
        ("Der ehemalige Präsident kam.", "Präsident", "de", "qualified", "refused",
         "a former post"),
        ("Der Präsident Südkoreas, Yoon Suk Yeol, kam.", "Präsident", "de", "beside",
         "refused", "is the post of Yoon Suk Yeol, who is named beside it"),
        ("Das Verteidigungsministerium schwieg.", "Verteidigungsministerium", "de",
         "no owner", "refused", "nothing here says whose"),
        ("Zorblax met Quentin Feiffer.", "Quentin", "en", "unknown", "refused",
         "ks.tag.candidates"),
        ("미소를 지었다.", "미", "ko", "one letter", "refused", "only in a pair"),
        ("Korea University opened.", "Korea", "en", "decoy", "refused", "university"),
    ],
)  # fmt: skip
def test_the_first_answer(text, part, lang, rule, outcome, says):
    first = actors(text, part, lang).iloc[0]
    found = actors(text, part, lang)
    assert rule in set(found["rule"])
    told = found[found["rule"] == rule].iloc[0]
    assert told["outcome"] == outcome
    assert says in " ".join(found[found["rule"] == rule]["note"])
    assert first["note"].endswith(".")


@pytest.mark.parametrize(
    ("days", "rule", "says"),
    [
        (("2023-12-01", "2023-12-01"), "office", "which Yoon Suk Yeol held from 2022"),
        (("2024-12-01", "2025-07-01"), "several holders",
         "written between 2024-12-01 and 2025-07-01, so it could be yoon-suk-yeol"),
        (("1930-01-01", "1930-01-01"), "tenure", "nobody known held it on 1930-01-01"),
    ],
)  # fmt: skip
def test_a_post_is_told_with_its_tenure(days, rule, says):
    first, last = days
    found = actors(
        GERMAN_POST, "südkoreanische Präsident", "de",
        published_from=first, published_to=last,
    )  # fmt: skip
    assert rule in found["rule"].tolist()
    assert says in " ".join(found["note"])


def test_a_longer_name_is_told():
    found = actors("Nordkoreas Armee.", "Nordkorea", "de")
    assert found["outcome"].iloc[0] == "taken"
    found = actors("朝鲜半岛局势紧张。", "朝鲜", "zh")
    assert "the longer name '朝鲜半岛' wins" in " ".join(found["note"])


def test_an_unknown_spelling_names_the_nearest():
    found = actors("Rafael Grosssi came.", "Rafael Grosssi", "en")
    assert found["note"].iloc[0].endswith("'rafael grossi' (rafael-grossi).")


def test_another_language_is_told():
    found = actors("Les ministres sont à Mexico.", "Mexico", "fr")
    told = found[found["rule"] == "language"]["note"].tolist()
    assert told == [
        "'Mexico' is a name of Mexico in English, but the passage is French, which has "
        "its own."
    ]


def test_times_topics_languages_and_dating_have_their_say():
    text = "Nordkorea testete am 4. November 2024 eine Rakete."
    whole = explained(text, text, "de").set_index("what")["note"]
    assert "2024-11-04, as it says itself" in whole["dates"]
    assert "'Rakete' is a word of" in whole["topics"]
    assert "is German" in whole["languages"]
    assert "dates the text" in whole["published"]


def test_offsets_are_those_of_the_text():
    text = "Nord\u00adkorea und Südkorea"
    found = explained(text, "Nord\u00adkorea", "de")
    spans = zip(found["start"], found["end"], found["surface"], strict=True)
    assert all(text[start:end] == surface for start, end, surface in spans)
    assert found["note"].iloc[0].endswith("is a name of North Korea (north-korea).")


def test_a_row_id_is_enough():
    docs = pd.DataFrame({"doc_id": ["a"], "text": ["Nordkorea"], "lang": ["de"]})
    pd.testing.assert_frame_equal(
        ks.explain(docs, "a:0-9"), ks.explain(docs, "a", start=0, end=9)
    )
    mentions = ks.tag.actors(docs)
    pd.testing.assert_frame_equal(ks.explain(docs, mentions), ks.explain(docs, "a:0-9"))
    assert ks.explain(docs, mentions.head(0)).empty


@pytest.mark.parametrize("span", [(0, 0), (-1, 2), (0, 99), (3, 1)])
def test_refuses_a_span_outside(span):
    docs = pd.DataFrame({"doc_id": ["a"], "text": ["xyz"], "lang": ["de"]})
    with pytest.raises(errors.InputError, match="no span of 'a'"):
        ks.explain(docs, "a", *span)


def test_refuses_an_unknown_text():
    docs = pd.DataFrame({"doc_id": ["a"], "text": ["xyz"], "lang": ["de"]})
    with pytest.raises(errors.InputError, match="no text 'b'"):
        ks.explain(docs, "b", 0, 1)


def test_every_mention_of_the_gold_texts_has_a_reason():
    docs = _gold.read(ROOT / "tests" / "gold" / "seeds").docs
    mentions = ks.tag.actors(docs)
    for row in mentions[::9].to_dict("records"):
        found = ks.explain(docs, row["doc_id"], row["start"], row["end"]).iloc[0]
        assert (found["start"], found["end"]) == (row["start"], row["end"])
        assert found["outcome"] == ("taken" if row["actor"] else "unclear")
        assert row["actor"] in found["note"]
        assert found["rule"] != "context"


def test_hostile_text_is_explained_too():
    text = "Kim\x00 \u202e" + "한" * 300 + "<b>" + "(" * 300
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": ["ko"]})
    assert len(ks.explain(docs, "a", 0, len(text)))
