"""A tracker's file read as the histories it holds: no step, but what a search brings along from elsewhere.

In: tables (bytes or text, already out of their archive), the answers so far, a day, what makes moments local days.
Out: a `Reading`: histories, questions for what isn't understood, columns, people, and sentences about what was odd.
Called by `onward_app.trackers`, which opens files, and tested without it.
"""
