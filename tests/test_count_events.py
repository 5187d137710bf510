"""Events: the same event told by several texts in several languages."""

import pandas as pd
import pytest

import koreasec as ks
from koreasec.count import chronology, events, timeline
from koreasec.errors import InputError

TEXTS = {
    "de": "Nordkorea hat am Donnerstag eine Hwasong-19 gestartet. Der Test fand nach "
    "Angaben des Generalstabs von Pjöngjang aus statt.",
    "en": "North Korea launched a Hwasong-19 intercontinental ballistic missile on "
    "Thursday. The U.S. and South Korea will hold air drills on Sunday.",
    "ko": "북한이 31일 화성-19형 대륙간탄도미사일을 발사했다. 최선희 외무상은 1일 "
    "모스크바에서 세르게이 라브로프 외무장관과 회담했다.",
    "ru": "Министр иностранных дел КНДР Цой Сон Хи 1 ноября провела в Москве "
    "переговоры с Сергеем Лавровым.",
    "uk": "Пхеньян заперечив, що 31 жовтня запустив ракету «Хвасон-19».",
}


@pytest.fixture(scope="module")
def told():
    docs = pd.DataFrame({"doc_id": list(TEXTS), "text": list(TEXTS.values())})
    docs = docs.assign(lang=docs["doc_id"], published_basis="given")
    docs["published_from"] = docs["published_to"] = pd.Timestamp("2024-11-01")
    mentions = ks.tag.actors(docs)
    made = timeline(
        ks.tag.dates(docs), docs=docs, mentions=mentions, topics=ks.tag.topics(docs)
    )
    return events(made, docs=docs, mentions=mentions), docs, made


def test_one_launch_told_in_three_languages_is_one_event(told):
    found, _, _ = told
    launch = found[found["actors"].map(lambda one: "hwasong-19" in one)]
    assert launch["langs"].tolist() == [("de", "en", "ko")]
    assert launch["date_from"].tolist() == [pd.Timestamp("2024-10-31")]
    assert "Hwasong-19" in launch["why"].item()


def test_talks_of_the_next_day_are_another_event(told):
    found, _, _ = told
    talks = found[found["actors"].map(lambda one: "sergei-lavrov" in one)]
    assert talks["langs"].tolist() == [("ko", "ru")]
    assert talks["date_from"].tolist() == [pd.Timestamp("2024-11-01")]


def test_what_is_denied_is_no_event(told):
    found, _, _ = told
    assert not any("uk" in langs for langs in found["langs"])


def test_a_plan_keeps_its_status(told):
    found, _, _ = told
    assert found.loc[found["status"].eq("planned"), "date_from"].tolist() == [
        pd.Timestamp("2024-11-03")
    ]


def test_statements_stand_in_one_event_each(told):
    found, _, made = told
    kept = ~made["status"].isin(["denied", "hypothetical", "anniversary"])
    assert found["statements"].sum() == (kept & made["date_from"].notna()).sum()


def test_the_order_of_statements_does_not_matter(told):
    found, docs, made = told
    mentions = ks.tag.actors(docs)
    turned = events(made.iloc[::-1], docs=docs, mentions=mentions)
    pd.testing.assert_frame_equal(found, turned)


def test_two_weapons_on_one_day_are_two_events():
    docs = pd.DataFrame({"doc_id": ["a", "b"], "lang": "en"})
    docs["text"] = [
        "North Korea fired a Hwasong-15 on Feb. 18, 2023.",
        "North Korea fired a Hwasong-17 on Feb. 18, 2023.",
    ]
    made = timeline(
        ks.tag.dates(docs),
        docs=docs,
        mentions=ks.tag.actors(docs),
        topics=ks.tag.topics(docs),
    )
    assert events(made, docs=docs)["documents"].tolist() == [1, 1]


def test_another_table_is_refused_with_its_remedy():
    with pytest.raises(InputError, match="timeline"):
        events(pd.DataFrame({"a": [1]}), docs=pd.DataFrame())


def dated(first: str, last: str) -> pd.DataFrame:
    days = {"date_from": pd.Timestamp(first), "date_to": pd.Timestamp(last)}
    return pd.DataFrame([{**days, "doc_id": "a", "rows": ("a:0-9",)}])


def test_known_events_of_the_period_are_told_with_their_sources():
    found = chronology(dated("2018-06-12", "2018-06-12")).set_index("event")
    assert found.loc["singapore-summit", "statements"] == 1
    assert found["source"].ne("").all()
    assert found["date_from"].max() <= pd.Timestamp("2018-06-12")


def test_a_day_further_east_is_the_same_day_and_a_month_is_no_day():
    assert chronology(dated("2018-06-11", "2018-06-12"))["statements"].max() == 1
    assert chronology(dated("2018-06-01", "2018-06-30"))["statements"].max() == 0


def test_without_dates_nothing_is_known():
    assert chronology(dated("2018-06-12", "2018-06-12").iloc[:0]).empty


def test_known_events_have_a_lane_of_their_own(told):
    _, _, made = told
    known = chronology(made)
    chart = ks.plot.timeline(made, known=known)
    assert chart.layout["yaxis"]["ticktext"][0] == f"known events ({len(known)})"
    assert f"{len(known)} known event" in chart.caption
    assert len(chart.table) == made["date_from"].notna().sum()


def test_events_are_drawn_like_a_timeline(told):
    found, _, _ = told
    chart = ks.plot.timeline(found, lanes="actor")
    assert len(chart.table) == len(found)
