# Every target first makes .venv from the pinned requirements; see README.md for the same without make.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
BENCH := .venv-bench/bin
BENCH_READY := .venv-bench/.ready

.DEFAULT_GOAL := help
.PHONY: help serve test refresh check site faults oracle bench lock clean

help:
	@echo "make serve | test | refresh | check | site | faults | oracle | bench"

# The environment is made again whenever the pins or the package's own settings change.
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 14) else "nnnotes needs Python 3.11 to 3.14, and %s is Python %d.%d. Name another one: make PYTHON=python3.12 test" % ((sys.executable,) + v))'
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# The library's rivals are large, and nobody needs them to read, run or test the site: they live apart.
$(BENCH_READY): requirements-bench.txt requirements.txt
	@$(PYTHON) -m venv .venv-bench
	@$(BENCH)/pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

# Material's notice about MkDocs 2 is switched off here; the other settings make runs alike everywhere.
export NO_MKDOCS_2_WARNING := 1
export PYTHONHASHSEED := 0

serve: $(READY)
	$(BIN)/mkdocs serve

test: $(READY)
	$(BIN)/pytest

refresh: $(READY)
	$(BIN)/python -m scripts.build

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/codespell
	$(BIN)/python -m scripts.build --check

site: $(READY)
	$(BIN)/mkdocs build --strict

# make faults SEED=7 draws the same faults again.
faults: $(READY)
	$(BIN)/python -m scripts.faults $(if $(SEED),--seed $(SEED))
	$(BIN)/python -m scripts.faults.mutants $(if $(SEED),--seed $(SEED))

oracle: $(BENCH_READY)
	NNNOTES_ORACLE=required $(BENCH)/python -m pytest --confcutdir=tests/library tests/library/test_oracle.py

bench: $(BENCH_READY)
	$(BENCH)/python -m scripts.bench

# Only who changes requirements.in needs this, and uv for it.
lock:
	echo '# Every dependency, pinned, transitive ones too. Written by "make lock" from requirements.in.' > requirements.new
	uv pip compile --universal --fork-strategy fewest --python-version 3.11 --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links --quiet requirements.in >> requirements.new
	mv requirements.new requirements.txt

clean:
	rm -rf .venv .venv-bench .cache site
