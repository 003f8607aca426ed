"""The kinds of indexed records: those of the corpus, and the parts of records that are found by themselves."""

from __future__ import annotations

from kb.model.kinds import KINDS

ARTICLE = "article"
"""A provision of a document, or an article of the codified law."""
PARAGRAPH = "paragraph"
"""A paragraph of a plan."""
LABELS = {**{kind.name: kind.label for kind in KINDS}, PARAGRAPH: "Đoạn kế hoạch", ARTICLE: "Điều luật"}
"""What each kind is called where kinds are counted."""
