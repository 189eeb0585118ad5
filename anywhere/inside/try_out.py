"""Runs inside Pyodide, with no more of the standard library than goes along: makes the empty database, and tries all.

What was left out and is wanted stops the build here: every module is imported, and the front pages answer.
"""

import importlib
import os
import pkgutil
import shutil
import sqlite3
import sys

os.environ |= {
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
    "ONWARD_HOME": "/home/empty",
    "ONWARD_SECRET": "x" * 50,
    "DJANGO_SETTINGS_MODULE": "onward_app.anywhere.settings",
}
sys.path.insert(0, "/made/code")
sys.dont_write_bytecode = True
from onward_app import home, serve

serve.set_up(alone=True)
from django.db import connection

connection.close()
with sqlite3.connect(home.database_path()) as db:
    db.execute("DELETE FROM records_owner")
    db.execute("UPDATE django_migrations SET applied = '2026-01-01 00:00:00'")  # the same bytes from every build
    db.commit()
    db.execute("VACUUM")
db.close()
shutil.copyfile(home.database_path(), "/made/code/onward_app/empty.sqlite3")

from onward_app.anywhere.house import warm_up

del os.environ["ONWARD_SECRET"]
warm_up()

missing = []
for package in ("onward", "onward_app"):
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if module.name.endswith("__main__"):
            continue
        try:
            importlib.import_module(module.name)
        except ImportError as trouble:
            missing.append(f"{module.name}: {trouble}")
if missing:
    sys.exit("\n".join(missing))
