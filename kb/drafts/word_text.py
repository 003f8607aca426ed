"""The text of one part of a Word file: its paragraphs, a line each, as a reader sees them.

Deleted and hidden text is left out, inserted text is read; the numbers of lists, which stand nowhere in the file, are
written in front of their paragraphs. A paragraph of a text box comes behind the one that its box stands in.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable

from kb.drafts.list_labels import ListLabels
from kb.drafts.word_alternatives import WordAlternatives
from kb.drafts.word_characters import characters_of
from kb.drafts.word_choice import WordChoice
from kb.drafts.word_lists import WordLists
from kb.drafts.word_names import (
    CHARACTERS,
    CHOICES,
    DELETED_WHOLE,
    PARAGRAPHS,
    PROPERTIES,
    REFERENCES,
    RUNS,
    SKIPPED,
    TAGS,
    TEXTS,
    holder,
)
from kb.drafts.word_paragraph import NOWHERE, WordParagraph, WordRun
from kb.drafts.word_pictures import LargePictures
from kb.drafts.word_styles import WordStyles
from kb.drafts.written_runs import WrittenRuns
from kb.drafts.xml_events import XmlEvents, attribute
from kb.language.legacy_letters import FontSpan


class WordText(XmlEvents):
    """Reads one part. `text()` is its text, `runs()` are the places of the runs in it where they were asked for."""

    def __init__(
        self,
        encoding: str | None = None,
        with_runs: bool = False,
        styles: WordStyles | None = None,
        lists: WordLists | None = None,
    ) -> None:
        super().__init__(encoding)
        self.is_document = False
        """Whether the part is a document and has a body."""
        self.sections: list[dict[str, str]] = []
        """Headers and footers of each section: ``headerReference default`` and the like, and the relation."""
        self.chunks: list[str] = []
        """Relations to files of other kinds that stand in the document as they are (`w:altChunk`, `w:subDoc`)."""
        self.pictures = LargePictures()
        self._styles = styles or WordStyles()
        self._labels = ListLabels(self._styles, lists or WordLists())
        self._with_runs = with_runs
        self._written = WrittenRuns()
        self._skipped = 0
        self._choice = WordChoice()
        self._stack = [""]
        self._paragraphs: list[WordParagraph] = []
        self._in_order: list[WordParagraph] = []
        self._carried: list[WordRun] = []  # of paragraphs that go on in the next
        self._runs: list[WordRun] = []
        self._alternatives = WordAlternatives()
        self._reads_text = False
        self._begin: dict[str, Callable[[str, str, dict[str, str]], None]] = {
            **dict.fromkeys(SKIPPED, self._begin_skipped),
            **dict.fromkeys(PARAGRAPHS, self._begin_paragraph),
            **dict.fromkeys(RUNS, self._begin_run),
            **dict.fromkeys(("t", "formulaText"), self._begin_text),
            **dict.fromkeys(PROPERTIES, self._learn),
            **dict.fromkeys((*CHARACTERS, "sym"), self._begin_character),
            **dict.fromkeys(CHOICES, self._choice.see),
            "shapeText": self._begin_shape_text,
            "alternatives": lambda *_: self._alternatives.begin(),
            "alternative": self._begin_alternative,
        }

    def text(self) -> str:
        """The text of the part, once it was read."""
        return self._written.text()

    def fonts(self) -> list[FontSpan]:
        """Where the text is in fonts that tell an encoding from before Unicode."""
        return self._written.fonts

    def runs(self) -> tuple[array[int], array[int], array[int]]:
        """Of every run with characters: start and end in the text, and where its tag begins in the part in bytes."""
        return self._written.places()

    def read(self, pieces: Iterable[bytes]) -> None:
        super().read(pieces)
        if self._carried:
            self._written.write(self._carried, "\n")

    def started(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped:
            self._skipped += 1
            return
        tag = TAGS.get(name, "")
        parent = holder(self._stack)
        self._stack.append(tag)
        if tag:
            self._begin.get(tag, self._outside)(tag, parent, attributes)

    def _begin_skipped(self, tag: str, _: str, __: dict[str, str]) -> None:
        self._skipped = 1
        if DELETED_WHOLE.get(tuple(self._stack[-3:-1])) == tag:  # the rest of the row or cell goes with its mark
            self._skipped = 3
            del self._stack[-2:]
        elif self._stack[-3:-1] == ["pPr", "rPr"] and tag in ("del", "moveFrom") and self._paragraphs:
            self._paragraphs[-1].deleted = True

    def _begin_paragraph(self, *_: object) -> None:
        self._paragraphs.append(WordParagraph())
        self._in_order.append(self._paragraphs[-1])

    def _begin_run(self, tag: str, *_: object) -> None:
        self._open_run(self.at if self._with_runs and tag == "r" else NOWHERE)

    def _open_run(self, at: int) -> None:
        self._runs.append(WordRun(at))
        if self._paragraphs:
            self._count(self._paragraphs[-1])
            self._paragraphs[-1].runs.append(self._runs[-1])

    def _begin_text(self, _: str, parent: str, __: dict[str, str]) -> None:
        self._reads_text = parent in RUNS

    def _begin_shape_text(self, *_: object) -> None:
        self._open_run(NOWHERE)
        self._reads_text = True

    def _begin_character(self, tag: str, parent: str, attributes: dict[str, str]) -> None:
        if parent == "r":
            self._add(characters_of(tag, attributes))

    def _learn(self, tag: str, parent: str, attributes: dict[str, str]) -> None:
        around = self._stack[-3] if len(self._stack) > 2 else ""
        if parent == "rPr" and around in RUNS:
            self._runs[-1].learn(tag, attributes)
        elif self._paragraphs and "pPr" in self._stack[-4:]:
            self._paragraphs[-1].learn(tag, attributes)

    def _outside(self, tag: str, parent: str, attributes: dict[str, str]) -> None:
        if tag == "sectPr":
            self.sections.append({})
        elif tag in REFERENCES and parent == "sectPr":
            kind = f"{tag} {attribute(attributes, 'type') or 'default'}"
            self.sections[-1].setdefault(kind, attribute(attributes, "id") or "")
        elif tag in ("altChunk", "subDoc"):
            self.chunks.append(attribute(attributes, "id") or "")
        elif tag == "body":
            self.is_document = self._stack == ["", "document", "body"]
        elif tag == "textpath":
            self._add_line(attribute(attributes, "string") or "")
        else:
            self.pictures.see(tag, attributes)

    def _begin_alternative(self, *_: object) -> None:
        self._skipped = int(self._alternatives.skips(self._written.announced))

    def _add_line(self, text: str) -> None:
        """Words that are drawn (WordArt), as a paragraph of a text box."""
        if text and self._paragraphs:
            self._in_order.append(WordParagraph([WordRun(NOWHERE, [text])], label=""))
            self._written.announce(len(text) + 1)

    def characters(self, text: str) -> None:
        if self._reads_text and not self._skipped:
            self._add(text)

    def _add(self, characters: str) -> None:
        if not characters:
            return
        run = self._runs[-1]
        paragraph = self._paragraphs[-1].style if self._paragraphs else ""
        if not run.is_hidden(paragraph, self._styles):
            run.add(characters, paragraph, self._styles)
            self._written.announce(len(characters))

    def ended(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            if self._skipped:
                return
        tag = self._stack.pop()
        if tag in TEXTS:
            self._reads_text = False
            if tag == "shapeText":
                self._end_run()
        elif tag in RUNS:
            self._end_run()
        elif tag == "ddList":
            self._end_choice()
        elif tag == "pPr" and self._paragraphs:
            self._count(self._paragraphs[-1])
        elif tag in PARAGRAPHS:
            self._end_paragraph()
        elif tag in ("alternative", "alternatives"):
            self._alternatives.end(tag, self._written.announced)

    def _end_choice(self) -> None:
        around = self._runs[-1] if self._runs else WordRun(NOWHERE)
        self._open_run(NOWHERE)
        self._runs[-1].style, self._runs[-1].said_hidden = around.style, around.said_hidden
        self._add(self._choice.shown())
        self._end_run()

    def _end_run(self) -> None:
        run = self._runs.pop()
        if not run.characters and self._paragraphs and self._paragraphs[-1].runs[-1:] == [run]:
            self._paragraphs[-1].runs.pop()

    def _count(self, paragraph: WordParagraph) -> None:
        """The number of a paragraph in its list, counted once, before the text boxes in it."""
        if paragraph.label is None:
            found = paragraph.counts and self._labels.label(paragraph.style, paragraph.list_id, paragraph.level)
            paragraph.label = found or ""
            self._written.announce(len(paragraph.label))

    def _end_paragraph(self) -> None:
        self._count(self._paragraphs.pop())
        self._written.announce(1)
        if not self._paragraphs:
            self._finish()

    def _finish(self) -> None:
        """The outermost paragraph has ended: it and those in its text boxes, in the order in which they began."""
        for paragraph in self._in_order:
            if paragraph.label:
                self._carried.insert(0, WordRun(NOWHERE, [paragraph.label]))
            self._carried += paragraph.runs
            if not paragraph.goes_on:
                self._written.write(self._carried, "\n")
        self._in_order.clear()
        self._written.settle(self._carried)
