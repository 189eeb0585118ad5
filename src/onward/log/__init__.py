"""The log of one job: what happened on which day, where that leaves it, and what can't be true beside it.

Two laws. The log of events is the truth: a stage is a fold over the events that stand, never a thing that is set.
And the fold accepts what mail brings in any order; only an event entered by hand is checked against the order,
with a sentence that explains.

In: events, of the kinds in `onward.facts`. Out: a `Standing`, a sentence why not, what may follow. Called by the steps
and the application.
"""
