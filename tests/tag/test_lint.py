"""The lint names what an editor of the tables should look at."""

import subprocess
import sys
from pathlib import Path

import pytest

from koreasec import cli, knowledge
from koreasec.tag._actors.lint import lint

ACTORS = """\
actor,kind,label
test-one,organisation,One
test-two,organisation,Two
test-three,organisation,Three
test-four,organisation,one
"""
NAMES = """\
actor,lang,name,how
test-one,en,Qqxyz,name
test-two,en,Qqxyz,name
test-one,en,QQXYZ,name
test-one,en,Qq,name
test-one,de,Und,name
test-one,de,Hidden Name,name
test-four,en,Qqfour,name
test-two,en,Pyongyang,name
"""
DECOYS = "lang,text,note\nde,Hidden Name,hides it\n"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    for name, text in (("actors", ACTORS), ("actor_names", NAMES), ("decoys", DECOYS)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_our_own_names_are_clean_by_the_real_command():
    command = [sys.executable, "-m", "koreasec", "lint"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1].startswith("0 errors"), done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_each_rule_finds_its_fault(overlay):
    knowledge.use(overlay)
    made = lint()
    errors = made[made["level"] == "error"]
    found = set(map(tuple, errors[["rule", "lang", "name", "actors"]].values))
    assert found >= {
        ("shared", "en", "Qqxyz", "test-one test-two"),
        ("shared", "en", "Pyongyang", "pyongyang test-two"),
        ("short", "en", "Qq", "test-one"),
        ("unnamed", "", "Three", "test-three"),
        ("everyday", "de", "Und", "test-one"),
        ("hidden", "de", "Hidden Name", "test-one"),
        ("same", "", "one", "test-four test-one"),
    }
    spare = made[made["rule"] == "spare"]
    assert ("info", "QQXYZ") in set(map(tuple, spare[["level", "name"]].values))
    hidden = errors[errors["name"] == "Hidden Name"].iloc[0]
    assert hidden["note"] == "never found: the decoy 'Hidden Name' hides it"
    assert hidden["where"] == f"{overlay.name}/actor_names.csv, line 7"


def test_a_new_collision_fails_with_file_and_line(overlay, capsys):
    assert cli.main(["lint", "--knowledge", str(overlay)]) == 1
    said = capsys.readouterr().out
    assert f"{overlay.name}/actor_names.csv:3: error shared: 'Qqxyz' (en)" in said
    assert "test-one test-two" in said


def test_what_is_accepted_needs_a_reason_and_is_listed(overlay, capsys):
    for name in ("decoys", "actors"):
        (overlay / f"{name}.csv").unlink()
    (overlay / "actor_names.csv").write_text("actor,lang,name,how\nnato,en,Oz,name\n")
    assert cli.main(["lint", "--knowledge", str(overlay)]) == 1
    accepted = overlay / "lint_accepted.csv"
    accepted.write_text("rule,lang,what,reason\nshort,en,Oz,no word of English\n")
    other = overlay.parent / "again"
    overlay.rename(other)
    assert cli.main(["lint", "--all", "--knowledge", str(other)]) == 0
    assert "accepted short: 'Oz' (en) of nato: no word of English" in (
        capsys.readouterr().out
    )


def test_every_accepted_row_is_of_use():
    made = lint()
    used = made[made["level"] == "accepted"]["accepted"]
    assert {row["reason"] for row in knowledge.rows("lint_accepted")} == set(used)
