"""Build what a release hands out, below `dist/release/`: the wheel, the source archive, and the folder of static files as a zip.

The same sources give the same bytes; `SHA256SUMS` says which.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from onward import __version__

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "dist" / "release"
BUILDER = ROOT / "build" / "release-venv"
STATIC = ROOT / "dist" / "web"
EPOCH = (2020, 2, 2, 0, 0, 0)  # what hatchling writes, too


def build_release() -> dict[str, Path]:
    """The three files by kind: `wheel`, `sdist` and `static`."""
    shutil.rmtree(TARGET, ignore_errors=True)
    build_packages()
    made = {
        "wheel": TARGET / f"onward-{__version__}-py3-none-any.whl",
        "sdist": TARGET / f"onward-{__version__}.tar.gz",
        "static": zip_folder(STATIC, TARGET / f"onward-web-{__version__}.zip"),
    }
    sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made.values())
    (TARGET / "SHA256SUMS").write_text("".join(sums), "utf-8")
    return made


def build_packages() -> None:
    """The source archive, and the wheel from that archive, as an index would get them."""
    subprocess.run([sys.executable, "-m", "venv", str(BUILDER)], check=True)
    python = str(BUILDER / "bin" / "python")
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "build>=1.2,<2"], check=True
    )
    subprocess.run([python, "-m", "build", "--outdir", str(TARGET), str(ROOT)], check=True, stdout=subprocess.DEVNULL)


def zip_folder(folder: Path, target: Path) -> Path:
    """All its files, in the order of their names and without days, so that the same files are the same zip."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return target
