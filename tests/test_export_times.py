"""Timelines as TimelineJS and iCalendar: read back by others' programs."""

import json

import icalendar
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import koreasec as ks
from koreasec import _time_files, schema
from koreasec.errors import InputError

TEXT = (
    "Die Minister tagen am 4. November 2025, sagte Kim; \\o/ <script>alert(1)"
    "</script>. "
    "Damals war niemand da. Im Juni 2024 wurde der Vertrag geschlossen."
)


def timeline() -> pd.DataFrame:
    docs = schema.table("docs").assign(doc_id=["a"], text=TEXT, lang="de")
    return ks.count.timeline(ks.tag.dates(docs), docs=docs)


def test_a_calendar_holds_every_datable_statement(tmp_path):
    (path,) = ks.export({"when": timeline()}, to=tmp_path, formats=["ics"])
    found = icalendar.Calendar.from_ical(path.read_bytes())
    days = [(one.start, one.end) for one in found.events]
    named = [tuple(map(str, pair)) for pair in days]
    assert named == [("2024-06-01", "2024-07-01"), ("2025-11-04", "2025-11-05")]
    assert "<script>alert(1)</script>" in found.events[1]["description"]
    assert "a:22-38" in found.events[1]["description"]


def test_timelinejs_runs_nothing_that_a_text_holds(tmp_path):
    (path,) = ks.export({"when": timeline()}, to=tmp_path, formats=["timelinejs"])
    assert path.name == "when.json"
    found = json.loads(path.read_text("utf-8"))["events"]
    assert [one["start_date"]["year"] for one in found] == [2024, 2025]
    assert "<script" not in path.read_text("utf-8")
    assert "&lt;script&gt;" in found[1]["text"]["text"]


def test_the_same_table_makes_the_same_file(tmp_path):
    first = ks.export({"a": timeline()}, to=tmp_path / "1", formats=["ics"])
    again = ks.export({"a": timeline()}, to=tmp_path / "2", formats=["ics"])
    assert first[0].read_bytes() == again[0].read_bytes()


def test_events_are_written_too(tmp_path):
    docs = schema.table("docs").assign(doc_id=["a"], text=TEXT, lang="de")
    found = ks.count.events(timeline(), docs=docs)
    (path,) = ks.export({"events": found}, to=tmp_path, formats=["ics"])
    assert len(icalendar.Calendar.from_ical(path.read_bytes()).events) == len(found)


def test_without_a_timeline_the_remedy_is_named(tmp_path):
    with pytest.raises(InputError, match=r"ks\.count\.timeline"):
        ks.export({"docs": schema.table("docs")}, to=tmp_path, formats=["ics"])


@given(st.text(max_size=300))
def test_any_sentence_survives_folding(words):
    row = {"sentence_text": words, "status": "", "rows": ("a:0-1",)}
    day = pd.Timestamp("2025-11-04")
    table = pd.DataFrame([{**row, "date_from": day, "date_to": day}])
    text = _time_files._calendar(list(_time_files._rows(table)))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (found,) = icalendar.Calendar.from_ical(text).events
    told = _time_files.CONTROL.sub("\ufffd", " ".join(words.split()))
    assert str(found["description"]).split("\n")[0] == told
