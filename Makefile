# One command per task. Each installs what it needs first, and only when a lock has changed.
# Works with GNU make on Linux and macOS. `make run PYTHON=python3.12 PORT=9000` chooses another Python and port.

PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
# The locks name all that is needed, so pip need not work it out: left to, it takes up what came after the lock.
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install -qq --require-hashes --no-deps
FITS := told=$$($(PIP) check) || { echo "$$told"; exit 1; }
UV := uv==0.13.9

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench eval screenshots assets lock

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1  \2/p' Makefile | awk '{ $$2 = sprintf("%-11s", $$2); print }'

run: $(VENV)/.run assets ## install, prepare the database, serve on 127.0.0.1:8000 (HOST, PORT)
	@exec $(BIN)/python run.py

test: lint ## all checks and tests
	$(BIN)/python run.py check
	$(BIN)/pytest --cov --cov-report=
	$(BIN)/coverage report --include='wizard/core/*' --fail-under=100

lint: $(VENV)/.dev assets ## ruff, mypy, import-linter, djlint
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/djlint --quiet --check templates

format: $(VENV)/.dev ## lay out Python and templates as `make lint` wants them
	$(BIN)/ruff check --quiet --fix
	$(BIN)/ruff format --quiet
	$(BIN)/djlint --quiet --reformat templates

bench: $(VENV)/.dev assets ## measure CPU per request beside floors in the same run
	$(BIN)/python -m tests.bench

eval: $(VENV)/.dev ## measure what the matching finds beside three baselines
	$(BIN)/python -m tests.eval

screenshots: $(VENV)/.dev assets ## take the pictures in docs/screenshots anew (needs Chromium)
	$(BIN)/python -m tests.browser.screenshots

assets: $(VENV)/.run
	@$(BIN)/python run.py assets

# The locks carry hashes and no addresses. `make lock UPGRADE=--upgrade` moves to the newest versions.
LOCK := .cache/lock
COMPILE := UV_CUSTOM_COMPILE_COMMAND='make lock' $(LOCK)/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links $(UPGRADE)

lock: ## write the locks anew from requirements*.in and package.json (needs npm)
	@$(PYTHON) -m venv $(LOCK)
	@$(LOCK)/bin/python -m pip --disable-pip-version-check install -qq '$(UV)'
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) requirements-dev.in --output-file requirements-dev.txt
	$(COMPILE) requirements-node.in --output-file requirements-node.txt
	npm install --package-lock-only --loglevel=error

# A stamp in .venv is as new as the lock that was installed there.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("KI-klar needs Python 3.11 or newer: make run PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo 'Installing KI-klar in $(VENV) …'
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.run: requirements.txt $(VENV)/.made
	@$(INSTALL) -r requirements.txt
	@$(FITS)
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@$(INSTALL) -r requirements-dev.txt
	@$(FITS)
	@touch $@
