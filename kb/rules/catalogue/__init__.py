"""The rules, one fault a module."""
