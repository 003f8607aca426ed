"""A paragraph of a Word file while it is read: its runs, what it says of itself, and what a reader sees of both."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.drafts.raised import RAISED
from kb.drafts.symbol_fonts import in_font
from kb.drafts.word_fonts import font_of
from kb.drafts.word_styles import WordStyles, is_on, is_raised, level_of
from kb.drafts.xml_events import attribute

NOWHERE = -1
"""The place of text for which no run of the file stands."""


@dataclass(slots=True)
class WordRun:
    """Characters of one run; `at` is where its tag begins in the part, in bytes."""

    at: int
    characters: list[str] = field(default_factory=list)
    style: str = ""
    font: str = ""
    said_raised: bool | None = None
    said_hidden: bool | None = None
    hidden: bool | None = None
    """Whether it is hidden, once it is known."""

    def learn(self, tag: str, attributes: dict[str, str]) -> None:
        """A property of the run."""
        if tag == "vanish":
            self.said_hidden = is_on(attributes)
        elif tag == "vertAlign":
            self.said_raised = is_raised(attributes)
        elif tag == "rStyle":
            self.style = attribute(attributes, "val") or ""
        elif tag == "rFonts":
            self.font = font_of(attributes)

    def is_hidden(self, paragraph: str, styles: WordStyles) -> bool:
        """Whether no reader sees it: by its own word, else by its style or that of its paragraph, where one says so."""
        if self.hidden is None:
            styled = styles.hides(self.style) != styles.hides(paragraph or styles.default("paragraph"))
            self.hidden = styled if self.said_hidden is None else self.said_hidden
        return self.hidden

    def add(self, text: str, paragraph: str, styles: WordStyles) -> None:
        """Characters, as its font shows them: the one that it names, or that of its style or its paragraph's."""
        if not self.characters:
            self.font = self.font or styles.font(self.style, paragraph)
        raised = styles.raises(self.style) if self.said_raised is None else self.said_raised
        shown = in_font(text, self.font)
        self.characters.append(shown.translate(RAISED) if raised else shown)


@dataclass(slots=True)
class WordParagraph:
    """One paragraph: its runs in order, its style and list."""

    runs: list[WordRun] = field(default_factory=list)
    style: str = ""
    list_id: str | None = None
    level: int | None = None
    label: str | None = None
    """What its list writes in front of it, once it was counted."""
    deleted: bool = False
    """Whether its end was deleted: it goes on in the next, as which it counts."""
    hidden: bool = False
    """Whether its end is hidden: it goes on in the next."""
    separated: bool = False
    """Whether its end is hidden to set two styles on one line: it is counted all the same."""

    def learn(self, tag: str, attributes: dict[str, str]) -> None:
        """A property of the paragraph, or of the mark at its end."""
        value = attribute(attributes, "val") or ""
        if tag == "pStyle":
            self.style = value
        elif tag == "numId":
            self.list_id = value
        elif tag == "ilvl":
            self.level = level_of(value)
        elif tag == "vanish":
            self.hidden = is_on(attributes)
        elif tag == "specVanish":
            self.separated = is_on(attributes)

    @property
    def goes_on(self) -> bool:
        """Whether the next paragraph stands on its line."""
        return self.deleted or self.hidden

    @property
    def counts(self) -> bool:
        """Whether it has a number of its own."""
        return not self.deleted and (not self.hidden or self.separated)
