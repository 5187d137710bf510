.PHONY: help install test names notebooks report lab check bench clean

VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin

help: ## List these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(VENV)/ready ## Make a virtual environment in .venv with everything for development

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

test: install ## Run all tests, the notebooks (strict nbval) among them
	$(BIN)/python -m pytest

names: install ## Write again the spellings of names that the rules make
	$(BIN)/python tools/make_names.py

notebooks: install ## Run the curated notebooks top to bottom and store their outputs
	$(BIN)/python tools/notebooks.py

report: install ## Write the report on the seed texts to site/
	$(BIN)/koreasec report --output site

lab: install ## Open JupyterLab on a copy of the notebooks
	$(BIN)/koreasec lab

check: install ## Format, lint, types, floors of the house, stored outputs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/notebooks.py --check

bench: install ## Measure speed and accuracy
	$(BIN)/koreasec score tests/gold
	$(BIN)/python tools/bench.py

clean: ## Remove what the other commands made
	rm -rf $(VENV) site koreasec-lab build dist .mypy_cache .pytest_cache .ruff_cache
