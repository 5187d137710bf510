"""Languages counted by text, passage, sentence, character, source and month."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import koreasec as ks
from koreasec import count, errors, schema
from koreasec.count._language_parts import languages_of
from koreasec.text import sentences

RU = "Ким встретил Шойгу"
DE = "Der Besuch dauerte zwei Tage. Danach reiste er ab."
EN = "We will not give in"
QUOTING = f'Der Minister sagte: "{EN}", und ging.'


def docs(**texts: str) -> pd.DataFrame:
    made = schema.table("docs").reindex(range(len(texts)))
    return made.assign(
        doc_id=list(texts), text=list(texts.values()), lang="de", lang_confidence=1.0
    )


def cut(*rows: str, texts: pd.DataFrame) -> pd.DataFrame:
    """Make passages from ``doc kind lang variant | words``, found in the text."""
    whole = dict(zip(texts["doc_id"], texts["text"], strict=True))
    made = []
    for number, row in enumerate(rows):
        about, _, words = row.partition(" | ")
        doc_id, kind, lang, *variant = about.split()
        start = whole[doc_id].index(words)
        size = len("".join(words.split()))
        said = (lang, "".join(variant), 0.95, "", "Latn", size)
        made.append((doc_id, number, kind, start, start + len(words), *said))
    return schema.table("passages", made)


TEXTS = docs(a=f"{RU}\n\n{DE}", b=QUOTING, c="")
TEXTS.loc[2, ["lang", "lang_confidence", "lang_reason"]] = ["und", 0.0, "no letters"]
CUT = cut(
    f"a title ru | {RU}",
    f"a paragraph de de-AT | {DE}",
    'b paragraph de | Der Minister sagte: "',
    f"b quotation en | {EN}",
    'b paragraph de | ", und ging.',
    texts=TEXTS,
)


def counted(**options: object) -> pd.DataFrame:
    return count.by_language(TEXTS, passages=CUT, **options)


def test_four_levels():
    found = counted().set_index("lang")
    levels = ["documents", "found_in", "passages", "sentences"]
    assert found.loc["de", levels].tolist() == [2, 2, 3, 3]
    assert found.loc["ru", levels].tolist() == [0, 1, 1, 1]
    assert found.loc["en", levels].tolist() == [0, 1, 1, 0]
    assert found.loc["und", levels].tolist() == [1, 0, 0, 0]
    assert found["characters"].sum() == CUT["n_chars"].sum()


def test_shares_are_of_the_whole():
    found = counted()
    shares = [name for name in found if name.endswith("_share")]
    assert len(shares) == 4
    assert found[shares].sum().tolist() == pytest.approx([1, 1, 1, 1])


def test_every_number_has_its_passages_or_its_text():
    found = counted().set_index("lang")["rows"]
    assert found["ru"] == (f"a:0-{len(RU)}",)
    assert len(found["de"]) == 3
    assert found["und"] == ("c:0-0",)
    texts = counted().set_index("lang")["texts"]
    assert texts["ru"] == ()
    assert texts["de"] == (f"a:0-{len(TEXTS['text'][0])}", f"b:0-{len(QUOTING)}")
    assert len(ks.evidence(TEXTS, counted())) > 0


def test_a_sentence_counts_for_the_passage_that_holds_most_of_it():
    assert languages_of([(0, 10)], [(0, 4, "a"), (4, 10, "b")]) == ["b"]
    assert languages_of([(0, 10)], [(0, 5, "a"), (5, 10, "b")]) == ["a"]
    assert languages_of([(0, 9)], [(0, 3, "a"), (3, 7, "b"), (7, 9, "a")]) == ["a"]
    assert languages_of([(0, 4), (5, 9)], [(5, 9, "a")]) == [None, "a"]
    assert languages_of([(0, 4), (5, 9)], [(0, 9, "a")]) == ["a", "a"]


def test_passages_of_other_texts_are_left_out():
    only = count.by_language(TEXTS[TEXTS["doc_id"] == "b"], passages=CUT)
    assert set(only["lang"]) == {"de", "en"}


def test_the_order_of_rows_never_matters():
    again = count.by_language(TEXTS[::-1], passages=CUT[::-1])
    pd.testing.assert_frame_equal(counted(), again)


def test_by_source_has_its_own_denominators():
    texts = TEXTS.assign(source=["APA", "dpa", None])
    found = count.by_language(texts, passages=CUT, by="source")
    sums = found.groupby("source")[["documents", "document_share"]].sum()
    assert sums["documents"].to_dict() == {"": 1, "APA": 1, "dpa": 1}
    assert sums["document_share"].tolist() == [1, 1, 1]
    assert found.columns[0] == "source"


def months() -> pd.DataFrame:
    texts = TEXTS.copy()
    texts["published_from"] = pd.to_datetime(["2024-12-30", "2025-01-05", "2025-01-01"])
    texts["published_to"] = pd.to_datetime(["2025-01-02", "2025-01-05", None])
    return count.by_language(texts, passages=CUT, by="month")


def test_by_month_parts_certain_possible_and_undated():
    found = months()[months()["documents"] > 0]
    month = found["month"].dt.strftime("%Y-%m").fillna("")
    assert [*zip(month, found["when"], found["lang"], strict=True)] == [
        ("2024-12", "possible", "de"),
        ("2025-01", "certain", "de"),
        ("2025-01", "possible", "de"),
        ("", "undated", "und"),
    ]


def test_by_month_counts_everything_in_each_possible_month():
    found = months()
    russian = found[found["lang"] == "ru"]
    assert russian["sentences"].tolist() == [1, 1]
    shares = found.groupby("month", dropna=False)["document_share"].sum()
    assert shares.tolist() == pytest.approx([1, 1, 1])


def test_variants_where_the_text_shows_them():
    texts = TEXTS.assign(lang_variant=["de-AT", "", ""])
    found = count.by_language(texts, passages=CUT, variants=True)
    german = found[found["lang"] == "de"].set_index("variant")
    assert german["documents"].to_dict() == {"de-AT": 1, "": 1}
    assert german["passages"].to_dict() == {"de-AT": 1, "": 2}
    without = count.by_language(texts, variants=True)
    assert set(without["variant"]) == {"de-AT", ""}


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"by": "rubric"}, "columns \\['rubric'\\]"),
        ({"by": "lang"}, "cannot count by 'lang'"),
        ({"passages": TEXTS}, r"ks\.tag\.passages\(docs\)"),
    ],
)
def test_refused(options, why):
    with pytest.raises(errors.InputError, match=why):
        count.by_language(TEXTS, **options)


def test_mixed_lists_each_other_language_with_its_places():
    found = count.mixed(TEXTS, passages=CUT)
    assert found["doc_id"].tolist() == ["b", "a"]
    assert found["other"].tolist() == ["en", "ru"]
    assert found["kinds"].tolist() == [("quotation",), ("title",)]
    own = CUT[CUT["doc_id"] == "b"]["n_chars"]
    assert found["character_share"].iloc[0] == pytest.approx(15 / own.sum())
    assert found["rows"].iloc[1] == (f"a:0-{len(RU)}",)


def test_undetermined_makes_no_text_mixed():
    unsure = CUT.assign(lang=["und", "de", "de", "und", "de"])
    assert count.mixed(TEXTS, passages=unsure).empty
    assert count.mixed(TEXTS.assign(lang="und"), passages=CUT).empty


def test_title_body_counts_every_text_once():
    found = count.title_body(TEXTS, passages=CUT)
    told = found[["title_lang", "body_lang", "outcome", "documents"]].values.tolist()
    assert told == [
        ["", "", "no body", 1],
        ["", "de", "no title", 1],
        ["ru", "de", "different", 1],
    ]
    assert found["document_share"].sum() == pytest.approx(1)
    assert found["rows"].iloc[2] == (f"a:0-{len(RU)}",)


def test_title_body_leaves_quotations_and_credits_aside():
    texts = docs(a=f"Kopf\n\n{EN} {EN} {EN}\n\nDer Rumpf.\n\nFoto: dpa")
    parts = ["a title de | Kopf", f"a quotation en | {EN} {EN} {EN}"]
    parts += ["a paragraph de | Der Rumpf.", "a credit und | Foto: dpa"]
    found = count.title_body(texts, passages=cut(*parts, texts=texts))
    assert found[["body_lang", "outcome"]].values.tolist() == [["de", "same"]]


def test_title_body_says_what_cannot_be_told():
    texts = docs(a="Kim\n\nDer Rumpf.")
    parts = cut("a title und | Kim", "a paragraph de | Der Rumpf.", texts=texts)
    assert count.title_body(texts, passages=parts)["outcome"][0] == "cannot be told"


def confident(*values: tuple[str, float, str]) -> pd.DataFrame:
    texts = docs(a="a b c d e f g h"[: 2 * len(values) - 1])
    rows = [
        (f"a paragraph {lang} | {letter}", confidence, reason)
        for letter, (lang, confidence, reason) in zip("abcdefgh", values, strict=False)
    ]
    parts = cut(*(row for row, _, _ in rows), texts=texts)
    told = {"confidence": [c for _, c, _ in rows], "reason": [r for _, _, r in rows]}
    return count.by_confidence(texts, passages=parts.assign(**told))


def test_confidence_in_bands_their_lower_end_within():
    said = [("de", 0.99, ""), ("de", 0.9899, ""), ("de", 0.9, ""), ("de", 0.5, "")]
    said += [("de", 0.49, "letters of uk: Кім"), ("und", 0.0, "too short; more")]
    said += [("und", 0.0, ""), ("de", float("nan"), "")]
    found = confident(*said).set_index(["outcome", "reason"])["passages"]
    assert found.to_dict() == {
        ("given", ""): 1,
        ("0.99 to 1", ""): 1,
        ("0.9 to 0.99", ""): 2,
        ("0.5 to 0.9", ""): 1,
        ("below 0.5", ""): 1,
        ("undetermined", "no reason given"): 1,
        ("undetermined", "too short"): 1,
    }


def test_confidence_counts_texts_and_characters_too():
    found = count.by_confidence(TEXTS, passages=CUT).set_index("outcome")
    assert found["documents"].to_dict() == {
        "0.99 to 1": 2,
        "0.9 to 0.99": 0,
        "undetermined": 1,
    }
    assert found.loc["0.9 to 0.99", "characters"] == CUT["n_chars"].sum()
    assert found.loc["undetermined", ["rows", "texts"]].tolist() == [("c:0-0",)] * 2
    assert found.loc["0.9 to 0.99", "texts"] == ()
    assert len(found.loc["0.9 to 0.99", "rows"]) == len(CUT)


def test_confidence_by_language_has_shares_of_each():
    found = count.by_confidence(TEXTS, passages=CUT, by="lang")
    sums = found.groupby("lang")["passage_share"].sum()
    assert sums.to_dict() == pytest.approx({"de": 1, "en": 1, "ru": 1, "und": 0})
    with pytest.raises(errors.InputError, match="counts by 'lang'"):
        count.by_confidence(TEXTS, passages=CUT, by="source")
    with pytest.raises(errors.InputError, match=r"ks\.tag\.languages"):
        count.by_confidence(TEXTS.drop(columns="lang_confidence"), passages=CUT)


def said(*rows: str) -> pd.DataFrame:
    """Make statements from ``doc start end mode speaker kind lang``."""
    columns = ["doc_id", "start", "end", "mode", "speaker", "source_kind", "lang"]
    made = pd.DataFrame([row.split() for row in rows], columns=columns)
    made = made.replace("-", "").astype({"start": "int64", "end": "int64"})
    return made.assign(surface=["x" * 7] * len(made))


SAID = said(
    "a 0 9 direct kim-jong-un person ko",
    "b 0 9 indirect kim-jong-un person ko",
    "a 20 29 mixed kim-jong-un person de",
    "a 40 49 direct - anonymous de",
)


def test_quotations_by_speaker_and_language():
    found = count.quotations(SAID)
    told = ["speaker", "lang", "statements", "direct", "mixed", "indirect", "documents"]
    assert found[told].values.tolist() == [
        ["kim-jong-un", "ko", 2, 1, 0, 1, 2],
        ["", "de", 1, 1, 0, 0, 1],
        ["kim-jong-un", "de", 1, 0, 1, 0, 1],
    ]
    assert found["rows"].iloc[0] == ("a:0-9", "b:0-9")
    assert found["characters"].tolist() == [14, 7, 7]


def test_quotations_of_passages_that_no_statement_meets():
    start = QUOTING.index(EN)
    alone = count.quotations(SAID.iloc[:1], passages=CUT)
    extra = alone[alone["source_kind"] == "quotation without a statement"]
    assert extra["lang"].tolist() == ["en"]
    assert extra["rows"].iloc[0] == (f"b:{start}-{start + len(EN)}",)
    met = said(f"b {start + 3} {start + 5} direct - - en")
    assert len(count.quotations(met, passages=CUT)) == 1


def test_quotations_where_no_passage_is_one():
    plain = CUT[CUT["kind"] != "quotation"]
    pd.testing.assert_frame_equal(
        count.quotations(SAID, passages=plain), count.quotations(SAID)
    )


HINTS = schema.table(
    "translation_hints",
    [
        ("a", 0, 9, 13, "CTAC", "agency", "ru uk", "n"),
        ("a", 0, 0, 4, "Shoi", "spelling", "ru", "n"),
        ("a", 0, 20, 21, "—", "marks", "", "n"),
        ("b", 0, 0, 4, "Dies", "phrase", "ru", "n"),
    ],
)


def test_hints_by_text_and_language_behind():
    found = count.hints(HINTS, docs=TEXTS)
    told = found[["doc_id", "tells_of", "hints", "kinds"]].values.tolist()
    assert told == [
        ["a", "ru", 2, ("spelling", "agency")],
        ["a", "", 1, ("marks",)],
        ["a", "uk", 1, ("agency",)],
        ["b", "ru", 1, ("phrase",)],
    ]
    assert found["rows"].iloc[0] == ("a:0-4", "a:9-13")
    assert found["tells_of_language"].tolist()[:2] == ["Russian", ""]


def test_nothing_of_real_texts_is_lost(seeds):
    tables = ks.tag.everything(ks.load(seeds))
    whole = dict(zip(tables.docs["text"], tables.docs["lang"], strict=True))
    cuts = [sentences(text, lang) for text, lang in whole.items()]
    found = count.by_language(tables.docs, passages=tables.passages)
    assert found["documents"].sum() == len(tables.docs) == 3
    assert found["passages"].sum() == len(tables.passages)
    assert found["sentences"].sum() == sum(map(len, cuts))
    letters = sum(len("".join(text.split())) for text in whole)
    assert found["characters"].sum() == letters
    russian = found[found["lang"] == "ru"].iloc[0]
    assert russian[["documents", "found_in", "sentences"]].tolist() == [0, 1, 1]


def test_what_they_are_called():
    assert counted().set_index("lang")["language"].to_dict() == {
        "de": "German",
        "en": "English",
        "ru": "Russian",
        "und": "undetermined",
    }
    called = count.quotations(SAID)[["name", "language"]].values.tolist()
    assert called[:2] == [["Kim Jong Un", "Korean"], ["", "German"]]


def test_nothing_in_nothing_out():
    texts, none = schema.table("docs"), schema.table("passages")
    for made, full in [
        (count.by_language(texts, passages=none, by="month"), months()),
        (count.mixed(texts, passages=none), count.mixed(TEXTS, passages=CUT)),
        (count.title_body(texts, passages=none), count.title_body(TEXTS, passages=CUT)),
        (count.quotations(SAID.iloc[:0]), count.quotations(SAID)),
        (count.hints(HINTS[:0], docs=TEXTS), count.hints(HINTS, docs=TEXTS)),
        (
            count.by_confidence(texts, passages=none),
            count.by_confidence(TEXTS, passages=CUT),
        ),
    ]:
        assert made.empty
        assert list(made.dtypes.items()) == list(full.dtypes.items())


PARTS = st.lists(
    st.tuples(st.sampled_from(["de", "ko", "und"]), st.text("aé. 북\n", max_size=9)),
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, max_size=4))
def test_sums_are_kept_whatever_the_texts(corpus):
    texts = docs(**{f"d{n}": "".join(w for _, w in p) for n, p in enumerate(corpus)})
    rows = []
    for number, parts in enumerate(corpus):
        start = 0
        for place, (lang, words) in enumerate(parts):
            end, size = start + len(words), len("".join(words.split()))
            told = (lang, "", 0.9, "", "", size)
            if size:
                rows.append((f"d{number}", place, "paragraph", start, end, *told))
            start = end
    passages = schema.table("passages", rows)
    cuts = sum(len(sentences(text, "de")) for text in texts["text"])
    for by in (None, "lang_reason"):
        found = count.by_language(texts, passages=passages, by=by)
        assert found["documents"].sum() == len(texts)
        assert found["passages"].sum() == len(passages)
        assert found["characters"].sum() == passages["n_chars"].sum()
        assert found["sentences"].sum() == cuts
    outcomes = count.by_confidence(texts, passages=passages)
    assert outcomes["documents"].sum() == len(texts)
    pairs = count.title_body(texts, passages=passages)
    assert pairs["documents"].sum() == len(texts)


def test_inputs_stay_as_they_are():
    before = TEXTS.copy(deep=True), CUT.copy(deep=True), SAID.copy(deep=True)
    counted(by="source", variants=True)
    count.mixed(TEXTS, passages=CUT)
    count.title_body(TEXTS, passages=CUT)
    count.by_confidence(TEXTS, passages=CUT)
    count.quotations(SAID, passages=CUT)
    for now, then in zip((TEXTS, CUT, SAID), before, strict=True):
        pd.testing.assert_frame_equal(now, then)
