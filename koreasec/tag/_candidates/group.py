"""Forms of one name together, across texts and case endings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .._actors import inflect
from .._fold import fold
from .seen import Seen

Place = tuple[str, Seen]  # a document, and what it has
CASES = ("de", "ru", "uk")


class Group(NamedTuple):
    """One name: its plainest form, its language, and where it stands."""

    form: str
    lang: str
    places: tuple[Place, ...]


def grouped(found: Iterable[Place], small: Counter[str]) -> list[Group]:
    """
    Return the names among what was `found`.

    What stands only where any word is large, and single words that texts also write
    `small`, are left out.
    """
    by_form: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in trimmed(list(found)):
        by_form[_family(place[1].lang), _key(place[1].form)].append(place)
    groups = []
    for (family, head), places in _merged(by_form).items():
        plain = [seen.form for _, seen in places if _key(seen.form) == head]
        forms = Counter(plain)
        form = max(forms, key=lambda one: (forms[one], not one.isupper(), one))
        titled = any(seen.title for _, seen in places)
        if not any(seen.sure for _, seen in places):
            continue
        if " " not in form and not titled and small[fold(form)] >= len(places):
            continue
        langs = Counter(seen.lang for _, seen in places)
        lang = max(sorted(langs), key=langs.__getitem__)
        several = len(langs) > 1 and family == "latin"
        groups.append(Group(form, "mul" if several else lang, tuple(places)))
    return groups


def trimmed(found: Sequence[Place]) -> list[Place]:
    """
    Cut what is no part of a name.

    In German a noun after a genitive whose base stands elsewhere; in Chinese what
    follows a dotted name and differs from text to text.
    """
    known = {_key(seen.form) for _, seen in found}
    dotted: dict[str, list[str]] = defaultdict(list)
    for _, seen in found:
        if seen.lang == "zh" and "·" in seen.form:
            dotted[seen.form.rpartition("·")[0]].append(seen.form)
    shared = {head: _common(forms) for head, forms in dotted.items()}
    return [(doc_id, _cut(seen, known, shared)) for doc_id, seen in found]


def _common(forms: Sequence[str]) -> str:
    """Return the letters with which all of the `forms` begin."""
    first, last = min(forms), max(forms)
    same = (at for at in range(len(first)) if first[at] != last[at : at + 1])
    return first[: next(same, len(first))]


def _cut(seen: Seen, known: set[str], shared: dict[str, str]) -> Seen:
    form = seen.form
    head = form.rpartition("·")[0]
    if seen.lang == "zh" and len(shared.get(head, "")) > len(head) + 1:
        form = shared[head]
    words = form.split(" ")
    if seen.lang == "de":
        for size in range(1, len(words)):
            base = " ".join(words[:size])
            if base.endswith("s") and _key(base[:-1]) in known:
                form = base
    return seen._replace(form=form, end=seen.start + len(form))


def _key(form: str) -> str:
    """Fold a name so that a hyphen is a blank."""
    return fold(form).replace("-", " ")


def _family(lang: str) -> str:
    return lang if lang in ("ru", "uk", "ko", "ja", "zh") else "latin"


def _merged(
    by_form: dict[tuple[str, str], list[Place]],
) -> dict[tuple[str, str], list[Place]]:
    """Put case forms beside the form that they are made from, the commonest first."""
    heads: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    made: dict[tuple[str, str], list[Place]] = {}
    for key in sorted(by_form, key=lambda key: (len(key[1]), key)):
        family, form = key
        near = heads[family, form[:3]]
        langs = [family] if family != "latin" else ["de"]
        head = next(
            (h for h in near if any(_form_of(h[1], form, x) for x in langs)), key
        )
        if head is key or head == key:
            made[key] = list(by_form[key])
            near.append(key)
        else:
            made[head] += by_form[key]
    return made


def _form_of(base: str, form: str, lang: str) -> bool:
    """Tell whether `form` is a case form of the name `base`, or of the same base."""
    if lang not in CASES:
        return base == form
    pieces, wanted = form.split(), base.split()
    if len(pieces) != len(wanted):
        return False
    words = inflect.words(base, lang, "name")
    if len(words) != len(pieces):
        return base == form
    return all(_ends(word, piece) for word, piece in zip(words, pieces, strict=True))


def _ends(word: inflect.Word, piece: str) -> bool:
    forms = ["" if one == "-" else one for one in word.forms.split()]
    return piece.startswith(word.stem) and piece[len(word.stem) :] in forms


def first_title(places: Sequence[Place]) -> str:
    """Return the commonest title beside a name."""
    titles = Counter(seen.title for _, seen in places if seen.title)
    return max(sorted(titles), key=titles.__getitem__) if titles else ""
