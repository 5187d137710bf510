"""Cases are rows of ``tests/cases/dates.csv``: add a row to add a test."""

import itertools
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreasec import knowledge
from koreasec.errors import KnowledgeError
from koreasec.tag._dates import feasts
from koreasec.tag._dates.rules import _compile, grammar, tried
from koreasec.tag._documents import Document
from koreasec.tag.dates import dates, find
from koreasec.tag.dates import resolve as resolved

CASES = pd.read_csv(
    Path(__file__).parents[1] / "cases" / "dates.csv",
    dtype=str,
    keep_default_na=False,
)
LANGS = sorted(set(CASES["lang"]))


def one(lang: str, text: str, first: str = "", last: str = "") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "doc_id": ["a"],
            "lang": [lang],
            "text": [text],
            "published_from": pd.to_datetime([first or None]),
            "published_to": pd.to_datetime([last or first or None]),
            "published_basis": ["given" if first else "unknown"],
        }
    )


def told(found: pd.DataFrame) -> str:
    rows = zip(found["surface"], found["type"], found["value"], strict=True)
    return " | ".join("=".join(row) for row in rows)


@pytest.mark.parametrize(
    ("lang", "first", "last", "text", "expected"), CASES.values.tolist()
)
def test_cases(lang, first, last, text, expected):
    assert told(dates(one(lang, text, first, last))) == expected


def test_a_case_stands_once():
    assert not CASES.duplicated(["lang", "published_from", "text"]).any()


def test_absolute_dates_need_no_publication():
    found = find(Document("a", "Am 19. Juni 2024 in Pjöngjang.", given_lang="de"))
    assert [(e.value, e.basis) for e in found] == [("2024-06-19", "stated")]


def test_says_what_is_missing():
    found = dates(one("de", "Am Samstag sprach Kim."))
    assert found["value"].tolist() == [""]
    assert found["problem"].tolist() == ["no publication date"]


def test_an_interval_that_gives_two_answers_states_none():
    found = dates(one("de", "Gestern sprach Kim.", "2025-10-10", "2025-10-31"))
    assert found["value"].tolist() == [""]
    assert found["problem"].tolist() == ["several days fit"]
    assert found["date_from"].tolist() == [pd.Timestamp("2025-10-09")]
    assert found["date_to"].tolist() == [pd.Timestamp("2025-10-30")]


def test_a_half_open_interval_is_no_date():
    found = dates(one("de", "Gestern sprach Kim.").assign(published_from="2025-10-10"))
    assert found["value"].tolist() == [""]


@pytest.mark.parametrize(
    ("text", "written", "precision", "direction", "basis", "days"),
    [
        (
            "Die Minister werden am 4. November tagen.",
            "XXXX-11-04",
            "day",
            "future",
            "published",
            ("2025-11-04", "2025-11-04"),
        ),
        (
            "Ende Jänner war Kim im Labor.",
            "XXXX-01 END",
            "month",
            "past",
            "published",
            ("2025-01-16", "2025-01-31"),
        ),
        (
            "Im Jahr 2018 trafen sie sich am 12. Juni.",
            "XXXX-06-12",
            "day",
            "past",
            "text",
            ("2018-06-12", "2018-06-12"),
        ),
        (
            "Der Handel wuchs im dritten Quartal 2024.",
            "2024-Q3",
            "quarter",
            "",
            "stated",
            ("2024-07-01", "2024-09-30"),
        ),
    ],
)
def test_columns_of_one_expression(text, written, precision, direction, basis, days):
    last = dates(one("de", text, "2025-10-10")).iloc[-1]
    assert last["written"] == written
    assert last["precision"] == precision
    assert last["direction"] == direction
    assert last["basis"] == basis
    assert (last["date_from"], last["date_to"]) == tuple(map(pd.Timestamp, days))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "am 4. November \ud800 und \x00 im Mai"),
        ("en", "May 4 \udfff Tuesday"),
        ("ko", "3일\ud83d 지난달"),
    ],
)
def test_lone_surrogates_move_no_span(lang, text):
    found = find(Document("a", text, given_lang=lang))
    assert found
    assert all(text[e.start : e.end] == e.surface for e in found)


def test_ten_thousand_dates_in_one_sentence():
    text = "am 4. November, " * 10_000
    found = find(Document("a", text, given_lang="de"))
    assert len(found) == 10_000


def test_each_language_has_rules_of_the_same_shape():
    full = knowledge.table("languages").query("support == 'full'")["lang"]
    assert sorted(full) == LANGS


@pytest.mark.parametrize(
    ("grammar", "key"),
    [
        ({"edges": "some"}, "edges"),
        ({"edges": "both", "wrods": {}}, "wrods"),
        ({"edges": "both", "words": {"month": {"01": ["a"], "02": ["a"]}}}, "month.02"),
        (
            {
                "edges": "both",
                "rule": [
                    {"name": "r", "on": ["digits"], "pattern": "{moon}", "type": "DATE"}
                ],
            },
            "rule.r.pattern",
        ),
    ],
)
def test_a_broken_grammar_names_file_and_key(grammar, key):
    with pytest.raises(KnowledgeError, match=rf"dates/xx\.toml: .*{key}"):
        _compile("xx", grammar)


@pytest.mark.parametrize("lang", LANGS)
def test_every_grammar_compiles(lang):
    made = _compile(lang, knowledge.grammar("dates", lang))
    tried(made)
    assert made.rules


def test_a_broken_pattern_of_ones_own_is_named_at_once(tmp_path, monkeypatch):
    text = """
edges = "both"
[[rule]]
name = "odd"
on = ["digits"]
pattern = "({day}"
type = "DATE"
"""
    (tmp_path / "dates").mkdir()
    (tmp_path / "dates" / "de.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("KOREASEC_KNOWLEDGE", str(tmp_path))
    with pytest.raises(KnowledgeError, match=r"dates/de\.toml: rule\.odd\.pattern"):
        dates(one("de", "Es geschah vor Jahren.", "2025-04-14"))


PIECES = CASES["text"].tolist()
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=4).map("".join),
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LANGS), TEXTS)
def test_spans_are_exact_and_ordered_on_any_text(lang, text):
    document = Document("a", text, given_lang=lang)
    day = pd.Timestamp("2025-02-09")
    found = resolved(document, find(document), day, day)
    assert all(text[e.start : e.end] == e.surface != "" for e in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(CASES.values.tolist()), st.integers(0, 400))
def test_later_publication_never_moves_a_day_back(case, later):
    lang, first, _, text, _ = case
    day = pd.Timestamp(first or "2025-02-09")
    document = Document("a", text, given_lang=lang)
    now = resolved(document, find(document), day, day)
    then_day = day + pd.Timedelta(days=later)
    then = resolved(document, find(document), then_day, then_day)
    for a, b in zip(now, then, strict=True):
        if a.basis == b.basis == "published" and a.value and b.value:
            assert a.date_from <= b.date_from


def test_each_document_is_tagged_alone():
    rows = pd.concat([one("de", text, "2025-02-09") for text in PIECES[:20]])
    rows["doc_id"] = [f"d{n:02d}" for n in range(len(rows))]
    whole = dates(rows)
    apart = pd.concat([dates(rows.iloc[[n]]) for n in range(len(rows))])
    pd.testing.assert_frame_equal(whole, apart.reset_index(drop=True))


def test_every_feast_named_in_a_grammar_has_a_day():
    known = {row["feast"] for row in knowledge.rows("feasts")}
    for lang in LANGS:
        words = knowledge.grammar("dates", lang)["words"]["feast"]
        assert set(words) <= known, lang


@pytest.mark.parametrize(
    ("feast", "year", "day"),
    [
        ("easter", 2025, "2025-04-20"),
        ("good-friday", 2024, "2024-03-29"),
        ("orthodox-easter", 2024, "2024-05-05"),
        ("pentecost", 2023, "2023-05-28"),
        ("lunar-new-year", 2018, "2018-02-16"),
        ("chuseok", 2025, "2025-10-06"),
        ("buddhas-birthday", 2024, "2024-05-15"),
        ("thanksgiving-us", 2024, "2024-11-28"),
        ("kpa-founding-day", 2017, "2017-04-25"),
        ("kpa-founding-day", 2018, "2018-02-08"),
        ("hangul-day-south-korea", 1910, "None"),
        ("chuseok", 3000, "None"),
    ],
)
def test_days_of_feasts(feast, year, day):
    assert str(feasts.in_year(feast, year)) == day


def test_a_feast_with_a_broken_day_names_it(tmp_path, monkeypatch):
    row = "feast,since,until,day,label,source\neaster,,,someday,Easter,x\n"
    (tmp_path / "feasts.csv").write_text(row, encoding="utf-8")
    monkeypatch.setenv("KOREASEC_KNOWLEDGE", str(tmp_path))
    with pytest.raises(KnowledgeError, match="someday"):
        dates(one("de", "Zu Ostern ruht der Verkehr.", "2025-04-14"))


STATUSES = pd.read_csv(
    Path(__file__).parents[1] / "cases" / "statuses.csv",
    dtype=str,
    keep_default_na=False,
)


@pytest.mark.parametrize(
    ("lang", "published", "text", "expected"), STATUSES.values.tolist()
)
def test_statuses(lang, published, text, expected):
    found = dates(one(lang, text, published))
    rows = zip(found["surface"], found["status"], strict=True)
    assert " | ".join("=".join(row) for row in rows if row[1]) == expected


@pytest.mark.parametrize(
    ("lang", "published", "text", "zones"),
    [
        ("en", "2016-02-07", "It rose at 9:30 a.m. Pyongyang time.", ["UTC+08:30"]),
        ("en", "2019-05-04", "It rose at 9:30 a.m. Pyongyang time.", ["UTC+09:00"]),
        ("en", "2025-05-08", "It was fired at 8:10 a.m. (local time).", ["local"]),
        ("en", "2025-05-08", "It was fired at 8:10 a.m. and fell.", [""]),
        ("ko", "2016-02-07", "평양시간으로 9시 30분에 발사되였다.", ["UTC+08:30"]),
        ("ko", "2025-05-08", "현지시간 9시 30분에 회담했다.", ["local"]),
        ("de", "2025-05-08", "Der Start war um 9.30 Uhr Ortszeit.", ["local"]),
        ("ru", "2013-02-12", "Испытание прошло в 06:57 мск.", ["UTC+04:00"]),
        ("uk", "2025-05-08", "О 09:30 за місцевим часом стартувала ракета.", ["local"]),
        ("fr", "2025-05-08", "La fusée a décollé à 9h30, heure locale.", ["local"]),
        ("ja", "2025-05-08", "日本時間8時10分ごろ発射した。", ["UTC+09:00"]),
        ("zh", "2025-05-08", "当地时间8时10分发射。", ["local"]),
    ],
)
def test_zones_of_clock_times(lang, published, text, zones):
    found = dates(one(lang, text, published))
    assert found.loc[found["type"] == "TIME", "zone"].tolist() == zones


@pytest.mark.parametrize(
    ("word", "number"),
    [("一九九七", "1997"), ("二〇零九", "2009"), ("十", "10"), ("二十三", "23")],
)
def test_numerals(word, number):
    assert grammar("zh").numerals.plain(word) == number


def test_a_broken_section_of_numerals_is_named():
    given = {"edges": "none", "numerals": {"digits": "一二", "ten": "十"}}
    with pytest.raises(KnowledgeError, match="numerals"):
        _compile("zh", given)
