# Everything a person does to this package; `make help` lists it.

SHELL := /bin/bash
PREFIX ?= /usr/local
SOURCES := Sources Tests Package.swift
DOCUMENTED := LinearOperators FourierTransforms FewBody ExactSolutions Expressions Charts Papers

.DEFAULT_GOAL := help
.PHONY: help solve test lint consumer tour notebooks bench docs format install clean libraries
# One build at a time, also under make -j: a second SwiftPM would wait for the first one's lock.
.NOTPARALLEL:

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

solve: libraries ## build the program and show the electron pair in a ring
	@swift build -c release --product solve
	@.build/release/solve pair --dim 1

# The tour runs the program that the tests have built: `swift build` of one product compiles all of it anew.
test: libraries lint consumer ## lint, build a minimal consumer, run every test and the tour
	@swift test -c release
	@bash .ci/libraries python
	@python3 Notebooks-export/build.py --check tour

tour: ## run the tour's cells again: no number may have drifted
	@bash .ci/libraries python
	@swift build -c release --product solve
	@python3 Notebooks-export/build.py --check tour

notebooks: libraries ## execute the notebooks with Jupyter, into Notebooks-export
	@bash .ci/libraries notebooks
	@swift build -c release --product solve
	@$(JUPYTER_PYTHON) Notebooks-export/build.py $(NOTEBOOKS)

bench: libraries .venv-peers/installed ## time this library against its peers (SECTIONS="line space")
	@swift build -c release
	@OPENBLAS_NUM_THREADS=1 $(CORETYPE) PATH="$(CURDIR)/.venv-peers/bin:$$PATH" \
	  .build/release/Benchmarks $(SECTIONS)

docs: libraries ## the documentation of every module, in .build-docs
	@mkdir -p .build-docs
	@swift package --allow-writing-to-directory .build-docs generate-documentation \
	  $(DOCUMENTED:%=--target %) --enable-experimental-combined-documentation \
	  --warnings-as-errors --output-path .build-docs

format: ## rewrite the sources in the one style
	@swift format --in-place --recursive $(SOURCES)

lint: ## complain about any other style
	@swift format lint --strict --recursive $(SOURCES)

consumer: libraries ## build and run Tests/Consumer, as an importer would
	@bash .ci/consumer

install: libraries ## put the program into PREFIX/bin (/usr/local)
	@swift build -c release --product solve
	@install -D .build/release/solve "$(DESTDIR)$(PREFIX)/bin/solve"

clean: ## remove what was built
	@rm -rf .build .build-consumer .build-docs .venv-peers

libraries:
	@bash .ci/libraries

# Debian's Jupyter belongs to Debian's Python, which need not be the first on the PATH.
JUPYTER_PYTHON = $(shell for python in python3 /usr/bin/python3; do \
  $$python -c 'import nbconvert, ipykernel, matplotlib' 2>/dev/null && echo $$python && break; done)

# OpenBLAS 0.3.21 takes some recent Xeons for a Prescott and is then eight times slower.
FEATURES = $(shell grep -m 1 '^flags' /proc/cpuinfo 2>/dev/null)
CORETYPE = $(if $(filter avx512f,$(FEATURES)),OPENBLAS_CORETYPE=SkylakeX,\
  $(if $(filter avx2,$(FEATURES)),OPENBLAS_CORETYPE=Haswell))

.venv-peers/installed: Sources/Benchmarks/peers/requirements.txt
	@bash .ci/libraries peers
	@python3 -m venv .venv-peers
	@.venv-peers/bin/pip install --quiet --requirement $< </dev/null
	@touch $@
