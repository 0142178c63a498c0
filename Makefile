# `make` alone prints what there is. Everything runs in .venv, which the first target installs.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PORT ?= 8001
PYTHON ?= python3
RUN := .venv/bin/
# What was compiled is kept (git passes over it), also where the machine says otherwise: tests start hundreds of commands
# and servers, and each would compile src/ anew.
export PYTHONDONTWRITEBYTECODE :=

help:  ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

format: .venv/installed  ## write data/*.csv in canonical form
	@$(RUN)readouts format

validate: .venv/installed  ## check the tables and the quotations, and ask frictionless and pandera too
	@$(RUN)readouts validate --referee

build: .venv/installed  ## check the tables and write build/readouts.db and the flat tables beside it
	@$(RUN)readouts build

export: .venv/installed  ## build, and write the files that people take away: Excel, Parquet, a zip, references, linked data
	@$(RUN)readouts export

serve: build  ## show the record at http://127.0.0.1:8001/ (another port: make serve PORT=8002)
	@$(RUN)readouts serve --port $(PORT)

test: .venv/installed  ## run the tests
	@$(RUN)python -m pytest -q -n 3

lint: .venv/installed  ## judge the code: style, and types in src/
	@$(RUN)ruff check --quiet .
	@$(RUN)ruff format --check --quiet .
	@$(RUN)mypy --no-error-summary
	@$(RUN)stubtest --mypy-config-file pyproject.toml --ignore-missing-stub --concise datasette

screenshots: .venv/installed  ## write a picture of every kind of page, whole, into build/screenshots
	@READOUTS_SCREENSHOTS=1 $(RUN)python -m pytest -q -n 2 tests/browser/test_pages.py

long: .venv/installed  ## run the tests in their long forms: more examples, more addresses, a server installed alone
	@READOUTS_LONG=1 $(RUN)python -m pytest -q -n 2

coverage: .venv/installed  ## run the tests and say which lines of src/ none of them runs
	@$(RUN)coverage erase
	@$(RUN)coverage run -m pytest -q -n 2
	@$(RUN)coverage combine -q
	@$(RUN)coverage report

fuzz: .venv/installed  ## try what is drawn by chance: addresses, spoilt files, kills (a tenth is part of the tests)
	@READOUTS_FUZZ=5000 $(RUN)python -m pytest -q -n 2 tests/site/test_fuzz.py tests/check/test_corruptions.py tests/commands/test_corruptions.py tests/sheet/test_spoilt.py

mutate: .venv/installed  ## plant defects into copies of the record and see that each is found
	@$(RUN)python -m mutate --write docs/mutation.md

bench: build  ## measure: pages, quotations proven a second beside a naive loop, a check beside frictionless
	@$(RUN)python -m bench.pages
	@$(RUN)python -m bench.quotations
	@$(RUN)python -m bench.validate

docs: .venv/installed  ## write again what is generated: lists in schemas/, what examples/ has of them, parts of README.md, CONTRIBUTING.md and docs/
	@$(RUN)readouts lists
	@$(RUN)python examples/keep_step.py
	@$(RUN)cog -r README.md CONTRIBUTING.md docs/*.md

figures: .venv/installed  ## print the figures of the record as it is: leads, proofs, coverage, in Markdown
	@$(RUN)python -m quality

clean:  ## delete what was generated, and .venv
	@rm -rf .venv build/readouts.db build/readouts*.csv build/screenshots .coverage .coverage.* .pytest_cache .hypothesis .ruff_cache .mypy_cache

.venv/installed: requirements.lock pyproject.toml
	@echo "installing into .venv (once; about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "readouts needs Python 3.11 to 3.13, and $(PYTHON) is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv .venv
	@$(RUN)pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(RUN)pip install -q --disable-pip-version-check --no-build-isolation --no-deps --no-index -e .
	@touch $@

.PHONY: help format validate build export serve test figures long coverage lint screenshots fuzz mutate bench docs clean
