"""Every write, a file per step: one intention, one transaction, one Change that can be undone.

In: an owner and what was meant. Out: the Change, or a sentence why not. Called by rooms, the command line and
`collect`.
"""
