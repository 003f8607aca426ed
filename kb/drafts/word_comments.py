"""Comments of a Word file: what readers remark on it, without what kb itself wrote."""

from __future__ import annotations

from kb.drafts.word_text import WordText
from kb.drafts.xml_events import attribute

KB_AUTHOR = "Rà soát viện dẫn"
"""Who the comments of `kb review --docx` are from."""


class CommentText(WordText):
    """Reads the part of comments."""

    def started(self, name: str, attributes: dict[str, str]) -> None:
        if not self._skipped and name.rpartition(" ")[2] == "comment" and attribute(attributes, "author") == KB_AUTHOR:
            self._stack.append("")
            self._skipped = 1
            return
        super().started(name, attributes)
