# The verbs of the house. `make` alone lists them; each sets up what it needs.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help setup try test check golden score docs bench model

help:  ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

setup: .venv/ready  ## create .venv with all that running and testing needs

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "Dragoman needs Python 3.11 to 3.13; name one: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

try: setup  ## read the bundled example, print one screen, write report.html
	$(BIN)/dragoman run examples/istanbul-2025 -o dragoman-out
	@cp dragoman-out/report.html report.html && echo "report.html"

test: setup  ## the tests, and every example in code and docs
	$(BIN)/python -m pytest -n 2

check: setup  ## format, lint, types, floors, stale docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/make.py --check
