"""Names that nobody owns come up, with what is needed to add them."""

import pandas as pd
import pytest

import koreasec as ks
from koreasec import errors, knowledge

TEXTS = {
    "de": "Botschafter Xaver Quandtner kam. Am Abend lobte Xaver Quandtners Büro den "
    "Bericht. Die Zeitung nannte Zweck und Ziel.",
    "en": "Ambassador Xaver Quandtner spoke. Later the aide met Xaver Quandtner's "
    "lawyer. The Report said so, a report on Zorbex-9 and the Zorbex-9 tests.",
    "fr": "Le ministre Odilon Brèzefort a parlé. Selon Odilon Brèzefort, rien de neuf.",
    "ru": "Посол Захар Дубосеков прибыл. Затем с Захаром Дубосековым говорил министр.",
    "uk": "Посол Захар Дубосіков прибув. Потім із Захаром Дубосіковим говорив міністр.",
    "ko": "김빛솔 대변인은 말했다. 이어 김빛솔은 웃었다.",
    "ja": "外務省は発表した。ドルゾフ・カメーリン大使は語った。"
    "ドルゾフ・カメーリンは去った。",
    "zh": "发言人金逢砚表示，会谈有益。随后金逢砚离开。多尔佐夫·卡梅林来了，"
    "多尔佐夫·卡梅林说。",
}
DOCS = pd.DataFrame(
    [(f"{lang}_text", text, lang) for lang, text in TEXTS.items()],
    columns=["doc_id", "text", "lang"],
)


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return ks.tag.candidates(DOCS).set_index("name")


def test_names_of_eight_languages_come_up(found):
    told = {name: row["lang"] for name, row in found.iterrows()}
    assert told == {
        "Xaver Quandtner": "mul",
        "Zorbex-9": "en",
        "Odilon Brèzefort": "fr",
        "Захар Дубосеков": "ru",
        "Захар Дубосіков": "uk",
        "김빛솔": "ko",
        "ドルゾフ・カメーリン": "ja",
        "金逢砚": "zh",
        "多尔佐夫·卡梅林": "zh",
    }


def test_case_forms_and_languages_are_counted_together(found):
    assert found.loc["Xaver Quandtner", ["count", "docs"]].tolist() == [4, 2]
    assert found.loc["Захар Дубосеков", "count"] == 2
    assert found.loc["김빛솔", "count"] == 2
    assert found.index[0] == "Xaver Quandtner"


def test_a_title_makes_a_person_and_a_number_a_weapon(found):
    persons = found[found["kind"] == "person"]
    assert set(found.index) - set(persons.index) == {"Zorbex-9", "多尔佐夫·卡梅林"}
    assert found.loc["Zorbex-9", "kind"] == "weapon"
    assert found.loc["김빛솔", ["actor", "title"]].tolist() == ["kim-bit-sol", "대변인"]


def test_the_rows_lead_to_the_texts(found):
    shown = ks.evidence(DOCS, found.loc["Захар Дубосеков", "rows"]).table
    assert shown["surface"].tolist() == ["Захар Дубосеков", "Захаром Дубосековым"]
    assert found.loc["Odilon Brèzefort", "example"].startswith("Le ministre")


def test_saved_to_a_folder_they_are_tagged(found, tmp_path):
    rows = found.reset_index().assign(kind=lambda t: t["kind"].replace("", "person"))
    actors = rows[["actor", "kind", "label"]]
    actors.to_csv(tmp_path / "actors.csv", index=False)
    names = rows[["actor", "lang", "name", "how"]]
    names.to_csv(tmp_path / "actor_names.csv", index=False)
    knowledge.use(tmp_path)
    tagged = ks.tag.actors(DOCS)
    assert set(rows["actor"]) <= set(tagged["actor"])
    left = ks.tag.candidates(DOCS)
    assert left.empty


def test_a_likely_spelling_names_its_actor():
    text = "Ambassador Kim Jong Onn came. The aide praised Kim Jong Onn."
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": ["en"]})
    row = ks.tag.candidates(docs).iloc[0]
    assert row["name"] == "Kim Jong Onn"
    assert row["likeness"] > 0.8
    assert row["nearest"].startswith("kim-")


def test_forbidden_actors_come_up_first(tmp_path):
    text = "President Yoon Suk Yeol met Rafael Grossi. Then Yoon Suk Yeol left."
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": ["en"]})
    assert ks.tag.candidates(docs, least=1).empty
    (tmp_path / "corrections.csv").write_text("action,actor\nforbid,yoon-suk-yeol\n")
    knowledge.use(tmp_path)
    found = ks.tag.candidates(docs, least=1)
    assert found["actor"].tolist() == ["yoon-suk-yeol"]
    assert found["count"].tolist() == [2]


def test_what_is_known_or_large_by_accident_stays_out():
    text = "Morgen kommt der Bericht. Nordkorea feuerte am Montag. Gestern war Ruhe."
    english = "Yesterday was calm. Parliament met on Monday; the parliament voted."
    docs = pd.DataFrame(
        {"doc_id": ["a", "b"], "text": [text, english], "lang": ["de", "en"]}
    )
    assert ks.tag.candidates(docs, least=1)["name"].tolist() == []


def test_order_of_texts_never_matters(found):
    again = ks.tag.candidates(DOCS[::-1]).set_index("name")
    columns = ["actor", "kind", "lang", "count", "docs", "nearest"]
    pd.testing.assert_frame_equal(again[columns], found[columns])


def test_nothing_in_nothing_out():
    empty = ks.tag.candidates(DOCS.iloc[:0])
    assert list(empty.columns)[:6] == ["actor", "kind", "label", "lang", "name", "how"]
    assert empty.empty


def test_refuses_numbers_below_one():
    with pytest.raises(errors.InputError, match="must be 1 or more"):
        ks.tag.candidates(DOCS, least=0)
