"""The font that comes with the package."""

import pytest
from fontTools.ttLib import TTFont

from koreasec import knowledge

FONTS = knowledge.DATA / "fonts"
TEXTS = {
    "Hangul": "".join(map(chr, range(0xAC00, 0xD7A4))),
    "Latin": "Käse façade Łódź Kyŏngsŏng Phyŏngyang Yŏngbyŏn “Wort” ‘a’ „b“ – — … ° €",
    "Cyrillic": "АЯаяЁёІіЇїЄєҐґЎўЪъЫыЭэ",
    "kana": "アイウエオがぎぐミサイル・ー「」、。",
    "Han": "朝鮮半島朝鲜半岛北朝鮮習近平习近平國務委員長国务委员长蔡英文石破茂韓國韩国",
    "signs": "◀▶←→≤≥≈±×·•■●▲★※℃№\ufffd",
}


@pytest.mark.parametrize("name", ["KoreasecSans.otf", "KoreasecSans.woff2"])
@pytest.mark.parametrize("script", TEXTS)
def test_covers(name, script):
    if name.endswith("woff2"):
        pytest.importorskip("brotli")  # only needed to read the file for browsers
    known = set(TTFont(FONTS / name, lazy=True).getBestCmap())
    assert set(map(ord, TEXTS[script])) - known == set()


def test_for_browsers():
    assert (FONTS / "KoreasecSans.woff2").read_bytes()[:4] == b"wOF2"


def test_small_and_licensed():
    assert (FONTS / "KoreasecSans.otf").stat().st_size < 5_000_000
    assert (FONTS / "KoreasecSans.woff2").stat().st_size < 3_000_000
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text("utf-8")
