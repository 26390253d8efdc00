# The verbs of the house. `make` alone lists them; each sets up what it needs.
#   PYTHON   the Python to use: one of 3.11 to 3.13, found where it is not named
#   SHARED   the corpora to train and to score on, which are not part of the project
#   MISSES   make score MISSES=1 lists what was missed, but of the clusters held out
SHARED ?= ../shared
BIN := .venv/bin
TRAIN := .venv-train/bin
PIP := -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help setup try test check golden score docs bench model vendor

help:  ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

setup: .venv/ready  ## create .venv with all that running and testing needs

try: setup  ## read the bundled example, print one screen, write report.html
	@$(BIN)/dragoman run examples/istanbul-2025 -o dragoman-out
	@cp dragoman-out/report.html report.html

test: setup  ## the tests, and every example in code and docs
	$(BIN)/python -m pytest -n 2

check: setup  ## format, lint, types, floors, stale docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/make.py --check
	$(BIN)/python docs/splice.py --check
	$(BIN)/python vendor/fetch.py --check

golden: setup  ## renew the saved expectations, and show the difference
	$(BIN)/python -m pytest tests -k golden --renew
	git --no-pager diff --stat -p -- tests

score: need-shared setup  ## records of annotated articles against gold, then pooled (MISSES=1 lists misses)
	@mkdir -p .work
	@rm -f .work/*.score
	@for gold in $(SHARED)/gold/*.json tests/gold/*/gold.json; do \
	  case $$gold in \
	    tests/*) articles=$$(dirname $$gold)/articles; name=$$(basename $$(dirname $$gold));; \
	    *) name=$$(basename $$gold .json); articles=$(SHARED)/articles/$$name;; \
	  esac; \
	  misses=$$(test -n "$(MISSES)" && test ! -e $$(dirname $$gold)/HELD_OUT && echo --misses); \
	  echo "== $$name" && \
	  $(BIN)/dragoman run $$articles --json > .work/$$name.json && \
	  $(BIN)/python $(SHARED)/gold/score_record.py .work/$$name.json $$gold $$articles $$misses > .work/$$name.score \
	    || exit 1; \
	  cat .work/$$name.score; \
	done
	@$(BIN)/python -m training.scores_pooled .work

docs: setup  ## the pages, with commands, schema, words and pictures put in from the code
	$(BIN)/python docs/make.py
	$(BIN)/python docs/splice.py
	$(BIN)/python docs/pictures.py

bench: setup  ## words per second of the whole run beside the bare language model, seconds of the report
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/report.py

model: need-shared .venv-train/ready  ## train the language model anew from the corpora
	$(TRAIN)/python -m training --corpora $(SHARED)/corpora

vendor: setup  ## fetch what ships from npm (htmx), in the pinned versions; needs npm
	$(BIN)/python vendor/fetch.py

.PHONY: need-shared
need-shared:
	@test -d $(SHARED) || { echo "the corpora are not at $(SHARED): name their folder, as in make $(MAKECMDGOALS) \
	SHARED=~/corpora" >&2; exit 1; }

# pip is renewed first, since dependency groups need 25.1.
.venv/ready: pyproject.toml
	@python=$$($(FIND_PYTHON)) && $$python -m venv .venv
	$(BIN)/python $(PIP) install --upgrade 'pip>=25.1'
	$(BIN)/python $(PIP) install --editable . --group dev
	@touch $@

.venv-train/ready: pyproject.toml training/requirements.txt
	@python=$$($(FIND_PYTHON)) && $$python -m venv .venv-train
	$(TRAIN)/python $(PIP) install --upgrade pip
	$(TRAIN)/python $(PIP) install --editable . --requirement training/requirements.txt
	@touch $@

# The first Python that fits and can make virtual environments.
define FIND_PYTHON
for python in $(or $(PYTHON),python3 python3.13 python3.12 python3.11); do \
  "$$python" -c 'import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
    2>/dev/null && echo "$$python" && exit 0; \
done; \
echo "Dragoman needs Python 3.11, 3.12 or 3.13 with its venv module (Debian: python3-venv);" >&2; \
echo "name one with make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; exit 1
endef
