"""Whether a database can be Onward's: `DATABASE_URL` may be set for another program."""

from __future__ import annotations

from django.db import connection

from onward_app import home

NAMED = f"The database that {home.DATABASE_URL} names"
NOT_ALONE = (
    f"{NAMED} has tables of another program in it, and none of Onward’s. Give Onward a database of its own, or start "
    f"it without {home.DATABASE_URL}."
)
NOT_UTF8 = f"{NAMED} is in {{}}. Onward needs one in UTF8: CREATE DATABASE onward ENCODING 'UTF8' TEMPLATE template0."


def refuse_unfit() -> None:
    """Say in words why this database isn't used, before anything is made in it.

    Raises:
        HomeTrouble: it has another program's tables, or it isn't in UTF-8.
    """
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
        if there and not any(name.startswith("records_") for name in there):
            raise home.HomeTrouble(NOT_ALONE)
        cursor.execute("SHOW server_encoding")
        if (encoding := cursor.fetchone()[0]) != "UTF8":
            raise home.HomeTrouble(NOT_UTF8.format(encoding))
