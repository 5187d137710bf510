"""``environment.yml`` and ``pyproject.toml`` ask for the same packages."""

import re
import tomllib

import yaml

from .conftest import ROOT

CONDA_NAMES = {"playwright-python": "playwright"}
CONDA_ALONE = {"pip", "python"}


def split(requirement: str) -> tuple[str, str]:
    match = re.match(r"([A-Za-z0-9_.-]+)(?:\[[^]]*\])?\s*(.*)", requirement)
    name, bounds = match.groups()
    return CONDA_NAMES.get(name, name), bounds


def test_same_packages_with_the_same_bounds():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = project["dependencies"] + extras["test"] + extras["dev"]
    wanted = dict(map(split, asked))
    del wanted["koreasec"]
    wanted["python"] = project["requires-python"]
    listed = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    packages = [line for line in listed["dependencies"] if isinstance(line, str)]
    packages += [
        line
        for entry in listed["dependencies"]
        if isinstance(entry, dict)
        for line in entry["pip"]
    ]
    given = dict(map(split, packages))
    del given["pip"]
    assert given == wanted
