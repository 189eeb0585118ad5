"""Onward in a browser: the same pages and records, asked by a worker instead of a server.

In: a request as values (method, address, headers, body) and, at the start, the files that the browser keeps.
Out: an answer as values (status, headers, body).
Called by: `anywhere/engine/worker.js`, and `benchmarks/anywhere.py`.
"""
