"""Values: what a job should give, the lines, and the gate before a yes.

In: values, marks, reasons. Out: pages, and Changes through `records.writing.values`.
Called by the addresses alone.
"""
