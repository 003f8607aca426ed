"""What a list to choose from shows in a form: the entry stands in the file by its number alone."""

from __future__ import annotations

from contextlib import suppress

from kb.drafts.xml_events import attribute


class WordChoice:
    """Reads one list after another (`ddList`; ECMA-376 part 1, 17.16.9)."""

    def __init__(self) -> None:
        self._entries: list[str] = []
        self._numbers: dict[str, int] = {}

    def see(self, tag: str, parent: str, attributes: dict[str, str]) -> None:
        """A list, one of its entries, or the number of the one chosen or shown at first."""
        value = attribute(attributes, "val") or ""
        if tag == "ddList":
            self._entries, self._numbers = [], {}
        elif parent == "ddList" and tag == "listEntry":
            self._entries.append(value)
        elif parent == "ddList":
            with suppress(ValueError):
                self._numbers[tag] = int(value)

    def shown(self) -> str:
        """The entry chosen, else the one that the form begins with; empty where there is none."""
        number = self._numbers.get("result", self._numbers.get("default", 0))
        return self._entries[number] if 0 <= number < len(self._entries) else ""
