"""The font that comes with the package, so that Hangul reads on a bare machine."""

from __future__ import annotations

import logging
from functools import cache

from .. import knowledge

NAME = "Koreasec Sans"
WEB = (
    f"'{NAME}','Noto Sans','Noto Sans KR','Noto Sans CJK KR',"
    "'Apple SD Gothic Neo','Malgun Gothic',sans-serif"
)


@cache
def families() -> list[str]:
    """Make the font known to matplotlib; return the families to use, in order."""
    logger = logging.getLogger("matplotlib")
    level = logger.level
    logger.setLevel(logging.ERROR)  # a first import tells of its cache on stderr
    try:
        from matplotlib import font_manager

        font_manager.fontManager.addfont(str(knowledge.DATA / "fonts/KoreasecSans.otf"))
    finally:
        logger.setLevel(level)
    return [NAME, "DejaVu Sans"]
