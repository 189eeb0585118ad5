"""Every read of the records, a file per step. Each is given the owner, so that a stranger's id finds nothing.

In: an owner and what is asked for. Out: rows, or values of the library. Called by rooms, the command line and
`writing`.
"""
