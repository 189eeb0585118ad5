// Inside Pyodide, under Node: sources become its own bytecode, and an empty database is made.
// node compile.mjs PYODIDE FOLDER
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [pyodide, folder] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: pyodide, env: { HOME: "/home/onward", PYTHONHASHSEED: "0" } });
python.FS.mkdirTree("/made");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/made");
await python.runPythonAsync(`
import compileall, os, py_compile, shutil, sqlite3, sys
from pathlib import Path

os.environ |= {"DJANGO_ALLOW_ASYNC_UNSAFE": "1", "ONWARD_HOME": "/home/empty", "ONWARD_SECRET": "x" * 50,
               "DJANGO_SETTINGS_MODULE": "onward_app.anywhere.settings"}
for path in sorted(Path("/made").rglob("*.py")):
    py_compile.compile(path, cfile=path.with_suffix(".pyc"), dfile=str(path.relative_to("/made")), doraise=True,
                       optimize=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    path.unlink()
sys.path.insert(0, "/made")
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
shutil.copyfile(home.database_path(), "/made/onward_app/empty.sqlite3")

from onward_app.anywhere.house import warm_up  # it answers, or it isn't built
del os.environ["ONWARD_SECRET"]
warm_up()
`).catch((trouble) => { console.error(trouble.message); process.exit(1); });
process.exit(0);
