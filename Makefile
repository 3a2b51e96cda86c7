# The two commands of the README, and what stands behind them. Everything runs in .venv, which is made on first use.
# One test: .venv/bin/python -m pytest -n0 tests/kinds/test_kind_mark.py -k NAME

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COVERED := tests/values tests/kinds tests/language tests/names tests/truth tests/checking tests/worlds tests/small_worlds \
	tests/corpus tests/other_sports tests/bench/test_bench_quantities.py tests/test_api.py tests/test_baseline.py \
	tests/test_baseline_command.py tests/test_cli.py tests/test_diff_base.py tests/test_migrate.py tests/test_shipped.py \
	tests/test_sign_offs.py tests/test_toys.py tests/test_validate_events.py tests/test_wording.py \
	tests/formats/test_words_on_demand.py

STORED := tests/kinds tests/language tests/worlds tests/other_sports tests/names tests/test_shipped.py \
	tests/test_samples.py tests/test_wording.py tests/test_kept_answers.py

.PHONY: check test law store lint types schemas bench benchmark benchmark-scale coverage lowest mutants fuzz docs clean kind

check: $(VENV)/run
	@mkdir -p reports
	@$(BIN)/harness check claims --fail-on never --output reports/articles.txt
	@$(BIN)/harness check claims --fail-on never --format json --output reports/articles.json 2> /dev/null
	@$(BIN)/harness check claims --fail-on never --format html --output reports/articles.html 2> /dev/null
	@cat reports/articles.txt
	@echo "the page for editors: reports/articles.html" >&2

test: $(VENV)/dev
	@echo "one test: $(BIN)/python -m pytest -n0 PATH -k NAME"
	$(BIN)/python -m pytest -n auto

# What decides a verdict, branch by branch: all of them, with the same examples every time (the floor: pyproject.toml).
coverage: export HYPOTHESIS_PROFILE = same examples every time
coverage: $(VENV)/dev
	$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing:skip-covered $(COVERED)

# The lowest versions that pyproject.toml allows.
lowest:
	.ci/lowest

# Small errors planted in the verdict core: which of them does no test notice? MUTANTS=400 is a release's number.
mutants: $(VENV)/dev
	$(BIN)/python tests/mutants/run.py --number $(or $(MUTANTS),40)

# Hostile claim files, packs, tables and texts. SECONDS=3600 before a release.
fuzz: $(VENV)/dev
	$(BIN)/python -W error tests/fuzz/run.py --seconds $(or $(SECONDS),60)

docs: $(VENV)/docs
	$(BIN)/mkdocs build --strict --quiet --site-dir build/site
	@echo "the documentation: build/site/index.html"

law: $(VENV)/dev
	$(BIN)/python -m pytest -m law

# Every kind's table, the cases, the worlds and the shipped articles once more, on compiled ground truths.
store: $(VENV)/dev
	$(BIN)/python -m pytest -n auto --store $(STORED)

lint: $(VENV)/dev
	$(BIN)/ruff check harness tests benchmarks
	$(BIN)/ruff format --check harness tests benchmarks

types: $(VENV)/dev
	$(BIN)/mypy

kind: $(VENV)/dev
	@$(BIN)/python -m harness.skeleton "$(NAME)"

schemas: $(VENV)/run
	$(BIN)/python -m harness.schema

bench: $(VENV)/run
	$(BIN)/harness bench run --system rules --articles benchmarks/samples/articles --output build/bench benchmarks/samples/claims

benchmark: $(VENV)/run
	$(BIN)/python benchmarks/pipeline.py
	$(BIN)/python benchmarks/bench.py

benchmark-scale: $(VENV)/dev
	$(BIN)/python benchmarks/scale.py
	$(BIN)/python benchmarks/store.py

$(VENV)/run: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[desk,extract]'
	@touch $@

$(VENV)/dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/run

$(VENV)/docs: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
