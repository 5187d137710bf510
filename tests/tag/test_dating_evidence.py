"""Each reason is a row that points to its characters."""

import re
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreasec import knowledge, schema, tag
from koreasec.tag._dating import days as _days
from koreasec.tag._dating.constraints import Constraint, ranks, solve
from koreasec.tag._fold import fold


def evidence(text: str, lang: str = "de") -> pd.DataFrame:
    return tag.dating_evidence(
        pd.DataFrame([{"doc_id": "a", "lang": lang, "text": text}])
    )


def row(text: str, rule: str, lang: str = "de") -> pd.Series:
    rows = evidence(text, lang)
    found = rows[rows["rule"] == rule]
    assert len(found), rows[["surface", "rule", "note"]].to_string()
    return found.iloc[0]


CASES = [
    ("de", "Stand: 9. Februar 2025", "stated", "2025-02-09", "2025-02-09"),
    (
        "en",
        "Kim spoke. Copyright 2017 Reuters.",
        "copyright",
        "2017-01-01",
        "2017-12-31",
    ),
    ("de", "Am 3. Juni 2021 hat Kim gesprochen.", "past-date", "2021-06-03", None),
    (
        "de",
        "Bundeskanzler Olaf Scholz reiste ab.",
        "office",
        "2021-12-08",
        "2025-05-06",
    ),
    (
        "de",
        "Der frühere US-Präsident Barack Obama reiste ab.",
        "former-office",
        "2017-01-21",
        None,
    ),
    ("en", "The council adopted Resolution 2270.", "series", "2016-03-02", None),
    (
        "de",
        "Das Abkommen über strategische Partnerschaft, das Nordkorea und Russland "
        "im vergangenen Jahr geschlossen haben, gilt.",
        "known-day",
        "2025-01-01",
        "2025-12-31",
    ),
]


@pytest.mark.parametrize(("lang", "text", "rule", "first", "last"), CASES)
def test_rules(lang, text, rule, first, last):
    found = row(text, rule, lang)
    assert str(found["date_from"])[:10] == (first or "NaT")
    assert str(found["date_to"])[:10] == (last or "NaT")


def test_rows_point_to_their_characters_and_end_in_a_sentence():
    text = "Am Samstag, dem Gründungstag der Volksarmee, sprach Kim. © dpa 2025"
    rows = evidence(text)
    assert list(rows) == list(schema.TABLES["dating_evidence"])
    for one in rows.itertuples():
        assert text[one.start : one.end] == one.surface
        assert one.note.endswith(".")


def test_an_anniversary_on_a_weekday_names_the_years_that_fit():
    note = row("Am Samstag, dem Gründungstag der Volksarmee, sprach Kim.", "calendar")[
        "note"
    ]
    assert note == (
        "8 February, founding day of the Korean People's Army, was a Saturday "
        "in 2014, 2020 and 2025."
    )


def test_the_day_before_an_anniversary_is_not_the_anniversary():
    rows = evidence(
        "Am Samstag, dem Vortag des Gründungstages der Volksarmee, sprach Kim."
    )
    assert "calendar" not in set(rows["rule"])


def test_contradictions_are_shown_and_the_weaker_is_set_aside():
    rows = evidence("Stand: 9. Februar 2015. Bundeskanzler Olaf Scholz reiste ab.")
    used = dict(zip(rows["rule"], rows["used"], strict=True))
    assert used["stated"]
    assert not used["office"]
    note = rows.set_index("rule").loc["office", "note"]
    assert "Set aside: it contradicts “The text says that it was published" in note


def test_a_text_without_evidence_has_no_rows():
    assert evidence("Das Wetter wird schön.").empty


def days(*spans):
    return tuple(spans)


def test_sets_of_days_meet_join_and_turn_over():
    at = _days.FIRST
    one = days((at + 10, at + 20), (at + 30, at + 40))
    other = days((at + 15, at + 32), (at + 40, at + 41))
    assert [(low - at, high - at) for low, high in _days.meet(one, other)] == [
        (15, 20),
        (30, 32),
        (40, 40),
    ]
    assert _days.join([one, other]) == ((at + 10, at + 41),)
    assert _days.join([days((1, 2)), days((3, 4))]) == ((1, 4),)
    assert _days.meet(one, _days.outside(one)) == ()
    assert _days.join([one, _days.outside(one)]) == _days.EVER


def test_habits_never_change_what_is_proved():
    hard = Constraint(0, 1, "office", _days.between(740000, 740100), "a.")
    habit = Constraint(0, 1, "recent-day", _days.between(740000, 740001), "b.", "habit")
    assert solve([hard, habit]).hard == hard.days
    assert solve([hard, habit]).likely == habit.days
    assert solve([habit, hard]) == solve([hard, habit])


def test_rows_of_a_day_of_every_year_show_the_year_that_fits():
    found = row(
        "Bundeskanzler Friedrich Merz sprach. Am Samstag, dem Gründungstag der "
        "Volksarmee, hat Kim gesprochen. Stand: 2028.",
        "calendar",
    )
    assert found["date_from"].month == 2
    assert (found["date_to"] - found["date_from"]).days == 6


SHARED = "/spokesperson", "ambassador"  # posts that several people hold at a time


def test_offices_are_held_by_people_one_after_the_other():
    people = {
        one["actor"] for one in knowledge.rows("actors") if one["kind"] == "person"
    }
    held = knowledge.table("offices").sort_values(["office", "from"])
    assert set(held["holder"]) <= people
    assert len(held) >= 400
    one_holder = ~held["office"].str.endswith(SHARED)
    for _, office in held[one_holder].groupby("office"):
        tenures = [
            (_days.covered(one["from"]), _days.covered(one["to"], last=True))
            for one in office.to_dict("records")
        ]
        for (first, last), (later, _) in pairwise(tenures):
            assert last is not None
            assert first <= last
            assert (last - later).days <= 31, (office.iloc[0]["office"], later)


def test_every_number_form_reads_its_own_example():
    for one in knowledge.rows("number_forms"):
        words = "|".join(
            fold(other["word"])
            for other in knowledge.rows("ordinals")
            if other["lang"] in (one["lang"], "mul")
        )
        pattern = re.compile(one["pattern"].replace("WORD", words).replace(r"\Z", ""))
        assert pattern.search(fold(one["example"])), one


TIMELINE_ONLY = "1993"  # older events are drawn, no text is dated by them


def test_every_event_and_series_has_terms_and_its_days_are_in_order():
    named = {one["event"] for one in knowledge.rows("chronology_terms")}
    for one in knowledge.rows("chronology"):
        assert one["event"] in named or one["date_from"] < TIMELINE_ONLY
        if one["date_to"]:
            assert _days.covered(one["date_from"]) <= _days.covered(one["date_to"])
    assert {one["series"] for one in knowledge.rows("series")} == {
        one["series"] for one in knowledge.rows("series_terms")
    }


def test_every_rule_that_is_used_has_its_rank():
    source = "".join(
        path.read_text("utf-8")
        for path in Path(tag.__file__).parent.glob("_dating/*.py")
    )
    for rule in ranks():
        assert f'"{rule}"' in source, rule


FIRST = 730_000
REASONS = st.builds(
    lambda low, size, rule, strength: Constraint(
        0, 1, rule, _days.between(FIRST + low, FIRST + low + size), "a.", strength
    ),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(sorted(ranks())),
    st.sampled_from(["hard", "habit"]),
)


@given(st.lists(REASONS, max_size=6), REASONS)
def test_a_reason_more_never_widens_unless_it_sets_others_aside(reasons, more):
    before, after = solve(reasons), solve([*reasons, more])
    used = {row.reason for row in before.judged if row.used}
    if used <= {row.reason for row in after.judged if row.used}:
        assert _days.meet(before.hard, after.hard) == after.hard


@given(st.lists(REASONS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_reasons_does_not_matter(reasons, random):
    mixed = random.sample(reasons, len(reasons))
    assert solve(mixed) == solve(reasons)


@given(st.lists(REASONS, max_size=6))
def test_what_is_used_leaves_a_day_and_holds_it(reasons):
    verdict = solve(reasons)
    assert verdict.hard
    for row in verdict.judged:
        if row.used and row.reason.strength == "hard":
            assert _days.meet(verdict.hard, row.reason.days) == verdict.hard
