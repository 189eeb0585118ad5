"""Step 6: the search stays at full speed until an offer letter is signed.

In: jobs with their events, hope points, a date. Out: silence, odds, spread, the week. Called by records; every number
says where it comes from (`docs/numbers.md`).
"""
