"""What a change of the corpus means to its readers, beside what it changes in the files."""

from kb.changes.compare import Change, compare
from kb.changes.markdown import summary
from kb.changes.past import corpus_at

__all__ = ["Change", "compare", "corpus_at", "summary"]
