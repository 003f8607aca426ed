"""The commands that need the index, one verb a module."""
