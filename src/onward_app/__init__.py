"""The application: the only place that knows Django, the clock, the disk and mail.

In: requests, commands, mail. Out: pages, lines, one SQLite file.
Called by a browser through `web`, and by the terminal through `cli`.
"""
