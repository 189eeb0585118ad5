"""Your data: everything out, backups, files for other programs, and deleting all of it.

In: the owner's rows and the data folder. Out: pages and files.
Called by the addresses alone.
"""
