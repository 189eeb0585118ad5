"""The front door: from what is recorded and a date to at most three next moves, each with its reason.

It only orders what the steps propose. A no has three times: today (recover), tomorrow (ask, debrief), and the next
interview (practice).

In: a `Now`, which the application fills from its rows, and a day. Out: `Move`s. Called by the application alone.
"""
