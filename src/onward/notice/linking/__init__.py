"""Reads → Plan: which letters are about one job, and what happened to it, whatever the order of reading.

In: letters as linking sees them, jobs known already, and what the person decided. Out: a `FilingPlan`.
Called by records.
"""
