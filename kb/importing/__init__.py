"""New records: a document's file begun from what a reader knows, or read from the document itself."""

from kb.importing.draft_yaml import Drafted, Origin, draft_of
from kb.importing.identity import Known, find_body, find_duplicates, new_id
from kb.importing.skeleton import skeleton

__all__ = ["Drafted", "Known", "Origin", "draft_of", "find_body", "find_duplicates", "new_id", "skeleton"]
