"""Which version the tables have: the names of the migrations in the package, known without Django."""

from __future__ import annotations

from pathlib import Path
from pkgutil import iter_modules


def list_migrations() -> list[str]:
    """The names of all migrations in order; none of them is imported, and compiled ones count too."""
    return sorted(
        found.name for found in iter_modules([str(Path(__file__).parent / "migrations")]) if found.name[0] == "0"
    )


def newest_migration() -> str:
    """The name of the last migration."""
    return list_migrations()[-1]
