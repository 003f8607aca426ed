"""Drafts: files of any office, read as text with the place of every character."""

from kb.drafts.model import Draft, Place
from kb.drafts.open import open_draft

__all__ = ["Draft", "Place", "open_draft"]
