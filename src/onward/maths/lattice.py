"""Points spread evenly over a cube in many dimensions, always the same: what stands where random numbers would."""

from __future__ import annotations


def spread_points(count: int, dimensions: int) -> list[tuple[float, ...]]:
    """Points of a Kronecker sequence in (0, 1): multiples of the powers of the inverse of φ, where φ^(d+1) = φ + 1.

    The choice of φ is Roberts's (2018), which makes of one dimension the golden ratio.
    """
    root = 2.0
    for _ in range(64):
        root = (1 + root) ** (1 / (dimensions + 1))
    steps = [root**-power for power in range(1, dimensions + 1)]
    return [tuple((0.5 + place * step) % 1 for step in steps) for place in range(1, count + 1)]
