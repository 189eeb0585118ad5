"""The parts of `benchmarks/house.py`: reading the source, and a module for each sort of figure."""
