"""Messages, read: here, or by processes of their own that share nothing with this one but bytes.

In: the bytes of messages, and the person's addresses. Out: letters with their verdicts, in the order of the messages.
Called by `collect`.
"""
