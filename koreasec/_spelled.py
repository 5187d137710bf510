"""The spellings of actors: which rows of the tables make which names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from .spelling import Korean, Slavic, Spelling

Row = dict[str, str]
PLAINEST, HABITS = "english", ("press", "western")


class Speller:
    """The rules of spelling, made ready once; `rows` gives the rows of a table."""

    def __init__(self, rows: Callable[[str], list[Row]]) -> None:
        self._korean = Korean(rows)
        self._slavic = Slavic(rows)

    def of(self, actor: Mapping[str, str]) -> list[Spelling]:
        """Return the spellings of a row of ``actors``, none where it cannot be told."""
        if actor["kind"] != "person":
            return []
        if actor["hangul"]:
            return self.korean(actor["hangul"], actor["hanja"], actor["label"])
        return self.slavic(actor["russian"], actor["ukrainian"])

    def korean(self, hangul: str, hanja: str, english: str) -> list[Spelling]:
        """Return the spellings of a Korean name."""
        return self._korean.spellings(hangul, hanja, english)

    def slavic(self, russian: str, ukrainian: str) -> list[Spelling]:
        """Return the spellings of a Russian or Ukrainian name, given first."""
        return [
            *(self._slavic.spellings(russian, "ru") if russian else ()),
            *(self._slavic.spellings(ukrainian, "uk") if ukrainian else ()),
        ]

    def names(self, actors: Iterable[Row], taken: Iterable[Row]) -> Iterator[Row]:
        """
        Yield rows of ``actor_names`` for `actors`, sorted, no name owned twice.

        A made name gives way to those `taken`: typed names, also its own, and decoys.
        Of two actors that make one name the one has it whose system is plainer: the
        usual English form, then a system, then a habit. Else nobody has it.
        """
        owners: dict[tuple[str, str], dict[str, tuple[int, Spelling]]] = {}
        for actor in actors:
            for one in self.of(actor):
                own = owners.setdefault(key(one.lang, one.name), {})
                own.setdefault(actor["actor"], (_rank(one.system), one))
        for row in taken:
            owners.pop(key(row["lang"], row["name"]), None)
        found = []
        for own in owners.values():
            (rank, who), *others = sorted((own[actor][0], actor) for actor in own)
            if not others or others[0][0] > rank:
                one = own[who][1]
                found.append((who, one.lang, one.name, one.how, one.system))
        columns = ("actor", "lang", "name", "how", "system")
        for cells in sorted(found):
            yield dict(zip(columns, cells, strict=True))


def key(lang: str, name: str) -> tuple[str, str]:
    """Return what two names share that no text tells apart."""
    plain = name.replace("-", " ").replace("ё", "е").replace("Ё", "Е").lower()
    return ("mul" if lang in ("de", "en", "fr") else lang), plain


def _rank(system: str) -> int:
    return 0 if system == PLAINEST else 2 if system in HABITS else 1
