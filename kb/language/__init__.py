"""The Vietnamese text itself, and the dates in it. Knows no record."""
