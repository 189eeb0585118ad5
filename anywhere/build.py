"""Build `dist/web/`: Onward as a folder of static files. `python -m anywhere.build`, or `make web`.

Pyodide comes from npm, pinned by its version and its hash; nothing of it is in the repository. The same sources give the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import io
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from html import escape
from pathlib import Path

from anywhere.first_words import HEAVY
from onward.wording.crisis import NO_SERVICE
from onward.wording.help_lines import list_help_countries

HERE = Path(__file__).parent
ROOT = HERE.parent
BUILD, TARGET = ROOT / "build" / "web", ROOT / "dist" / "web"
SHELL, ENGINE, INSIDE = HERE / "shell", HERE / "engine", HERE / "inside"
SCRIPTS = (
    SHELL / "own.js",
    ENGINE / "files.js",
    ENGINE / "worker.js",
    *(SHELL / f"{name}.js" for name in ("left", "talk", "pages", "shell", "first")),
)
PYODIDE = "314.0.7"
PYODIDE_SHA256 = "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LIBRARIES = (
    "django",
    "asgiref",
    "sqlparse",
    "icalendar",
    "dateutil",
    "tzdata",
    "fsrs",
    "markdown_it",
    "mdurl",
    "pypdf",
    "typing_extensions",
)
LEFT_OUT = re.compile(  # what no page of ours reaches
    r"(^|/)(__pycache__|tests?|jinja2|gis|fuzzing)/|^django/contrib/(?!staticfiles/|contenttypes/|auth/\w+\.py|__init__)|"
    r"^django/conf/(locale/(?!__init__|en/)|\w+_template/)|^django/db/backends/(oracle|mysql|postgresql)/|"
    r"^django/core/management/(templates\.py|commands/(?!migrate\.|__init__))|^django/views/templates/|^django/.*\.(js|css|svg|png)$|"
    r"^onward_app/(cli|examples|postgresql|sqlcipher|web/static)/|\.(pyi|po|mo|so|c|md|rst|typed)$"
)

NOT_WANTED = re.compile(  # of the standard library: looking for mistakes, processes, servers, terminals, other systems
    r"^(bdb|cProfile|compileall|doctest|fileinput|filecmp|ftplib|mailbox|modulefinder|optparse|pdb|pickletools|poplib|profile|pstats|pty|"
    r"pyclbr|pydoc|sched|shelve|symtable|tabnanny|this|antigravity|trace|turtle|wave|xdrlib|zipapp|_pyio|_pydatetime|_pydecimal)\.py$|"
    r"^multiprocessing/(?!__init__|context|process|reduction)|^xml/etree/|^(ctypes|pydoc_data|unittest|xmlrpc|_pyrepl)/|^concurrent/futures/(process|interpreter)\.py$|"
    r"^asyncio/(windows_\w+|proactor_events|tools)\.py$|^wsgiref/(validate|simple_server)\.py$|(^|/)__main__\.py$"
)


def main() -> None:
    """Build it anew."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    runtime = fetch_pyodide()
    library, code = compile_python(runtime)
    names = {
        "static": put_folder("static", {f"onward/{p.name}": p.read_bytes() for p in _static()}),
        "python": put_file("onward.pack.gz", _gzip(code)),
        "example": put_file("example.mbox.gz", _gzip((ROOT / "examples" / "mailbox.mbox").read_bytes())),
        "pyodide": put_folder("pyodide", _pack_runtime(runtime, library)),
    }
    loaded = sum(path.stat().st_size for path in TARGET.rglob("*.gz"))
    names |= {"loaded": str(loaded), "megabytes": str(math.ceil(loaded / 1e6))}
    lock = json.loads((runtime / "pyodide-lock.json").read_text("utf-8"))
    names["lock"] = json.dumps({"info": lock["info"], "packages": {}})  # none of its packages is wanted
    put_shell(names)
    (TARGET / "onward.json").write_text("{}\n", "utf-8")  # the host may name itself: docs/host-it.md
    files = [path for path in TARGET.rglob("*") if path.is_file()]
    print(f"{TARGET}: {len(files)} files, {sum(len(_gzip(p.read_bytes())) for p in files) / 1e6:.2f} MB compressed")


def fetch_pyodide() -> Path:
    """Pyodide of the pinned version, by npm; fetched once."""
    folder = BUILD / f"pyodide-{PYODIDE}"
    if not folder.is_dir():
        if shutil.which("npm") is None or shutil.which("node") is None:
            sys.exit("`make web` needs Node 20 or newer with npm, to fetch Pyodide and to compile with it.")
        BUILD.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "pack", "--silent", f"pyodide@{PYODIDE}"], cwd=BUILD, check=True, stdout=subprocess.DEVNULL
        )
        packed = BUILD / f"pyodide-{PYODIDE}.tgz"
        found = hashlib.sha256(packed.read_bytes()).hexdigest()
        if found != PYODIDE_SHA256:
            sys.exit(f"Pyodide {PYODIDE} isn’t the one that is known: its SHA-256 is {found}.")
        with tarfile.open(packed) as archive:
            archive.extractall(BUILD / "unpacked", filter="data")
        (BUILD / "unpacked" / "package").rename(folder)
    return folder


def _pack_runtime(runtime: Path, library: bytes) -> dict[str, bytes]:
    """What is large is packed here, because many hosts don’t pack it."""
    files = {name: (runtime / name).read_bytes() for name in RUNTIME}
    wasm = files.pop("pyodide.asm.wasm")
    return files | {"pyodide.asm.wasm.gz": _gzip(wasm), "python_stdlib.zip.gz": _gzip(library)}


def compile_python(runtime: Path) -> tuple[bytes, bytes]:
    """What runs, compiled by the Python that will run it: the standard library as a zip, and the rest as one pack."""
    sources = _sources()
    known = hashlib.sha256(
        "".join(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}" for name, path in sources).encode()
    )
    known.update(NOT_WANTED.pattern.encode())
    for script in sorted(INSIDE.iterdir()):
        known.update(script.read_bytes())
    done = BUILD / f"python-{known.hexdigest()[:16]}"
    if not done.is_dir():
        library, code = _compile(runtime, sources)
        done.mkdir()
        (done / "library.zip").write_bytes(library)
        (done / "code.pack").write_bytes(code)
    return (done / "library.zip").read_bytes(), (done / "code.pack").read_bytes()


def _compile(runtime: Path, sources: list[tuple[str, Path]]) -> tuple[bytes, bytes]:
    made = BUILD / "made"
    shutil.rmtree(made, ignore_errors=True)
    for name, path in sources:
        target = made / "code" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    whole = runtime / "python_stdlib.zip"
    with zipfile.ZipFile(whole) as archive:
        for name in archive.namelist():
            if not NOT_WANTED.search(name):
                archive.extract(name, made / "library")
    _run_inside(runtime, whole, made, "compile.py")
    library = zip_files(_read_tree(made / "library"))
    (made / "library.zip").write_bytes(library)
    _run_inside(runtime, made / "library.zip", made, "try_out.py")
    return library, pack_files(_read_tree(made / "code"))


def _run_inside(runtime: Path, library: Path, made: Path, script: str) -> None:
    command = ["node", str(INSIDE / "run.mjs"), str(runtime), str(library), str(made), str(INSIDE / script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{script} stopped inside Pyodide: {done.stdout[-2000:]}{done.stderr[-3000:]}")


def _read_tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def zip_files(files: dict[str, bytes]) -> bytes:
    """A zip that packs nothing: it is packed as a whole, and Python reads from it at once."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name), files[name])
    return made.getvalue()


def pack_files(files: dict[str, bytes]) -> bytes:
    """The length of a list, the list of names and lengths, then the files one after another: quicker to open than a zip."""
    told = json.dumps([[name, len(files[name])] for name in sorted(files)]).encode()
    return len(told).to_bytes(4, "little") + told + b"".join(files[name] for name in sorted(files))


def _sources() -> list[tuple[str, Path]]:
    found = []
    for package in ("onward", "onward_app"):
        found += _tree(ROOT / "src" / package)
    for library in LIBRARIES:
        spec = importlib.util.find_spec(library)
        if spec is None or spec.origin is None:
            sys.exit(f"{library} isn’t installed; `make web` sets it up.")
        place = Path(spec.origin)
        found += _tree(place.parent) if place.name == "__init__.py" else [(place.name, place)]
    return [(name, path) for name, path in found if not LEFT_OUT.search(name)]


def _tree(folder: Path) -> list[tuple[str, Path]]:
    return [(p.relative_to(folder.parent).as_posix(), p) for p in sorted(folder.rglob("*")) if p.is_file()]


def _static() -> list[Path]:
    return sorted((ROOT / "src" / "onward_app" / "web" / "static" / "onward").iterdir())


def put_file(name: str, raw: bytes) -> str:
    """Write a file under a name with a hash of what is in it; that name."""
    stem, dot, ending = name.partition(".")
    hashed = f"{stem}-{hashlib.sha256(raw).hexdigest()[:12]}{dot}{ending}"
    (TARGET / hashed).write_bytes(raw)
    return hashed


def put_folder(name: str, files: dict[str, bytes]) -> str:
    """The same for a folder."""
    digest = hashlib.sha256(b"".join(key.encode() + raw for key, raw in sorted(files.items()))).hexdigest()[:12]
    for key, raw in files.items():
        place = TARGET / f"{name}-{digest}" / key
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)
    return f"{name}-{digest}/"


def put_shell(names: dict[str, str]) -> None:
    """The first page, what runs behind it, the manifest, and the service worker that keeps all of it."""
    names["heavy"] = json.dumps("|".join(HEAVY))
    for script in SCRIPTS:  # each names those before it
        names[script.name] = put_file(script.name, _fill(script, names))
    icons = [put_file(f"icon{size}.png", draw_icon(size)) for size in (192, 512)]
    names["manifest"] = put_file("manifest.webmanifest", _manifest(icons))
    names |= {"lines": write_lines(), "no_service": NO_SERVICE}
    (TARGET / "index.html").write_bytes(_fill(SHELL / "index.html", names))
    kept = sorted(path.relative_to(TARGET).as_posix() for path in TARGET.rglob("*") if path.is_file())
    worker = (SHELL / "sw.js").read_text("utf-8").replace("[/*FILES*/]", json.dumps(kept))
    digest = hashlib.sha256(b"".join((TARGET / name).read_bytes() for name in kept) + worker.encode()).hexdigest()
    (TARGET / "sw.js").write_text(worker.replace("/*BUILD*/", digest[:12]), "utf-8")
    (TARGET / "fingerprint.txt").write_text(f"{fingerprint()}\n", "utf-8")


def fingerprint() -> str:
    """One hash of all that is served: the same for the same sources."""
    every = sorted(
        path for path in TARGET.rglob("*") if path.is_file() and path.name not in ("fingerprint.txt", "onward.json")
    )
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(TARGET).as_posix()}\n" for p in every]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _fill(place: Path, names: dict[str, str]) -> bytes:
    """A file of the shell with the names of the others in the place of `{{name}}`."""
    return re.sub(r"\{\{([\w.]+)\}\}", lambda found: names[found[1]], place.read_text("utf-8")).encode()


def write_lines() -> str:
    """Whom to call in which country, as on the page of the program itself."""
    found = []
    for country in list_help_countries():
        ways = " · ".join(
            f'<a href="{escape(one.href)}">{escape(one.what)}</a>' if one.href else escape(one.what)
            for one in country.list_ways()
        )
        found.append(f"<dt>{escape(country.name[0].upper() + country.name[1:])}</dt><dd>{ways}</dd>")
    return "".join(found)


def _manifest(icons: list[str]) -> bytes:
    told = {
        "name": "Onward", "short_name": "Onward", "id": "./", "start_url": "./", "scope": "./", "display": "standalone",
        "background_color": "#faf8f4", "theme_color": "#1f5f5b", "description": "What to do after a no. It stays on this device.",
        "share_target": {"action": "./share", "method": "POST", "enctype": "multipart/form-data", "params": {
            "title": "title", "text": "text", "url": "url",
            "files": [{"name": "letter", "accept": ["message/rfc822", ".eml", "text/plain"]}]}},
        "icons": [{"src": icon, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any"} for icon, size in zip(icons, (192, 512), strict=True)],
    }  # fmt: skip
    return json.dumps(told, indent=1).encode()


def draw_icon(size: int) -> bytes:
    """The mark of Onward as a PNG: `onward.svg`, drawn here because nothing else can draw it at every build."""
    import struct
    import zlib

    rows = [
        b"\0" + b"".join(_pixel((x + 0.5) * 32 / size, (y + 0.5) * 32 / size) for x in range(size)) for y in range(size)
    ]

    def chunk(kind: bytes, raw: bytes) -> bytes:
        return struct.pack(">I", len(raw)) + kind + raw + struct.pack(">I", zlib.crc32(kind + raw))

    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
        + chunk(b"IEND", b"")
    )


def _curve() -> list[tuple[float, float]]:
    """Points along `M8 21c3-9 7-9 10-5s5 3 6-3`."""
    found = []
    for (x0, y0), (x1, y1), (x2, y2), (x3, y3) in (
        ((8, 21), (11, 12), (15, 12), (18, 16)), ((18, 16), (21, 20), (23, 19), (24, 13)),
    ):  # fmt: skip
        for step in range(33):
            t, u = step / 32, 1 - step / 32
            found.append((u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
                          u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3))  # fmt: skip
    return found


CURVE = _curve()


def _pixel(x: float, y: float) -> bytes:
    dx, dy = max(8 - x, x - 24, 0), max(8 - y, y - 24, 0)
    if dx * dx + dy * dy > 64:
        return b"\0\0\0\0"
    near = 6 < x < 26 and 11 < y < 23 and any((x - a) ** 2 + (y - b) ** 2 < 2.25 for a, b in CURVE)
    return b"\xff\xff\xff\xff" if near else b"\x1f\x5f\x5b\xff"


def _gzip(raw: bytes) -> bytes:
    return gzip.compress(raw, 9, mtime=0)


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
