"""The history of the corpus in Git, and what differs between two of its states."""

from kb.history.compare import Change, compare
from kb.history.report import summary
from kb.history.revision import corpus_at

__all__ = ["Change", "compare", "corpus_at", "summary"]
