"""The grammar of the public names, checked once for every function."""

import inspect
import subprocess
import sys

import pandas as pd
import pytest

import koreasec as ks

FUNCTIONS = [
    pytest.param(function, id=f"{room}.{name}")
    for room in ("tag", "count", "plot")
    for name, function in inspect.getmembers(getattr(ks, room), inspect.isfunction)
    if not name.startswith("_")
]


@pytest.mark.parametrize("names", [ks, ks.tag, ks.count, ks.plot])
def test_all_is_sorted_and_complete(names):
    assert names.__all__ == sorted(names.__all__)
    assert all(hasattr(names, name) for name in names.__all__)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_one_table_in_the_rest_by_keyword(function):
    first, *rest = inspect.signature(function).parameters.values()
    assert first.annotation == "pd.DataFrame"
    assert all(parameter.kind is parameter.KEYWORD_ONLY for parameter in rest)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_docstrings_tell_what_comes_back_and_show_it(function):
    lines = inspect.getdoc(function).splitlines()
    assert lines[0].endswith(".")
    assert max(map(len, lines)) <= 79
    assert {"Parameters", "Returns", "Examples"} <= set(lines)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_wrong_table_is_told_with_its_remedy(function):
    given = inspect.signature(function).parameters.values()
    needed = {
        parameter.name: pd.DataFrame({"nothing": [1]})
        if "DataFrame" in parameter.annotation
        else ("x", "y")
        if "tuple" in parameter.annotation
        else "x"
        for parameter in list(given)[1:]
        if parameter.default is parameter.empty
    }
    with pytest.raises(ks.errors.InputError, match="needs the table"):
        function(pd.DataFrame({"nothing": [1]}), **needed)


def test_importing_draws_nothing_in():
    code = (
        "import sys, koreasec; "
        "print([m for m in ('matplotlib', 'plotly', 'langdetect', 'papermill', "
        "'nbconvert', 'IPython') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert found.stdout.strip() == "[]"
