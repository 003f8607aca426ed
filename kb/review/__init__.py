"""Review of a draft: one verdict a citation, and what to write instead."""
