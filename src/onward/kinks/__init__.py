"""Step 4: what went wrong gets a name, its evidence and a rule for gone.

In: sightings and chances. Out: status by independent sources, a verdict, what to fix first. Called by records and by
whoever shows a kink.
"""
