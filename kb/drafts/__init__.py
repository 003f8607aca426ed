"""Drafts: files of any office, read as text with the place of every character."""

from kb.drafts.model import Draft, DraftPlace
from kb.drafts.open import open_draft, read_draft

__all__ = ["Draft", "DraftPlace", "open_draft", "read_draft"]
