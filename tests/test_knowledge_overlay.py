"""Folders of one's own: what they add, rename, merge, split and forbid."""

import itertools
import re
from pathlib import Path

import pandas as pd
import pytest

import koreasec as ks
from koreasec import knowledge
from koreasec.errors import InputError, KnowledgeError
from koreasec.tag._actors.lexicon import lexicon

TEXTS = {
    "de": ("Sergej Schoigu reiste nach Nordkorea. Kim Jong Un empfing Schoigu.", "de"),
    "ko": ("북한 김정은이 쇼이구를 만났다.", "ko"),
    "en": ("The Russian Defense Ministry and TASS reported it.", "en"),
}
DOCS = pd.DataFrame(
    [(doc_id, *rest) for doc_id, rest in TEXTS.items()],
    columns=["doc_id", "text", "lang"],
)
HEAD = "action,actor,lang,name,to,note\n"
ACTORS = "actor,kind,label\n"
NAMES = "actor,lang,name,how\n"


@pytest.fixture
def folder(tmp_path):
    def make(named="mine", **tables: str) -> Path:
        made = tmp_path / named
        made.mkdir(exist_ok=True)
        for name, text in tables.items():
            (made / f"{name}.csv").write_text(text, encoding="utf-8")
        return made

    return make


def tagged(*folders) -> dict[str, list[str]]:
    knowledge.use(*folders)
    found = ks.tag.actors(DOCS)
    return {doc_id: rows["actor"].tolist() for doc_id, rows in found.groupby("doc_id")}


PLAIN = tagged(None)


def test_ours_without_a_folder():
    assert PLAIN["de"] == [
        "sergei-shoigu",
        "north-korea",
        "kim-jong-un",
        "sergei-shoigu",
    ]
    assert PLAIN["ko"] == ["north-korea", "kim-jong-un", "sergei-shoigu"]


def test_an_actor_and_its_names_are_added(folder):
    rows = {"actors": f"{ACTORS}reise,organisation,Reise AG\n"}
    added = folder(**rows, actor_names=f"{NAMES}reise,de,reiste,name\n")
    assert tagged(added)["de"][1] == "reise"
    assert tagged(None) == PLAIN


def test_columns_that_may_be_empty_may_be_missing(folder):
    knowledge.use(folder(actors=f"{ACTORS}reise,organisation,Reise AG\n"))
    assert knowledge.label("reise") == "Reise AG"
    assert knowledge.rows("actors")[-1]["hangul"] == ""


def test_rename_reaches_every_table(folder):
    knowledge.use(folder(corrections=f"{HEAD}rename,north-korea,,,dprk,\n"))
    for name, shape in knowledge.shapes().items():
        if name == "corrections":
            continue
        columns = [
            c for c, of in shape.get("refers", {}).items() if of == "actors.actor"
        ]
        for row in knowledge.rows(name):
            told = " ".join(row[column] for column in [*columns, *shape.get("ids", [])])
            assert not re.search(r"(?<![\w-])north-korea(?![\w-])", told), (name, row)
    assert knowledge.label("dprk") == "North Korea"
    assert "dprk" in knowledge.grammar("actors", "mul")["sides"]
    assert "dprk" in knowledge.grammar("actors", "de")["side"].values()
    text = "Der Norden drohte dem Süden. Nordkoreas Verteidigungsministerium schwieg."
    docs = pd.DataFrame({"doc_id": ["a"], "text": [text], "lang": ["de"]})
    before = ks.tag.actors(docs)["actor"].tolist()
    knowledge.use(None)
    ours = ks.tag.actors(docs)["actor"].tolist()
    assert before == ["dprk" if one == "north-korea" else one for one in ours]


def test_merge_gives_names_and_offices_away(folder):
    rows = f"{HEAD}merge,sergei-shoigu,,,vladimir-putin,\n"
    found = tagged(folder(corrections=rows))
    swapped = {
        doc: ["vladimir-putin" if a == "sergei-shoigu" else a for a in actors]
        for doc, actors in PLAIN.items()
    }
    assert found == swapped
    assert knowledge.label("sergei-shoigu") == "sergei-shoigu"
    holders = {row["holder"] for row in knowledge.rows("offices")}
    assert "sergei-shoigu" not in holders


def test_split_moves_one_name_only(folder):
    rows = f"{HEAD}split,sergei-shoigu,ko,쇼이구,shoigu-two,\n"
    made = folder(corrections=rows, actors=f"{ACTORS}shoigu-two,person,Shoigu II\n")
    found = tagged(made)
    assert found["ko"] == ["north-korea", "kim-jong-un"]  # no full name in the text
    entries = [one for prefix in lexicon().entries for one in prefix]
    owners = {one.owner for one in entries if (one.lang, one.name) == ("ko", "쇼이구")}
    assert owners == {"shoigu-two"}
    assert found["de"] == PLAIN["de"]


@pytest.mark.parametrize(("actor", "lang"), [("tass", "mul"), ("", "")])
def test_forbid_a_name_of_one_actor_or_of_all(folder, actor, lang):
    rows = f"{HEAD}forbid,{actor},{lang},TASS,,\n"
    found = tagged(folder(corrections=rows))["en"]
    assert found == [one for one in PLAIN["en"] if one != "tass"]


def test_forbid_a_name_that_is_made_from_a_row(folder):
    rows = f"{HEAD}forbid,sergei-shoigu,de,Schoigu,,\n"
    found = tagged(folder(corrections=rows))["de"]
    assert found == PLAIN["de"][:-1]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("forbid,tass,en,Nix,,", "'Nix' is no name of tass in en; leave lang empty"),
        ("forbid,,,Nix,,", "'Nix' is no name of any actor in any language"),
    ],
)
def test_forbid_of_what_nobody_is_called(folder, row, why):
    knowledge.use(folder(corrections=f"{HEAD}{row}\n"))
    with pytest.raises(KnowledgeError, match=f"mine/corrections.csv, line 2: {why}"):
        ks.tag.actors(DOCS)


def test_forbid_an_actor_takes_all_that_leads_to_it(folder):
    found = tagged(folder(corrections=f"{HEAD}forbid,sergei-shoigu,,,,\n"))
    assert "sergei-shoigu" not in {*found["de"], *found["ko"]}
    for table, column in (("actors", "actor"), ("offices", "holder")):
        assert "sergei-shoigu" not in {row[column] for row in knowledge.rows(table)}


RENAMES = [
    "rename,sergei-shoigu,,,shoigu,",
    "merge,kim-jong-un,,,sergei-shoigu,",
    "merge,tass,,,kim-jong-un,",
    "forbid,north-korea,de,Nordkorea,,",
]


def test_order_of_rows_and_folders_never_matters(folder):
    found = []
    for number, rows in enumerate([*itertools.permutations(RENAMES)][::5]):
        one = folder(f"one{number}", corrections=HEAD + "\n".join(rows[:2]) + "\n")
        two = folder(f"two{number}", corrections=HEAD + "\n".join(rows[2:]) + "\n")
        knowledge.use(two, one)
        backwards = knowledge.overlay()
        knowledge.use(one, two)
        assert knowledge.overlay() == backwards
        found.append([knowledge.rows(name) for name in ("actors", "actor_names")])
    assert all(made == found[0] for made in found)
    last = tagged(one, two)
    assert last["de"] == ["shoigu", "shoigu", "shoigu"]
    assert last["en"][-1] == "shoigu"
    assert tagged(None) == PLAIN


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ("merge,tass,,,kcna,\nmerge,kcna,,,tass,", "'tass' comes back to itself"),
        ("rename,tass,,,kcna,", "'kcna' is an actor already; use merge"),
        ("rename,tass,,,x,\nrename,tass,,,y,", "line 3: .*line 2 makes 'tass' 'x'"),
        ("rename,tass,,,x,\nrename,kcna,,,x,", "line 3: .*gives 'x' away"),
        ("rename,tass,,,x,\nmerge,tass,,,kcna,", "line 3: .*line 2 makes 'tass' 'x'"),
        ("forbid,nobody,,,,", "no actor 'nobody' to forbid"),
        ("forbid,,,,,", "forbid needs an actor"),
        ("forbid,tass,,,kcna,", "forbid takes no 'to'"),
        ("merge,tass,,,,", "merge needs a 'to'"),
        ("merge,tass,,,nobody,", "no actor 'nobody'; give it a row in actors.csv"),
        ("merge,tass,,,tass,", "merge into itself"),
        ("merge,tass,de,,kcna,", "merge takes no lang and no name"),
        ("split,tass,en,,kcna,", "split needs the name that moves"),
        ("split,tass,en,TASS,kcna,\nforbid,tass,,TASS,,", "forbidden by another row"),
        ("split,tass,en,TASS,kcna,\nsplit,tass,en,TASS,nato,", "gives it to 'kcna'"),
        ("forbid,tass,,,,\nmerge,tass,,,kcna,", "merge of what another row forbids"),
        ("forbid,kcna,,,,\nmerge,tass,,,kcna,", "merge of what another row forbids"),
        ("drop,tass,,,,", "action is 'drop'; choose from"),
    ],
)
def test_contradictions_name_file_and_line(folder, rows, why):
    knowledge.use(folder("mine", corrections=f"{HEAD}{rows}\n"))
    with pytest.raises(KnowledgeError, match=f"mine/corrections.csv.*{why}"):
        knowledge.rows("actors")
    turned = "\n".join(rows.split("\n")[::-1])
    knowledge.use(folder("other", corrections=f"{HEAD}{turned}\n"))
    with pytest.raises(KnowledgeError, match=r"other/corrections.csv, line"):
        knowledge.rows("actors")


def test_two_folders_must_not_say_different_things(folder):
    one = folder("one", actors=f"{ACTORS}x-one,organisation,One\n")
    two = folder("two", actors=f"{ACTORS}x-one,organisation,Two\n")
    knowledge.use(one, two)
    why = r"two/actors.csv, line 2: one/actors.csv, line 2 says something else"
    with pytest.raises(KnowledgeError, match=why):
        knowledge.rows("actors")


def test_the_same_row_in_two_folders_is_no_contradiction(folder):
    rows = {"actors": f"{ACTORS}x-one,organisation,One\n"}
    knowledge.use(folder("one", **rows), folder("two", **rows))
    assert knowledge.label("x-one") == "One"


def test_no_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match="is no folder"):
        knowledge.use(tmp_path / "none")


def test_other_columns_are_refused(folder):
    knowledge.use(folder(actors="actor,kind,name\nx,person,X\n"))
    with pytest.raises(KnowledgeError, match=r"mine/actors.csv has the columns"):
        knowledge.rows("actors")


def test_impact_of_nothing_is_nothing():
    mentions, pairs = knowledge.impact(DOCS)
    assert mentions.empty
    assert pairs.empty


def test_impact_tells_which_rows_and_pairs_change(folder):
    rows = f"{HEAD}rename,sergei-shoigu,,,shoigu,\nforbid,kim-jong-un,,Kim Jong Un,,\n"
    after = folder(corrections=rows)
    found = knowledge.impact(DOCS, None, after, within="document")
    told = found.mentions[["change", "surface", "actor_before", "actor_after"]]
    assert told.values.tolist() == [
        ["other actor", "Sergej Schoigu", "sergei-shoigu", "shoigu"],
        ["removed", "Kim Jong Un", "kim-jong-un", ""],
        ["other actor", "Schoigu", "sergei-shoigu", "shoigu"],
        ["other actor", "쇼이구", "sergei-shoigu", "shoigu"],
    ]
    assert knowledge.overlay() == ""
    evidence = ks.evidence(DOCS, found.mentions)
    assert evidence.table["surface"].tolist() == found.mentions["surface"].tolist()
    told = ["change", "actor_a", "actor_b", "together_before", "together_after"]
    pairs = {tuple(row) for row in found.pairs[told].values.tolist()}
    assert pairs == {
        ("removed", "kim-jong-un", "sergei-shoigu", 2, 0),
        ("removed", "north-korea", "sergei-shoigu", 2, 0),
        ("added", "north-korea", "shoigu", 0, 2),
        ("added", "kim-jong-un", "shoigu", 0, 1),
        ("other count", "kim-jong-un", "north-korea", 2, 1),
    }
    back = knowledge.impact(DOCS, after, None, within="document")
    assert back.mentions["actor_after"].tolist() == told_before(found.mentions)


def told_before(mentions: pd.DataFrame) -> list[str]:
    return mentions["actor_before"].tolist()


def test_impact_leaves_the_folder_in_use(folder):
    mine = folder(actors=f"{ACTORS}x-one,organisation,One\n")
    knowledge.use(mine)
    knowledge.impact(DOCS, None, None)
    assert knowledge.label("x-one") == "One"
