@echo off
rem On Windows with Python 3.11 or newer, by a double click: dist\onward becomes a folder with its own Python.
cd /d "%~dp0.."
py -3 -m venv build\bundle-venv || exit /b 1
build\bundle-venv\Scripts\pip install --quiet "pyinstaller>=6.10,<7" . || exit /b 1
build\bundle-venv\Scripts\pyinstaller --noconfirm --distpath dist --workpath build\bundle bundle\onward.spec || exit /b 1
echo dist\onward is ready. Open it with a double click on dist\onward\onward.exe.
pause
