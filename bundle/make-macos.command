#!/bin/sh
# On a Mac with Python 3.11 or newer, by a double click: dist/onward/ becomes a folder with its own Python.
set -e
cd "$(dirname "$0")/.."
python3 -m venv build/bundle-venv
build/bundle-venv/bin/pip install --quiet "pyinstaller>=6.10,<7" .
build/bundle-venv/bin/pyinstaller --noconfirm --distpath dist --workpath build/bundle bundle/onward.spec
echo "dist/onward is ready. Open it with a double click on dist/onward/onward."
