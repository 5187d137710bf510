"""
Make the two font files in koreasec/data/fonts, so that charts need no system font.

Run by hand, only when the choice of characters changes; both sources come from
Debian packages (SIL Open Font Licence 1.1)::

    pip install fonttools brotli
    apt-get download fonts-noto-cjk fonts-noto-core
    for deb in *.deb; do dpkg-deb -x "$deb" sources; done
    python tools/make_fonts.py sources koreasec/data/fonts

Hangul, kana, Han and symbols are Noto Sans CJK KR; Latin, Greek and Cyrillic are
Noto Sans, because the Cyrillic of the first has no Ukrainian letters. Hints and
layout tables are dropped: they double the size and charts do not use them. The
same sources give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont

NAME = "Koreasec Sans"
KOREAN = 1  # the place of Noto Sans CJK KR in its collection
HIGH = range(0xA1, 0xFF)
LOW = range(0x40, 0x7F)
HAN = [  # the commoner Han characters of four national standards
    ("euc_kr", range(0xCA, 0xFE), HIGH),  # KS X 1001: 4,888 hanja
    ("gb2312", range(0xB0, 0xD8), HIGH),  # GB 2312 level 1: 3,755 simplified
    ("euc_jp", range(0xB0, 0xD0), HIGH),  # JIS X 0208 level 1: 2,965 Japanese
    ("big5", range(0xA4, 0xC7), [*LOW, *HIGH]),  # Big5 level 1: 5,401 traditional
]
EASTERN = [
    (0x2010, 0x2300),  # ※ ℃ № arrows, ≤ ≥ ≈, where Noto Sans has none
    (0x2460, 0x2670),  # circled numbers, box drawing, geometric shapes, stars
    (0x3000, 0x3100),  # punctuation, kana
    (0x3131, 0x318F),  # single Hangul letters
    (0x3200, 0x3400),  # enclosed letters and months, units
    (0xAC00, 0xD7A4),  # all 11,172 Hangul syllables
    (0xF900, 0xFA10),  # compatibility hanja of KS X 1001
    (0xFF01, 0xFFEF),  # full and half width
]
WESTERN = [
    (0x0020, 0x0250),  # Latin with its extensions, ŏ and ŭ of McCune-Reischauer
    (0x02B0, 0x0400),  # modifiers, combining marks, Greek
    (0x0400, 0x0530),  # Cyrillic, Ukrainian and historical letters with it
    (0x1E00, 0x1F00),  # Vietnamese and other Latin
    (0x2000, 0x2070),  # dashes, quotes, ellipsis
    (0x2070, 0x2190),  # superscripts, currencies, №, ™
    (0xFFFD, 0xFFFE),  # the sign for an unreadable character
]


def main(sources: str, target: str) -> None:
    """Write ``KoreasecSans.otf`` for matplotlib, ``.woff2`` for browsers."""
    cjk = next(Path(sources).rglob("NotoSansCJK-Regular.ttc"))
    latin = TTFont(next(Path(sources).rglob("NotoSans-Regular.ttf")))
    western = spread(WESTERN) & set(latin.getBestCmap())
    font = TTCollection(cjk, lazy=True).fonts[KOREAN]
    font.recalcTimestamp = False
    reduce(font, (spread(EASTERN) | han() | {0xFFFD, 0x20}) - (western - {0x20}))
    borrow(font, latin, western)
    rename(font)
    path = Path(target) / "KoreasecSans.otf"
    font.save(path)
    packed = TTFont(path, recalcTimestamp=False)
    packed.flavor = "woff2"
    packed.save(path.with_suffix(".woff2"))


def spread(ranges: Iterable[tuple[int, int]]) -> set[int]:
    """Return every code point of half-open `ranges`."""
    return {point for start, end in ranges for point in range(start, end)}


def han() -> set[int]:
    """Return the code points of the standards in ``HAN``."""
    return {point for table in HAN for point in decoded(*table)}


def decoded(name: str, rows: Iterable[int], cells: Iterable[int]) -> Iterator[int]:
    """Yield what the cells of one double-byte standard mean, gaps left out."""
    for pair in product(rows, cells):
        text = bytes(pair).decode(name, errors="ignore")
        if len(text) == 1:
            yield ord(text)


def reduce(font: TTFont, points: set[int]) -> None:
    """Keep the outlines for `points`, nothing else."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 13, 14]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=points)
    chosen.subset(font)


def borrow(font: TTFont, latin: TTFont, points: set[int]) -> None:
    """Put the outlines of `latin` for `points` in, in the order of code points."""
    top = font["CFF "].cff.topDictIndex[0]
    glyphs, names = latin.getGlyphSet(), latin.getBestCmap()
    added: dict[str, str] = {}
    number = max(int(name[3:]) for name in top.charset if name.startswith("cid"))
    for point in sorted(points):
        source = names[point]
        if source not in added:
            number += 1
            added[source] = f"cid{number:05d}"
            add_glyph(font, top, added[source], glyphs, source)
        for table in font["cmap"].tables:
            if table.format in (4, 12):
                table.cmap[point] = added[source]
    top.CIDCount = number + 1
    font.setGlyphOrder(list(top.charset))


def add_glyph(font: TTFont, top, name: str, glyphs, source: str) -> None:
    """Append one outline to a font whose glyphs are numbered (CID-keyed CFF)."""
    width, strings = round(glyphs[source].width), top.CharStrings
    private = top.FDArray[0].Private
    pen = T2CharStringPen(width - private.nominalWidthX, glyphs)
    glyphs[source].draw(pen)
    outline = pen.getCharString(private, font["CFF "].cff.GlobalSubrs)
    outline.fdSelectIndex = 0
    strings.charStrings[name] = len(strings.charStringsIndex)
    strings.charStringsIndex.append(outline)
    top.charset.append(name)
    top.FDSelect.gidArray.append(0)
    bounds = outline.calcBounds(glyphs)
    font["hmtx"].metrics[name] = (width, round(bounds[0]) if bounds else 0)


def rename(font: TTFont) -> None:
    """Give the subset a name of its own, as the licence wants of changed fonts."""
    code = NAME.replace(" ", "")
    names = {1: NAME, 2: "Regular", 3: f"{code}-1", 4: NAME, 6: f"{code}-Regular"}
    rights = "Noto Sans CJK (c) 2014-2021 Adobe; Noto Sans (c) 2015 Google LLC"
    for number, text in {**names, 0: rights}.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [names[6]]
    cff.topDictIndex[0].FamilyName = cff.topDictIndex[0].FullName = NAME


if __name__ == "__main__":
    main(*sys.argv[1:3])
