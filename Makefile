# The first of these that is there and of a version that is served.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: demo test check golden bench wheel clean

# One stamp: the environment is rebuilt when the project's own requirements change.
$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 was found. Install one, or say 'make PYTHON=/path/to/python ...'."; exit 1; }
	@$(PYTHON) -c "import venv, ensurepip" 2>/dev/null || sh .ci/ensure-venv "$(PYTHON)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	# pip compiles what it installs, but not what it only points to.
	$(BIN)/python -m compileall -q reframe
	@touch $@

demo: $(STAMP)  ## draft the sample résumé, then draft it again with the client's answers
	$(BIN)/python -m reframe demo --out demo-out

test: $(STAMP)  ## everything that must hold
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(STAMP)  ## style, types, layers, names, stale generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_layers.py tests/test_public_names.py tests/test_docs.py tests/tables/test_schema.py

golden: $(STAMP)  ## rewrite the golden files from what the code says now; read the diff
	$(BIN)/python -m pytest tests --update-golden

bench: $(STAMP)  ## figures, never a pass or a fail
	@for f in tests/benchmarks/[a-z]*.py; do name=$$(basename $$f .py); echo "== $$name"; \
		$(BIN)/python -m tests.benchmarks.$$name || exit 1; done

wheel: $(STAMP)
	$(BIN)/python -m build --wheel

clean:
	rm -rf build dist demo-out .venv
