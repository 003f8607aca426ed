"""Records to an index."""
