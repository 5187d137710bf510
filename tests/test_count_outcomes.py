"""What became of the time expressions, and which reason sets an end."""

import pandas as pd

from koreasec import count, schema

DAY, LATER = pd.Timestamp("2025-02-08"), pd.Timestamp("2025-02-14")


def date(start, surface, sort, days, basis, problem):
    first, last = days or (None, None)
    span = ("a", 0, start, start + len(surface), surface)
    return (*span, sort, "", "", first, last, "day", "", "", "", basis, problem)


DATES = schema.table(
    "dates",
    [
        date(0, "8 February 2025", "DATE", (DAY, DAY), "stated", ""),
        date(20, "Saturday", "DATE", (DAY, DAY), "published", ""),
        date(30, "Friday", "DATE", (DAY, LATER), "", "several days fit"),
        date(40, "Monday", "DATE", None, "", "no publication date"),
        date(50, "Tuesday", "DATE", None, "", "no publication date"),
        date(60, "three years", "DURATION", None, "", ""),
        date(80, "daily", "SET", None, "", ""),
        date(90, "now", "DATE", None, "", ""),
    ],
)


def reason(start, rule, days, strength="hard", used=True):
    return ("a", start, start + 3, f"r{start}", rule, *days, strength, used, rule)


REASONS = schema.table(
    "dating_evidence",
    [
        reason(0, "office", (pd.Timestamp("2011-12-17"), None)),
        reason(10, "calendar", (DAY, LATER)),
        reason(20, "event", (DAY, None)),
        reason(30, "recent-weekday", (DAY, DAY), strength="habit"),
        reason(40, "series", (None, DAY), used=False),
    ],
)


def docs(*rows):
    return pd.DataFrame(rows, columns=["doc_id", "published_from", "published_to"])


def test_every_expression_stands_in_one_row():
    made = count.by_outcome(DATES)
    assert made["expressions"].sum() == len(DATES)
    assert sorted(row for rows in made["rows"] for row in rows) == sorted(
        schema.row_id(*span)
        for span in zip(DATES["doc_id"], DATES["start"], DATES["end"], strict=True)
    )


def test_outcomes_come_with_their_reason():
    made = count.by_outcome(DATES)
    told = list(zip(made["outcome"], made["why"], made["expressions"], strict=True))
    assert told == [
        ("placed", "reckoned from the day of publication", 1),
        ("placed", "the words say it", 1),
        ("narrowed", "several days fit", 1),
        ("open", "no publication date", 2),
        ("no point in time", "a length of time", 1),
        ("no point in time", "a repetition", 1),
        ("no point in time", 'a word such as "now"', 1),
    ]
    assert made["examples"].iloc[3] == ("Monday", "Tuesday")


def test_no_expressions_no_outcomes():
    assert count.by_outcome(schema.table("dates")).empty


def test_an_end_is_set_by_the_first_hard_reason_that_ends_there():
    made = count.bounds(REASONS, docs=docs(("a", DAY, LATER)))
    assert made["end_of"].tolist() == ["not before", "not after"]
    assert made["surface"].tolist() == ["r10", "r10"]
    assert made["rows"].iloc[0] == ("a:10-13", "a:20-23")


def test_open_ends_and_ends_that_no_single_reason_sets():
    made = count.bounds(REASONS, docs=docs(("a", LATER, pd.NaT), ("b", None, None)))
    assert made["doc_id"].tolist() == ["a", "a"]
    assert made["note"].tolist() == [
        "Several reasons together leave no other day.",
        "No reason sets this end.",
    ]


def test_no_texts_no_bounds():
    assert count.bounds(schema.table("dating_evidence"), docs=docs()).empty
