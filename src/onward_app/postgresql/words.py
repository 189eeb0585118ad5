"""The index behind the one box on PostgreSQL: its own full text, by the rule of `full_text`.

Each table has an index of what is computed from its rows, which the database keeps in the very change that alters one.
Accents go by `normalize` and a pattern: `unaccent` is an extension that a server may not have.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from string import Template

from django.db import connection

from onward.wording.matching import LETTERS
from onward_app.full_text import BODY_WEIGHS, HEAD_WEIGHS, NO_WORDS, RANKED, TABLES, IndexedTable, Matches, select_texts

PREFIX = "onward_find_"
COLLATIONS = ("pg_unicode_fast", "pg_c_utf8", "und-x-icu", "unicode", "C.utf8", "en_US.utf8")  # that know all letters
MOST_SIGNS = 200_000  # of a text: an entry of the index has room for a megabyte of words
MARKS = r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
FUNCTIONS = Template("""
CREATE OR REPLACE FUNCTION onward_plain(told text) RETURNS text LANGUAGE sql IMMUTABLE AS $$body$$
  SELECT regexp_replace(lower(regexp_replace(normalize($plain, NFD), '$marks', '', 'g') COLLATE $letters)
    COLLATE $letters, '[^[:alnum:]]+', ' ', 'g')
$$body$$;
CREATE OR REPLACE FUNCTION onward_words(head text, body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE
SET search_path FROM CURRENT AS $$body$$ BEGIN
  RETURN setweight(to_tsvector('pg_catalog.simple', onward_plain(left(head, $most))), 'A')
    || setweight(to_tsvector('pg_catalog.simple', onward_plain(left(body, $most))), 'D');
END $$body$$;
CREATE OR REPLACE FUNCTION onward_texts(told json) RETURNS text LANGUAGE plpgsql IMMUTABLE
SET search_path FROM CURRENT AS $$body$$ BEGIN
  RETURN CASE json_typeof(told)
    WHEN 'string' THEN told #>> '{}'
    WHEN 'array' THEN (SELECT string_agg(onward_texts(one), ' ') FROM json_array_elements(told) one)
    WHEN 'object' THEN
      (SELECT string_agg(onward_texts(value), ' ') FROM json_each(told) WHERE key NOT IN $none) END;
EXCEPTION WHEN data_exception THEN RETURN '';  -- signs that no text of PostgreSQL's can have
END $$body$$;
CREATE OR REPLACE FUNCTION onward_same(one json, other json) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$body$$
  SELECT one::jsonb = other::jsonb
$$body$$;
DROP OPERATOR IF EXISTS = (json, json);
CREATE OPERATOR = (LEFTARG = json, RIGHTARG = json, FUNCTION = onward_same);
""")
COLUMNS = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
EXISTING = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND starts_with(indexname, %s)"


def ensure_words() -> None:
    """The indexes as they should be, of tables that are as this version has them; made anew where they aren't."""
    with connection.cursor() as cursor:
        functions = _write_functions()
        cursor.execute(COLUMNS)
        columns = set(cursor.fetchall())
        whole = [one for one in TABLES if {(one.place, name) for name in one.columns} <= columns]
        wanted = {_name_index(one, functions): one for one in whole}
        cursor.execute(EXISTING, [PREFIX])
        there = {name for (name,) in cursor.fetchall()}
        if there == wanted.keys():
            return
        for name in there - wanted.keys():
            cursor.execute(f'DROP INDEX "{name}"')
        cursor.execute(functions)
        for name, one in wanted.items():
            if name not in there:
                index = f'"{one.place}" USING gin ({_write_words(one)}) WHERE {_write_condition(one)}'
                cursor.execute(f'CREATE INDEX "{name}" ON {index}')


def match_words(owner: int, words: Sequence[str], *, most: int) -> list[Matches]:
    """The owner's rows in which every word stands, from its beginning on. Words are folded, and nothing but letters."""
    asked = " & ".join(f"'{word}':*" if len(word) > 1 else f"'{word}'" for word in words)
    return [found for one in TABLES if (found := _match_table(owner, one, asked, most)).total] if words else []


def _match_table(owner: int, one: IndexedTable, asked: str, most: int) -> Matches:
    hits = f"""FROM "{one.place}" WHERE "owner_id" = %s AND {_write_condition(one)}
        AND {_write_words(one)} @@ to_tsquery('pg_catalog.simple', %s)"""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) {hits}", [owner, asked])
        total = cursor.fetchone()[0]
        weights = f"'{{{BODY_WEIGHS / HEAD_WEIGHS}, 0, 0, 1}}'"
        rank = (
            f"ts_rank({weights}, {_write_words(one)}, to_tsquery('pg_catalog.simple', %s)) DESC, "
            if total <= RANKED
            else ""
        )
        query = f'SELECT "id" {hits} ORDER BY {rank}"id" DESC LIMIT %s'
        cursor.execute(query, [owner, asked, *([asked] if rank else []), most])
        return Matches(one.table, total, tuple(pk for (pk,) in cursor.fetchall()))


def _write_functions() -> str:
    plain = "told"
    for letter, other in LETTERS.items():
        plain = f"replace({plain}, '{letter}', '{other}')"
    return FUNCTIONS.substitute(plain=plain, marks=MARKS, letters=_choose_letters(), most=MOST_SIGNS, none=NO_WORDS)


def _choose_letters() -> str:
    """A collation that knows the letters of all languages, whatever the database was made with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT collname FROM pg_collation WHERE collname = ANY(%s)", [list(COLLATIONS)])
        there = {name for (name,) in cursor.fetchall()}
    return next((f'"{name}"' for name in COLLATIONS if name in there), '"default"')


def _name_index(one: IndexedTable, functions: str) -> str:
    made = sha256(f"{functions} {_write_words(one)} {_write_condition(one)}".encode()).hexdigest()[:10]
    return f"{PREFIX}{one.table}_{made}"


def _write_words(one: IndexedTable) -> str:
    return f"onward_words({_put_in_place(one, one.head)}, {_put_in_place(one, one.body)})"


def _write_condition(one: IndexedTable) -> str:
    return "true" if one.when == "1" else _put_in_place(one, one.when)


def _put_in_place(one: IndexedTable, told: str) -> str:
    """What SQLite's index has of a row, in PostgreSQL's words."""
    for name in one.columns:
        told = told.replace(select_texts(name), f"coalesce(onward_texts(\"{name}\"), '')")
    return told.replace("{row}.", "")
