"""The command line: the same words as the pages, in the same order.

In: arguments. Out: lines or JSON. Calls records and `collect`; imports what is heavy when it is needed.
Called by the terminal.
"""
