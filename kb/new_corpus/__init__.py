"""A corpus of somebody's own, begun: its folder with schema, settings of the editor, workflows and a first record."""

from __future__ import annotations

from kb.new_corpus.files import FIRST, new_files

__all__ = ["FIRST", "new_files"]
