"""Review of a draft: one verdict a citation, and what to write instead."""

from kb.review.judge import review
from kb.review.model import Finding, Review, Verdict

__all__ = ["Finding", "Review", "Verdict", "review"]
