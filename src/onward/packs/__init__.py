"""Families of questions with their points, as data that anybody can add to.

In: the text of a pack. Out: a `Pack`, or its mistakes with their lines. Called by practice and the room.
"""
