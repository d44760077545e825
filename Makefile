# Two commands: `make demo` renders every example into build/, `make test` runs all that CI runs.
# Each makes its own environment first. Every path is relative: the checkout may lie anywhere.

PYTHON ?= python3
WORKERS ?= 2
PYTEST_ARGS ?=

SHELL := /bin/sh
.DEFAULT_GOAL := help
export PYTHON

python := .venv/bin/python
module := $(python) -m

.PHONY: help demo test lint format types floors pytest nightly environment test-environment generate picture gallery constraints clean

help: ## Show what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

demo: environment ## Render every example into build/, to Word files and PDF files
	@sh tools/setup_system.sh face
	@sh tools/demo.sh

test: lint types floors pytest ## Run everything CI runs

lint: test-environment ## Check style and format
	@$(module) ruff check .
	@$(module) ruff format --check .

format: environment ## Put the code into its format
	@$(module) ruff check --fix .
	@$(module) ruff format .

types: test-environment ## Check types
	@$(module) mypy

floors: test-environment ## Check that imports go down only
	@$(python) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

pytest: test-environment ## Run the tests; PYTEST_ARGS="tests/law -k margin" narrows them
	@$(module) pytest -n $(WORKERS) --dist loadfile $(PYTEST_ARGS)

nightly: test-environment ## Run the tests that take minutes: every number to a million in words
	@$(module) pytest -m nightly -n $(WORKERS)

environment:
	@sh tools/setup_system.sh venv
	@sh tools/setup_python.sh

test-environment:
	@sh tools/setup_system.sh venv office node
	@sh tools/setup_python.sh
	@sh tools/setup_validator.sh

generate: test-environment ## Make anew what is generated: schemas, rule pages, templates, translations
	@$(python) tools/make_templates.py
	@$(python) tools/make_schemas.py
	@$(python) tools/make_rule_pages.py
	@$(python) tools/make_types_page.py
	@$(python) tools/make_pdf_checks.py
	@$(python) tools/make_translations.py

picture: test-environment ## Make the picture of the README anew
	@$(python) tools/make_picture.py

gallery: test-environment ## Make the pictures of docs/gallery anew
	@$(python) tools/make_gallery.py

constraints: environment ## Choose the newest versions of all packages anew
	@$(python) tools/make_constraints.py

clean: ## Remove what was made, the environment too
	rm -rf .venv build dist node_modules
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
