"""What is kept: tables, every read, every write.

In: an owner and an intention. Out: rows, values of the library, a Change. Called by rooms, the command line, `collect`.
"""
