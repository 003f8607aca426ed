"""New records: a document's file begun from what a reader knows, the rest marked unknown."""

from kb.importing.skeleton import Known, find_body, find_duplicates, new_id, skeleton

__all__ = ["Known", "find_body", "find_duplicates", "new_id", "skeleton"]
