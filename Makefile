# Two commands do everything, on a machine that has Python 3.11 or newer and can reach a package
# registry:
#
#   make demo    reads the example reports into a graph, checks it, asks it a question
#   make test    checks the code (`make check`) and runs every test
#
# Both make `.venv` first if it is not there.  The others:
#
#   make install   the `kg` command, as .venv/bin/kg
#   make test-stores   pushes to real triple stores and asks them: Virtuoso, Oxigraph
#   make test-install  installs the lock with each Python at hand, and with the oldest pip
#   make faults MINUTES=20  tries damaged files, kills, full disks and the like, and counts the harm
#   make audit     licences of all packages of the lock, and known vulnerabilities where it can ask
#   make coverage  runs every test and shows which lines none of them reaches
#   make check     format, lint, types, layers, white space
#   make corpus    reads the real reports beside the repository, scores what was read, lists words
#                  of the vocabularies that no report prints
#   make bench     times the way from file to graph
#   make reference HTML pages of the ontology and vocabularies, in build/reference (needs pyLODE)
#   make lock      pins the newest packages that pyproject.toml allows
#   make clean     takes away what these commands made (not your stores)

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test test-stores test-install faults audit install coverage check bench corpus reference lock clean

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed

help:
	@sed -n '1,/^$$/s/^# \{0,1\}//p' Makefile

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml scripts/environment.sh
	scripts/environment.sh $(VENV)
	touch $@

demo: export KG_STORE := build/demo/store
demo: install
	rm -rf build/demo
	mkdir -p build/demo
	$(BIN)/kg build examples/reports --vocabulary examples/register.ttl
	$(BIN)/kg validate
	$(BIN)/kg info
	$(BIN)/kg query latest-grades
	$(BIN)/kg query recommendations -p authority=saltmarsh-and-vale
	$(BIN)/kg patterns trajectories --table authorities
	$(BIN)/kg draw trajectories build/demo/trajectories.svg
	$(BIN)/kg export turtle build/demo/graph.ttl
	@echo
	@echo "The graph is in build/demo/graph.ttl, a picture in build/demo/trajectories.svg. Ask it something else: KG_STORE=$(KG_STORE) $(BIN)/kg queries"

check: install
	scripts/check.sh $(BIN)

# The tests run even where a check has failed, so that one run tells everything.
test: install
	@scripts/check.sh $(BIN); checked=$$?; \
	$(BIN)/pytest -n 2 --dist loadfile --junitxml=build/tests.xml || exit 1; \
	if [ $$checked -ne 0 ]; then echo "A check failed: see above the tests."; exit 1; fi

coverage: install
	$(BIN)/pytest -n 2 --dist loadfile --cov --cov-report=term

# Virtuoso is a package of Debian and Ubuntu: root gets it, others are told how.
test-stores: install
	scripts/stores.sh
	$(BIN)/pytest tests/push tests/stores

test-install: install
	KG_TEST_INSTALL=1 $(BIN)/pytest tests/packaging/test_lock.py

audit: install
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python scripts/audit.py

MINUTES := 20
SEED := 1
faults: install
	$(BIN)/python -m tests.faults --minutes $(MINUTES) --seed $(SEED)

corpus: install
	scripts/corpus.sh $(BIN)

# Some ask a store of the real reports: the one that `make corpus` fills.
BENCH_STORE := $(or $(KG_CORPUS_STORE),build/corpus/store)
bench: install
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/building.py
	$(BIN)/python benchmarks/patterns.py
	$(BIN)/python benchmarks/growth.py
	$(BIN)/python benchmarks/shacl.py
	@test -d $(BENCH_STORE) || { echo "No store in $(BENCH_STORE); first: make corpus" >&2; exit 2; }
	$(BIN)/python benchmarks/turtle.py $(BENCH_STORE)
	$(BIN)/python benchmarks/validation.py --store $(BENCH_STORE) --every 25
	$(BIN)/python benchmarks/commands.py $(BENCH_STORE)
	$(BIN)/python benchmarks/shared_recommendations.py $(BENCH_STORE)
	$(BIN)/python benchmarks/chance_findings.py $(BENCH_STORE)

reference: install
	PYTHONPATH=. $(BIN)/python scripts/make_reference.py build/reference

lock:
	scripts/lock.sh $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-lock build dist .coverage
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
