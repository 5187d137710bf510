"""The same from a shell; wrong input is one line, not a traceback."""

import sys
from pathlib import Path

import pandas as pd
import pytest

from koreasec import cli
from koreasec.errors import InputError


def test_help_teaches(capsys):
    with pytest.raises(SystemExit, match="0"):
        cli.main(["--help"])
    said = capsys.readouterr().out
    for command in ("report", "tag", "lab", "score", "lint"):
        assert f"koreasec {command}" in said


def test_tag_writes_every_table_twice(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Kim Jong Un traf Wladimir Putin am 13. September.")
    assert cli.main(["tag", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 0
    written = capsys.readouterr().out.split()
    names = [Path(one).stem for one in written[::2]]
    assert names == [Path(one).stem for one in written[1::2]]
    assert {"docs", "passages", "mentions", "dates", "topics"} <= set(names)
    mentions = pd.read_parquet(tmp_path / "out" / "mentions.parquet")
    assert mentions["actor"].tolist() == ["kim-jong-un", "vladimir-putin"]
    again = pd.read_csv(tmp_path / "out" / "mentions.csv", keep_default_na=False)
    assert again["surface"].tolist() == mentions["surface"].tolist()


def test_wrong_input_is_one_line(tmp_path, capsys):
    assert cli.main(["tag", str(tmp_path / "x"), "-o", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert said.startswith("koreasec: nothing at")
    assert said.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_an_interruption_is_told(monkeypatch, capsys):
    def stopped(path):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["koreasec.load"], "load", stopped)
    assert cli.main(["tag", "seeds", "-o", "out"]) == 130
    assert "stopped" in capsys.readouterr().err


def test_knowledge_of_ones_own_is_used(tmp_path, capsys):
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "actors.csv").write_text(
        "actor,kind,label,hangul,hanja,order,alone,since,until,source,note\n"
        "zorblax,organisation,Zorblax,,,,,,,,\n"
    )
    (own / "actor_names.csv").write_text(
        "actor,lang,name,how\nzorblax,de,Zorblax,name\n"
    )
    (tmp_path / "a.txt").write_text("Die Firma Zorblax liefert Raketen an Nordkorea.")
    out = str(tmp_path / "out")
    given = ["tag", str(tmp_path / "a.txt"), "-o", out, "--knowledge", str(own)]
    assert cli.main(given) == 0
    mentions = pd.read_parquet(tmp_path / "out" / "mentions.parquet")
    assert mentions["actor"].tolist() == ["zorblax", "north-korea"]


def test_a_broken_row_of_ones_own_names_its_line(tmp_path, capsys):
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "actor_names.csv").write_text("actor,lang,name,how\nnobody,de,Nobody,name\n")
    (tmp_path / "a.txt").write_text("Nobody kam.")
    given = ["tag", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]
    assert cli.main([*given, "--knowledge", str(own)]) == 2
    assert "actor_names.csv, line 2: actor 'nobody'" in capsys.readouterr().err


def test_the_error_classes_have_one_base():
    assert issubclass(InputError, ValueError)
