"""Fonts for paper: one that comes with `onward[paper]`, and for other alphabets those of this computer."""

from __future__ import annotations

from pathlib import Path

# Where systems keep fonts of many alphabets; the first that has a letter is taken for it.
KEPT = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/Library/Fonts/Arial Unicode.ttf",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "C:/Windows/Fonts/segoeui.ttf",
    "C:/Windows/Fonts/msyh.ttc",
    "C:/Windows/Fonts/malgun.ttf",
    "C:/Windows/Fonts/seguisym.ttf",
)


def find_own_fonts() -> tuple[Path, Path]:
    """Fira Sans, plain and bold.

    Raises:
        ImportError: it isn't there.
    """
    import fontpkg

    try:
        return Path(fontpkg.path("Fira Sans")), Path(fontpkg.path("Fira Sans", weight=700))
    except fontpkg.FontpkgError as missing:
        raise ImportError("fontpkg-fira-sans") from missing


def list_kept_fonts() -> list[Path]:
    """The fonts of many alphabets that this computer has."""
    return [path for path in map(Path, KEPT) if path.is_file()]
