"""The power goes: what a process wrote is recorded call by call, and its disk is built as it may be found afterwards.

`calls` reads the recording, `disk` knows what a disk keeps and what it may lose, `work` is what is recorded, and `cut` cuts.
"""
