"""Notice: letters that wait for a yes or no, one letter, and mail brought in.

In: files, a paste, a mailbox, a decision. Out: pages, and Changes through `collect` and `records.writing.decisions`.
Called by the addresses alone.
"""
