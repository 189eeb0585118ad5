"""Step 1: a no arrives. Bytes become a letter, a letter becomes a verdict with its reasons, and finds its job.

In: the bytes of a message, and what the person decided. Out: `Letter`, `Verdict`, `FilingPlan`. Called by records and
`collect`; four rooms with one door each: `message`, `kind`, `job`, `linking`.
"""
