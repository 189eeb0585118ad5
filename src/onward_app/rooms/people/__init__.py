"""The people of a search: a list, a page for each, and the jobs they belong to.

In: names, how to reach them, how they were met. Out: pages, Changes through `records.writing.contacts`.
Called by the addresses alone.
"""
