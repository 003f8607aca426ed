"""The commands that need the corpus alone, one verb a module. Nothing else of kb knows click."""
