"""What other programs get as JSON, for the command line and for programs that ask.

In: rows and reports. Out: dicts and lists of plain values; what isn't known is null. Called by `cli` and `programs`.
"""
