"""Ask: the draft to who was met, its check, and what came back.

In: a job, words, a reply. Out: pages, mail for a mail program, and Changes through `records.writing.ask` and `replies`.
Called by the addresses alone.
"""
