"""Keeping: everything out as one file and in again, backups, and forgetting that reaches those too.

In: the data folder. Out: an export, a backup, or a search in its place. It knows tables by Django's registry and rows
by SQLite, so that an older file is read as it is; no rule about a job is here.
Called by the command line, by `serve`, by the room `data`, and by `records.writing` when something is forgotten.
"""
