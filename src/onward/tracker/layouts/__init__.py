"""Trackers that are known by name: one file for each, found by being here.

In: the headings of a table. Out: the `Layout` whose headings they are. Called by `onward.tracker.interpret`.
"""
