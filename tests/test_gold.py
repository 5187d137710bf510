"""Floors under the figures on annotated texts: what once was right stays right."""

from functools import cache
from pathlib import Path

import pytest

from koreasec import score as scoring

GOLD = Path(__file__).parent / "gold"
OWN = {"de": 0.96, "en": 0.96, "fr": 0.97, "ja": 0.95, "ko": 0.95, "ru": 0.96}
OWN |= {"uk": 0.96, "zh": 0.94}
OWN_DATES = {"de": 0.97, "en": 0.97, "ko": 0.95, "ru": 0.93, "uk": 0.97}


@cache
def scores(folder: str) -> scoring.Scores:
    return scoring.score(GOLD / folder)


def actors_f1(folder: str, lang: str) -> float:
    table = scores(folder).actors
    row = table[(table["what"] == "actors") & (table["by"] == f"lang {lang}")]
    return float(row["f1"].iloc[0])


def dates_f1(folder: str, lang: str) -> float:
    table = scores(folder).dates
    return float(table.set_index("lang").loc[lang, "value_f1"])


def test_the_seeds_keep_their_figures():
    assert actors_f1("seeds", "de") >= 0.95
    assert dates_f1("seeds", "de") >= 0.95


def test_the_seeds_are_dated_as_the_text_proves():
    published = scores("seeds").published
    assert len(published) == 3
    assert published["equal"].all()


@pytest.mark.parametrize("lang", sorted(OWN))
def test_actors_in_our_own_texts(lang: str):
    assert actors_f1("own", lang) >= OWN[lang]


@pytest.mark.parametrize("lang", sorted(OWN_DATES))
def test_dates_in_our_own_texts(lang: str):
    assert dates_f1("own", lang) >= OWN_DATES[lang]


def test_no_true_day_of_our_own_texts_is_excluded():
    published = scores("own").published
    assert len(published) == 102
    assert published["answered"].sum() >= 100
    assert published[published["answered"]]["inside"].all()
