"""Checks of the corpus: the rules, one a module in `catalogue`, and what runs them and reports problems."""
