// A script of Python's inside Pyodide, under Node, with a folder at /made.
// node run.mjs PYODIDE STANDARD_LIBRARY.zip FOLDER SCRIPT.py
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, stdLibURL, folder, script] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
// A traceback tells lines, and no columns: a sixth of all bytecode was columns.
const env = { HOME: "/home/onward", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" };
const python = await loadPyodide({ indexURL: pyodide, stdLibURL, env });
python.FS.mkdirTree("/made");
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, "/made");
try {
  python.runPython(readFileSync(script, "utf-8"));
} catch (trouble) {
  console.error(trouble.message);
  process.exit(1);
}
process.exit(0);
