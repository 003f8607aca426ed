"""What a change of the corpus means to its readers, beside what it changes in the files."""

from kb.history.compare import Change, compare
from kb.history.report import summary
from kb.history.revision import corpus_at

__all__ = ["Change", "compare", "corpus_at", "summary"]
