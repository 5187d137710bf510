"""The lint names what an editor of the tables should look at."""

from pathlib import Path

import pytest

from koreasec import knowledge
from koreasec.tag._actors.lint import lint


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    (tmp_path / "actors.csv").write_text(
        "actor,kind,label,hangul,hanja,order,alone,since,until,source,note\n"
        "test-one,organisation,One,,,,,,,,\n"
        "test-two,organisation,Two,,,,,,,,\n"
        "test-three,organisation,Three,,,,,,,,\n",
        encoding="utf-8",
    )
    (tmp_path / "actor_names.csv").write_text(
        "actor,lang,name,how\n"
        "test-one,en,Qqxyz,name\n"
        "test-two,en,Qqxyz,name\n"
        "test-one,en,QQXYZ,name\n"
        "test-one,en,Qq,name\n",
        encoding="utf-8",
    )
    knowledge.use(tmp_path)
    yield tmp_path
    knowledge.use(None)


def test_each_rule_finds_its_fault(overlay: Path) -> None:
    found = set(map(tuple, lint()[["rule", "lang", "name", "actors"]].values))
    assert {
        ("shared", "en", "Qqxyz", "test-one test-two"),
        ("short", "en", "Qq", "test-one"),
        ("spare", "en", "QQXYZ", "test-one"),
        ("unnamed", "mul", "Three", "test-three"),
    } <= found
