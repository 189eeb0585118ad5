"""What is PostgreSQL's alone: columns that hold what SQLite's hold, its own full text, and a search copied to and fro.

In: a PostgreSQL that `DATABASE_URL` names. Out: the same records and the same finds as on SQLite. Called by `keeping`
and `records` where that address is set; without it nothing here is imported.
"""
