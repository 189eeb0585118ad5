"""Django's way to PostgreSQL, with columns that take whatever SQLite's take, so that a search fits into both.

JSON stands as it was written: `jsonb` would put its keys in another order and its numbers in another form, and an
export would be other bytes. Texts and whole numbers have no length of their own.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base, operations
from psycopg.types.json import Json
from psycopg.types.string import StrDumperUnknown, TextLoader

NOT_A_SIGN = "\ufffd"


class TextDumper(StrDumperUnknown):
    """A text on its way in: PostgreSQL has no NUL, and what an address or a letter says may hold one.

    It becomes another sign and isn't left out, for then a text of NULs alone would be like an empty one.
    """

    def dump(self, obj: str) -> Any:
        """The bytes of the text."""
        return super().dump(obj.replace("\0", NOT_A_SIGN))


class DatabaseOperations(operations.DatabaseOperations):
    """Values on their way in."""

    def adapt_json_value(self, value: Any, encoder: Any) -> Any:
        """As Django's, for a column that keeps the text."""
        return Json(value, dumps=operations.get_json_dumps(encoder))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection."""

    data_types = base.DatabaseWrapper.data_types | {
        "CharField": "varchar",
        "IntegerField": "bigint",
        "JSONField": "json",
        "PositiveIntegerField": "bigint",
        "PositiveSmallIntegerField": "bigint",
        "SmallIntegerField": "bigint",
    }
    ops_class = DatabaseOperations

    def get_connection_params(self) -> dict[str, Any]:
        """As Django's; JSON comes as text, which the fields read, and no text is refused."""
        told: dict[str, Any] = super().get_connection_params()
        told["context"].register_loader("json", TextLoader)
        told["context"].register_dumper(str, TextDumper)
        return told
