"""Letter → Details: what a letter says of the job: employer, role, agency, people, stage and reason, each with its
place.

In: a `Letter` and its kind. Out: `Details`. Called by `read`; names and senders are also asked by `linking`.
"""
