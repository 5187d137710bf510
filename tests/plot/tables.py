"""Counted tables as the charts get them, in five scripts, of any length."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from koreasec import count, schema

ACTORS = [
    "north-korea",
    "south-korea",
    "russia",
    "united-states",
    "ukraine",
    "china",
    "japan",
    "kim-jong-un",
    "vladimir-putin",
    "donald-trump",
    "sergei-shoigu",
    "korean-peoples-army",
    "united-nations",
    "us-department-of-defense",
    "south-korean-ministry-of-national-defense",
    "lee-jae-myung",
    "choe-son-hui",
    "hwasong-20",
    "nato",
    "kcna",
]
TOPICS = [
    "nuclear",
    "missiles",
    "alliance",
    "exercises",
    "dprk-russia",
    "troops-abroad",
    "sanctions",
    "diplomacy",
    "leadership",
    "inter-korean",
    "naval",
    "cyber",
    "arms-trade",
    "opcon",
    "economy",
    "human-rights",
]
LANGS = ["ko", "en", "de", "ru", "uk", "ja", "zh", "fr"]
LABELS = {
    "north-korea": "북한",
    "russia": "Россия",
    "ukraine": "Україна",
    "japan": "日本",
    "china": "中国",
}
SENTENCES = [
    "Die Minister treffen sich am 4. November in Seoul, teilte das Ministerium mit.",
    "북한은 9일 신형 대륙간탄도미사일을 시험발사했다고 조선중앙통신이 보도했다.",
    "Министр прибыл в Пхеньян во вторник, сообщило агентство.",
    "Міністерство повідомило про полонених військових КНДР у Курській області.",
    "国務委員長は10日、軍需工場を視察した。",
]
HOSTILE = (
    "<b>bold</b> <a href='javascript:alert(1)'>x</a> &lt;i&gt; $x^2$ "
    "\u202eevil \x00\x1b[31m %{x} </script><script>alert(1)</script>"
)


def table(name: str, rows: list) -> pd.DataFrame:
    """Make a table of the schema from its first columns; later ones stay empty."""
    more = len(schema.TABLES[name])
    return schema.table(name, [(*row, *[""] * (more - len(row))) for row in rows])


def pairs(rows: int) -> pd.DataFrame:
    made = []
    for number, (i, j) in enumerate(combinations(range(len(ACTORS)), 2)):
        a, b = sorted((ACTORS[i], ACTORS[j]))
        together = max(1, 220 // ((i + 1) * (j + 1)))
        texts = max(1, together // 3)
        ids = tuple(f"00{at}_doc:{at * 10}-{at * 10 + 9}" for at in range(together))
        row = (a, b, together, 20, 30, 400, 0.6 - (number % 13) / 10, together * 4.0)
        made.append((*row, texts, ids, SENTENCES[number % 5]))
    columns = "actor_a actor_b together alone_a alone_b units npmi log_likelihood docs"
    return pd.DataFrame(made[:rows], columns=[*columns.split(), "rows", "example"])


def timeline(rows: int) -> pd.DataFrame:
    made = []
    for number in range(rows):
        back = pd.Timedelta(days=(number * 2654435761) % 700)
        day = pd.Timestamp("2025-02-09") - back
        first, last, precision = _interval(number, day)
        surface = "4. November" if number % 2 else "9일"
        start = number * 10
        made.append(
            {
                "date_from": first,
                "date_to": last,
                "precision": precision,
                "doc_id": f"00{number % 9}_doc",
                "start": start,
                "end": start + 8,
                "surface": surface,
                "value": str(first)[:10],
                "status": "planned" if number % 11 == 0 else "reported",
                "basis": "published",
                "sentence_text": SENTENCES[number % 5],
                "actors": tuple(
                    ACTORS[(number * 7 + at * 3) % 20] for at in range(1 + number % 3)
                ),
                "topics": tuple(
                    TOPICS[(number * 3 + at * 5) % 16] for at in range(number % 3)
                ),
                "rows": (schema.row_id(f"00{number % 9}_doc", start, start + 8),),
            }
        )
    return pd.DataFrame(made) if made else timeline(1).iloc[:0]


def _interval(number: int, day: pd.Timestamp) -> tuple[object, object, str]:
    if number % 7 == 4:
        month = day.to_period("M")
        return month.start_time, month.end_time.normalize(), "month"
    if number % 7 == 5:
        year = day.to_period("Y")
        return year.start_time, year.end_time.normalize(), "year"
    if number % 7 == 6:
        return pd.NaT, pd.NaT, ""
    return day, day, "day"


def by_language(rows: int) -> pd.DataFrame:
    codes = [
        "ko",
        "en",
        "de",
        "ru",
        "uk",
        "ja",
        "zh",
        "fr",
        "es",
        "pl",
        "it",
        "cs",
        "und",
    ]
    made = [
        (code, 140 // (at + 1), 1200 // (at + 1), 210_000 // (at + 1), (f"{code}:0-9",))
        for at, code in enumerate(codes[:rows])
    ]
    columns = ["lang", "documents", "passages", "characters", "rows"]
    return pd.DataFrame(made, columns=columns)


MANY = [*LANGS, "es", "pl", "cs", "bg", "be", "mk", "it", "pt", "ar", "vi", "mn", "tr"]
REASONS = ("too short", "no letters", "detectors disagree", "names only")


def corpus(documents: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make texts in 20 languages, each with a title, a body and a credit line."""
    texts, rows = docs(documents), []
    numbers = range(documents)
    texts = texts.assign(
        text="x" * 900,
        source=[f"source {at % 50} with a name of some length" for at in numbers],
        lang=[MANY[at % 20] for at in numbers],
        lang_confidence=[(1.0, 0.95, 0.7, 0.3)[at % 4] for at in numbers],
        lang_variant=[("", "ko-KP")[at % 20 == 0] for at in numbers],
    )
    for doc_id, at in zip(texts["doc_id"], numbers, strict=True):
        title = MANY[(at + (at % 3 == 1)) % 20]
        lang = MANY[at % 20]
        rows.append((doc_id, 0, "title", 0, 80, title, "", 0.7, "", "Latn", 70))
        body = (lang, ("", "ko-KP")[lang == "ko"], 0.999, "", "Latn", 700)
        rows.append((doc_id, 1, "paragraph", 82, 880, *body))
        reason = REASONS[at % 4]
        rows.append((doc_id, 2, "credit", 882, 890, "und", "", 0.0, reason, "", 8))
    return texts, schema.table("passages", rows)


def by_language_of(by: str, documents: int) -> pd.DataFrame:
    texts, parts = corpus(documents)
    return count.by_language(texts, passages=parts, by=by)


def by_variant(documents: int) -> pd.DataFrame:
    texts, parts = corpus(documents)
    return count.by_language(texts, passages=parts, variants=True)


def title_body(documents: int) -> pd.DataFrame:
    texts, parts = corpus(documents)
    return count.title_body(texts, passages=parts)


def by_confidence(documents: int, by: str | None = None) -> pd.DataFrame:
    texts, parts = corpus(documents)
    return count.by_confidence(texts, passages=parts, by=by)


def quotations(statements: int) -> pd.DataFrame:
    numbers = range(statements)
    kinds = ["person", "anonymous", "organisation", ""]
    made = pd.DataFrame(
        {
            "doc_id": [f"{at % 40:03d}" for at in numbers],
            "start": [at * 10 for at in numbers],
            "end": [at * 10 + 8 for at in numbers],
            "surface": SENTENCES[1],
            "mode": [("direct", "indirect", "mixed")[at % 3] for at in numbers],
            "speaker": [(ACTORS[at % 20], "")[at % 5 == 0] for at in numbers],
            "source_kind": [kinds[at % 4] for at in numbers],
            "lang": [[*MANY, "und"][at % 21] for at in numbers],
        }
    )
    return count.quotations(made)


def passages(documents: int) -> pd.DataFrame:
    rows = []
    for number in range(documents):
        parts = [("title", 74, "ru" if number % 3 == 1 else LANGS[number % 8])]
        parts += [("credit", 5, "und")] * (number % 2)
        parts += [("paragraph", 300 + 90 * at, LANGS[number % 8]) for at in range(4)]
        start = 0
        for place, (kind, length, lang) in enumerate(parts):
            span = (start, start + length)
            name = f"{number:03d}_yonhap"
            row = (name, place, kind, *span, lang, "", 0.9, "", "Latn")
            rows.append((*row, length))
            start += length + 1
    return table("passages", rows)


def evidence(extra: int = 0) -> pd.DataFrame:
    told = [
        (80, "Ende Jänner", "elapsed", "2025-01-25", None, "hard", True),
        (300, "Samstag", "weekday", "2025-02-08", "2025-02-14", "hard", True),
        (340, "Gründungstag", "anniversary", "1948-02-08", "2099-02-08", "hard", True),
        (500, "日曜日", "weekday", "2025-02-09", "2025-02-15", "hard", True),
        (600, "п'ятницю", "recent", "2025-02-08", "2025-02-10", "habit", True),
        (950, "1953년 12월", "stated", "1953-12-01", "1953-12-31", "hard", False),
    ]
    told += [
        (
            2000 + at,
            f"대통령 {at}",
            "office",
            f"20{10 + at % 14}-01-01",
            None,
            "hard",
            True,
        )
        for at in range(extra)
    ]
    rows = [
        (
            "a",
            start,
            start + 7,
            surface,
            rule,
            *map(pd.Timestamp, (low, high)),
            *rest,
            "n",
        )
        for start, surface, rule, low, high, *rest in told
    ]
    return table("dating_evidence", rows)


def docs(documents: int) -> pd.DataFrame:
    made = schema.table("docs").reindex(range(documents))
    numbers = range(documents)
    first = [pd.Timestamp("2024-01-05") + pd.Timedelta(days=at * 9) for at in numbers]
    longer = [pd.Timedelta(days=40 if at % 5 == 1 else 0) for at in numbers]
    known = [at % 7 != 3 for at in numbers]
    days = pd.Series(first, dtype=schema.DAY).where(known)
    return made.assign(
        doc_id=[f"{at:03d}" for at in numbers],
        text="안녕",
        lang=[["de", "ko", "ru", "uk", "und"][at % 5] for at in numbers],
        published_from=days,
        published_to=days + pd.Series(longer, dtype="timedelta64[us]"),
        published_basis=["inferred" if one else "unknown" for one in known],
    )


def by_month(documents: int, by: str | None = None) -> pd.DataFrame:
    return count.by_month(docs(documents), by=by)


def by_topic(rows: int, by: str = "") -> pd.DataFrame:
    made = [
        {
            "topic": topic,
            "label": f"{topic} and a name of some length here",
            **({by: lang} if by else {}),
            "documents": 40 - 2 * at,
            "sentences": 90 - 4 * at,
            "hits": 100 - 4 * at,
            "rows": tuple(f"{number:03d}:0-9" for number in range(40 - 2 * at)),
        }
        for at, topic in enumerate(TOPICS)
        for lang in (["ko", "uk", "und"] if by else [""])
    ]
    return pd.DataFrame(made, columns=list(made[0])).iloc[:rows]


def by_topic_month(rows: int) -> pd.DataFrame:
    made = by_topic(rows)
    months = [pd.Timestamp("2024-03-01") + pd.DateOffset(months=at) for at in range(5)]
    parts = [made.assign(month=month) for month in [*months, pd.NaT]]
    return pd.concat(parts, ignore_index=True).astype({"month": schema.DAY})
