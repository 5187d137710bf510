"""Which colour stands for what; the choices are rows of ``data/colours.csv``."""

from __future__ import annotations

from .. import knowledge

WHITE, DARK = "#FFFFFF", "#101418"
MAIN, LIGHT, ANSWER, MUTED = "#0072B2", "#9CC8E3", "#D55E00", "#9AA1A9"
COUNTS = ["#F1F6FB", "#C3DAEE", "#7FB2D9", "#3A7DB8", "#0B3C6F"]  # few to many
SIGNED = ["#C44E2B", "#EDB59F", "#F7F7F7", "#9CC8E3", "#0B5A94"]  # below, at, above 0
SPARE = [  # for what has no row
    "#4477AA",
    "#AA3377",
    "#228833",
    "#A6761D",
    "#5E4FA2",
    "#CC6677",
    "#117733",
    "#7F7F4C",
    "#44AA99",
    "#999933",
]


def colour(of: str, key: str) -> str:
    """
    Return the colour of a language, topic, kind or actor, everywhere the same.

    An actor without a row has the colour of its kind, a topic that of the
    topic above it; anything else one of the spare colours, chosen by its
    letters, so that no corpus changes it.
    """
    rows = {(row["of"], row["key"]): row["colour"] for row in knowledge.rows("colours")}
    if (of, key) in rows:
        return rows[of, key]
    if of == "actor":
        kinds = {row["actor"]: row["kind"] for row in knowledge.rows("actors")}
        return rows.get(("kind", kinds.get(key, "")), SPARE[spare(key)])
    if of == "topic":
        parents = {row["topic"]: row["parent"] for row in knowledge.rows("topics")}
        return rows.get((of, parents.get(key, "")), SPARE[spare(key)])
    if of == "lang" and "-" in key:
        return _shade(colour(of, key.partition("-")[0]), key)
    return SPARE[spare(key)]


def _shade(base: str, variant: str) -> str:
    """Return the colour of a language darker or lighter, its variants in turn."""
    lang = variant.partition("-")[0]
    rows = knowledge.rows("variant_names")
    known = sorted(row["variant"] for row in rows if row["lang"] == lang)
    place = known.index(variant) if variant in known else len(known)
    return tinted(base, 0.55) if place % 2 else tinted(base, 0.6, toward=DARK)


def spare(key: str) -> int:
    """Return a place in ``SPARE``: the code points, each times its place, summed."""
    return sum(at * ord(letter) for at, letter in enumerate(key, 1)) % len(SPARE)


def colours(of: str, keys: list[str]) -> dict[str, str]:
    """Return the colour of each of `keys`."""
    return {key: colour(of, key) for key in keys}


def scale(colours: list[str]) -> list[list[float | str]]:
    """Return a plotly colour scale; a bare name would differ between libraries."""
    return [[at / (len(colours) - 1), code] for at, code in enumerate(colours)]


def tinted(colour: str, share: float, toward: str = WHITE) -> str:
    """Return `colour` mixed with another one; ``share`` 1 is the colour itself."""
    pairs = zip(_parts(colour), _parts(toward), strict=True)
    mixed = [round(end + (part - end) * share) for part, end in pairs]
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def ink_on(colour: str) -> str:
    """Return dark or white, whichever has more contrast on `colour` (WCAG 2)."""
    return "#1f2328" if luminance(colour) > 0.215 else "#ffffff"


def luminance(colour: str) -> float:
    """Return how light a colour is, 0 to 1 (WCAG 2, relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    low = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * low[0] + 0.7152 * low[1] + 0.0722 * low[2]
