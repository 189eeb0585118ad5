"""Somebody who helps: a packet of chosen things as one file, the comments that come back, and a coach's page.

In: items that were ticked by hand, days, a code. Out: a file that any browser opens; packets and comments read again,
or a sentence that says why not.
Called by the room of somebody who helps and by the command line.
"""
