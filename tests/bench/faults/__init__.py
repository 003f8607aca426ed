"""Faults made to happen: kills, full disks, readers beside writers, the order of writes. Counts, no timings."""
