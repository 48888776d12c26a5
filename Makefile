# Every command of the project. Nothing is done twice: what is made is stamped with the content it was made from.
PORT ?= 8000
export PORT
COVERAGE ?= --cov --cov-report=term:skip-covered
# one test more than processors, for tests wait (for browsers, for workers); small portions, so that all are done at about
# the same time
AT_ONCE ?= -n $(shell n=$$(nproc); [ $$n -lt 4 ] && echo $$((n + 1)) || echo 4) --maxschedchunk 4
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY = .venv/bin/python
# the last file `venv` writes: what is half made is made again
VENV = .venv/bin/activate
hash = $(shell cat $(1) 2>/dev/null | cksum | tr -d ' ')
INSTALLED := .venv/installed-$(call hash,requirements.txt)
TOOLS := .venv/installed-for-tests-$(call hash,requirements-dev.txt)
PACKAGES := node_modules/.installed-$(call hash,package-lock.json)
VENDORED := static/vendor/.made-$(call hash,package-lock.json committee/assets.py committee/management/commands/build_assets.py)
COLLECTED := staticfiles/.made-$(call hash,requirements.txt package-lock.json $(shell find static -type f -not -path '*/vendor/*' | sort))
install = @if command -v uv >/dev/null && uv pip install -q --python $(PY) --require-hashes -r $(1); then :; else $(PY) -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r $(1); fi
.DEFAULT_GOAL := help
.PHONY: help demo setup test check check-reliability lock bench

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST)

demo: setup $(COLLECTED) ## the site with invented people, on http://127.0.0.1:$PORT
	@exec $(PY) -u manage.py demo

setup: $(INSTALLED) $(VENDORED) ## install what the site needs, into this folder
	@$(PYTHON) tools/system_packages.py $(ALSO)

test: ALSO = tests
test: setup $(TOOLS) $(COLLECTED) check ## everything, browser tests included (ARGS= for pytest)
	@$(PY) -m pytest $(COVERAGE) $(if $(ARGS),--cov-fail-under=0 $(ARGS),$(AT_ONCE) $(SKIP))

check: $(INSTALLED) $(TOOLS) ## read the code: style, imports, migrations, settings of a public site
	@$(PY) -m ruff check -q && $(PY) -m ruff format -q --check
	@PYTHONPATH=. .venv/bin/lint-imports --no-logo >.venv/imports.log 2>&1 || { cat .venv/imports.log; exit 1; }
	@$(PY) manage.py makemigrations --check --dry-run
	@env $$(cat tests/public_site.env) $(PY) manage.py check --deploy --fail-level WARNING

check-reliability: ALSO = tests
check-reliability: setup $(TOOLS) $(COLLECTED) ## the reliability checks at their full counts (ONLY="R10 R14")
	@$(PY) -m tests.reliability $(ONLY)

bench: setup $(TOOLS) $(COLLECTED) ## measure; what is printed goes into docs/performance.md
	@for one in $$(grep -l __main__ bench/*.py | sed 's/\.py$$//; s,/,.,'); do $(PY) -m $$one || exit 1; done

lock: ## choose versions anew, with their hashes and without download addresses
	@for one in "requirements.txt pyproject.toml" "requirements-dev.txt -c requirements.txt --group dev pyproject.toml" "requirements-assets.txt --group assets"; do \
		uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --custom-compile-command "make lock" -o $$one; done
	@npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund

$(VENV):
	@$(PYTHON) tools/system_packages.py $(ALSO)
	@$(PYTHON) -m venv .venv

$(INSTALLED): | $(VENV)
	@echo "Installing Python packages"
	$(call install,requirements.txt)
	@rm -f .venv/installed-[0-9]* && touch $@

$(TOOLS): | $(VENV)
	@echo "Installing Python packages for tests"
	$(call install,requirements-dev.txt)
	@rm -f .venv/installed-for-tests-* && touch $@

$(PACKAGES): | $(INSTALLED)
	@echo "Installing styles and typefaces"
	@command -v npm >/dev/null || [ -x .venv/bin/npm ] || $(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-assets.txt
	@PATH="$$PATH:$$PWD/.venv/bin" npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

$(VENDORED): $(PACKAGES)
	@$(PY) manage.py build_assets
	@rm -f static/vendor/.made-* && touch $@

$(COLLECTED): $(VENDORED)
	@$(PY) manage.py collectstatic --noinput -v0
	@rm -f staticfiles/.made-* && touch $@
