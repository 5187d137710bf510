"""Actors counted: mentions, sentences and texts, places left out."""

import pandas as pd
import pytest

from koreasec import count, schema
from koreasec.errors import InputError

ROWS = [
    ("a", 0, 0, 2, "북한", "north-korea", "state", "name", "ko", ""),
    ("a", 0, 5, 7, "북한", "north-korea", "state", "name", "ko", ""),
    ("b", 3, 9, 20, "Nordkoreas", "north-korea", "state", "name", "de", ""),
    ("b", 3, 30, 33, "Kim", "", "person", "surname", "de", "no full name in the text"),
    ("b", 4, 40, 45, "Seoul", "seoul", "place", "name", "de", ""),
    ("a", 1, 50, 56, "Russia", "russia", "state", "name", "en", ""),
]


def test_counts_mentions_sentences_and_texts():
    counted = count.by_actor(schema.table("mentions", ROWS))
    assert counted["actor"].tolist() == ["north-korea", "russia"]
    first = counted.iloc[0]
    assert first[["documents", "sentences", "mentions"]].tolist() == [2, 2, 3]
    assert first["langs"] == ("de", "ko")
    assert first["surfaces"] == ("북한", "Nordkoreas")
    assert first["rows"] == ("a:0-2", "a:5-7", "b:9-20")


def test_places_count_when_asked_for():
    counted = count.by_actor(schema.table("mentions", ROWS), kinds=["place"])
    assert counted["actor"].tolist() == ["seoul"]


def test_the_order_of_rows_does_not_matter():
    table = schema.table("mentions", ROWS)
    turned = count.by_actor(table.iloc[::-1].reset_index(drop=True))
    pd.testing.assert_frame_equal(turned, count.by_actor(table))


def test_no_mentions_no_rows():
    assert count.by_actor(schema.table("mentions")).empty


def test_refuses_an_unknown_kind():
    with pytest.raises(InputError, match="unknown kind of actor 'planet'"):
        count.by_actor(schema.table("mentions"), kinds=["planet"])
