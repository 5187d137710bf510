"""What can be tagged in which language."""

import pandas as pd
import pytest

from koreasec import knowledge, schema

FULL = ["de", "en", "fr", "ja", "ko", "ru", "uk", "zh"]
COUNTED = [name for name, kind in schema.TABLES["parity"].items() if kind == "int64"]


@pytest.fixture(scope="module")
def parity():
    return knowledge.parity().set_index("lang")


def test_a_row_a_language_full_support_first(parity):
    assert parity.index[:8].tolist() == FULL
    rows = {row["lang"] for row in knowledge.rows("languages")} - {"mul"}
    assert set(parity.index) == rows and parity.index.is_unique
    assert knowledge.parity().dtypes.astype(str).to_dict() == schema.TABLES["parity"]


def test_what_is_fully_supported_can_be_tagged(parity):
    for lang in FULL:
        tagged = parity.loc[lang, "tagged"].split(", ")
        assert {"actors", "posts", "dates", "dating", "topics"} <= {*tagged}, lang
        assert parity.loc[lang, "actor_share"] > 0.8, lang
        assert parity.loc[lang, "date_rules"] > 50, lang


def test_what_is_only_detected_says_so(parity):
    spanish = parity.loc["es"]
    assert "actors" in spanish["not_tagged"].split(", ")
    assert spanish["own_names"] == spanish["date_rules"] == spanish["topic_terms"] == 0
    assert 0 < spanish["actors"] < spanish["of_actors"]  # "Kim Jong Un" is found
    assert parity.loc["ar", "actors"] == 0


def test_kinds_add_up(parity):
    kinds = ["persons", "states", "organisations", "weapons", "places"]
    assert (parity[kinds].sum(axis=1) == parity["actors"]).all()
    everything = len(knowledge.rows("actors"))
    assert (parity["of_actors"] == everything).all()


def test_only_some_actors():
    made = knowledge.parity(actors=["north-korea", "kim-jong-un"]).set_index("lang")
    assert made.loc["ko", ["actors", "persons", "states"]].tolist() == [2, 1, 1]
    assert made.loc["es", ["actors", "of_actors"]].tolist() == [1, 2]


def test_no_actors_are_no_error():
    made = knowledge.parity(actors=[])
    assert not made[["actors", "of_actors"]].to_numpy().any()


def test_a_ministry_has_the_name_that_texts_compose():
    assert knowledge.unnamed(["south-sudanese-ministry-of-defence"], ["de"]).empty


def test_who_has_no_name_where():
    made = knowledge.unnamed(["north-korea", "kim-jong-un", "nobody"], ["es", "ko"])
    assert made[["actor", "lang"]].to_numpy().tolist() == [
        ["nobody", "es"],
        ["north-korea", "es"],
        ["nobody", "ko"],
    ]


def test_rows_laid_over_ours_count(tmp_path):
    (tmp_path / "actor_names.csv").write_text(
        "actor,lang,name,how\nnorth-korea,es,Corea del Norte,name\n", "utf-8"
    )
    before = knowledge.parity().set_index("lang").loc["es"]
    knowledge.use(tmp_path)
    after = knowledge.parity().set_index("lang").loc["es"]
    assert after["states"] == before["states"] + 1
    assert "actors" in after["tagged"].split(", ")
    assert knowledge.not_tagged(["es"]) == ""


def test_the_sentence_of_a_caption():
    texts = pd.Series(["de", "es", None, "pl", "es", "und"], dtype="str")
    assert knowledge.not_tagged(texts) == (
        "Not tagged in these texts: actors in Spanish and Polish (3 of 6 texts)."
    )
    assert knowledge.not_tagged(texts, what=("actors", "dates")) == (
        "Not tagged in these texts: actors and dates in Spanish and Polish "
        "(3 of 6 texts)."
    )
    assert knowledge.not_tagged(["de", "und"], what=("actors", "topics")) == ""
    assert knowledge.not_tagged([]) == ""


def test_many_languages_are_counted():
    told = knowledge.not_tagged(["es", "pl", "it", "cs", "tr", "el", "ar"])
    assert "3 other languages (7 of 7 texts)" in told


def test_the_sentence_of_names(tmp_path):
    (tmp_path / "actors.csv").write_text(
        "actor,kind,label,hangul,hanja,order,alone,since,until,source,note\n"
        "new-man,person,New Man,,,given-first,,,,,\n",
        "utf-8",
    )
    (tmp_path / "actor_names.csv").write_text(
        "actor,lang,name,how\nnew-man,ko,뉴맨,name\n", "utf-8"
    )
    knowledge.use(tmp_path)
    assert knowledge.not_named(["new-man", "russia"], ["ko", "de", "es", "und"]) == (
        "No name is known of New Man in German."
    )
