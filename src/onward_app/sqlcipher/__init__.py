"""Django on an encrypted file: its own backend for SQLite, with SQLCipher's connections in the place of SQLite's.

In: a file beside the key of its folder. Out: the same records. Called by Django, where `database` names it because the
folder is encrypted.
"""
