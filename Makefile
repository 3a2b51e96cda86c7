# The two commands of the README, and what stands behind them. Everything runs in .venv, which is made on first use.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: check test law lint types schemas bench benchmark clean

check: $(VENV)/run
	@mkdir -p reports
	@$(BIN)/harness check claims --fail-on never --output reports/articles.txt
	@$(BIN)/harness check claims --fail-on never --format json --output reports/articles.json 2> /dev/null
	@cat reports/articles.txt

test: $(VENV)/dev
	$(BIN)/python -m pytest

law: $(VENV)/dev
	$(BIN)/python -m pytest -m law

lint: $(VENV)/dev
	$(BIN)/ruff check harness tests benchmarks
	$(BIN)/ruff format --check harness tests benchmarks

types: $(VENV)/dev
	$(BIN)/mypy

schemas: $(VENV)/run
	$(BIN)/python -m harness.schema

bench: $(VENV)/run
	$(BIN)/harness bench run --system rules --articles benchmarks/samples/articles --output build/bench benchmarks/samples/claims

benchmark: $(VENV)/run
	$(BIN)/python benchmarks/pipeline.py
	$(BIN)/python benchmarks/bench.py

$(VENV)/run: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/run

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
