"""What is kept on disk is what would be made anew."""

import os

import numpy as np
import pytest

from koreasec import _cache, knowledge
from koreasec.tag._actors import lexicon as _lexicon
from koreasec.tag._actors.entries import packed, unpacked
from koreasec.tag._languages import detectors, groups

ROW = "actor,lang,name,how\nkim-jong-un,de,Marschall Test,name\n"


def doubled(calls, value):
    def make():
        calls.append(value)
        return [value, value]

    return make


def ask(calls, value=1, *made_from):
    return _cache.kept(
        "test", doubled(calls, value), lambda x: (x, {}), lambda x, _: x, *made_from
    )


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("KOREASEC_CACHE", str(tmp_path / "deep" / "cache"))
    return tmp_path / "deep" / "cache"


def test_made_once_for_what_it_is_made_from(place):
    calls = []
    assert ask(calls, 1, "a") == ask(calls, 2, "a") == [1, 1]
    assert ask(calls, 3, "b") == [3, 3]
    assert calls == [1, 3]
    assert len(list(place.iterdir())) == 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\x80\x04K\x01."])
def test_a_broken_file_is_made_anew(place, content):
    calls = []
    ask(calls)
    file = next(place.iterdir())
    file.write_bytes(content)
    assert ask(calls) == [1, 1]
    assert ask(calls) == [1, 1]
    assert calls == [1, 1]


def test_a_cut_or_changed_file_is_made_anew(place):
    calls = []
    ask(calls)
    file = next(place.iterdir())
    whole = file.read_bytes()
    at = whole.index(b"[1, 1]")
    for bad in (whole[: len(whole) // 2], whole[:at] + b"[1, 2]" + whole[at + 6 :]):
        file.write_bytes(bad)
        assert ask(calls) == [1, 1]
    assert len(calls) == 3


def test_no_object_is_ever_loaded(place):
    calls = []
    ask(calls)
    file = next(place.iterdir())
    np.savez(file, text=np.array([{"a": 1}], dtype=object))
    assert ask(calls) == [1, 1]
    assert len(calls) == 2


def test_where_nothing_can_be_written_all_is_made(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KOREASEC_CACHE", str(tmp_path / "file" / "cache"))
    calls = []
    assert ask(calls) == ask(calls) == [1, 1]
    assert calls == [1, 1]


@pytest.mark.parametrize("off", ["off", "OFF", "0"])
def test_it_can_be_switched_off(monkeypatch, off):
    monkeypatch.setenv("KOREASEC_CACHE", off)
    assert _cache.folder() is None
    calls = []
    assert ask(calls) == ask(calls) == [1, 1]
    assert calls == [1, 1]


def test_only_the_latest_files_are_kept(place):
    for number in range(_cache.MOST + 3):
        ask([], number, str(number))
        for file in place.iterdir():
            os.utime(file, (number, number) if file.stat().st_mtime > 1e6 else None)
    assert len(list(place.iterdir())) <= _cache.MOST


def test_other_tables_have_another_state(tmp_path):
    (tmp_path / "actor_names.csv").write_text(ROW, encoding="utf-8")
    ours = _cache.state("")
    with knowledge.using(tmp_path):
        theirs = _cache.state(knowledge.overlay())
    assert ours != theirs
    assert _cache.state(str(tmp_path / "missing")) != theirs


def test_the_lexicon_is_the_same_from_the_cache(place):
    with knowledge.pinned():
        made = _lexicon._strings()
    assert unpacked(*packed(made)) == made
    _cache._write(place / "lexicon-1.npz", *packed(made))
    assert unpacked(*_cache._read(place / "lexicon-1.npz")) == made


def test_the_detectors_are_the_same_from_the_cache(place):
    for name, rows in (
        ("groups", groups._costs(("bg", "mk", "xx"))),
        ("profiles", detectors._logarithms(("bg", "mk", "xx"))),
    ):
        _cache._write(place / name, *groups.packed(rows))
        row_of, table = groups.unpacked(*_cache._read(place / name))
        assert row_of == rows[0]
        assert (table == rows[1]).all()
        assert table.dtype == rows[1].dtype
    model = detectors._unpressed()
    _cache._write(place / "bytes", *detectors._packed(model))
    again = detectors._unpacked(*_cache._read(place / "bytes"))
    assert again[:4] == model[:4]
    assert (again.told == model.told).all()


def test_sets_are_the_same_from_the_cache(place):
    made = {"": frozenset("ab"), "ы": frozenset()}
    assert _cache.kept_sets("sets", lambda: made, "") == made
    assert _cache.kept_sets("sets", dict, "") == made
