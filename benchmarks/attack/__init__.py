"""Attacks on Onward, each with its counts: `python -m benchmarks.attack kill mutate --count 300` (docs/trust.md).

Each prints one JSON object: how many were tried, which failed, and the slowest in seconds of the processor.
"""
