"""The n-th places of many words in one text, in time proportional to the text and the words together."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

_FEW = 8
"""Words that are looked for one by one: faster, and without a table of their characters."""

Nth = tuple[str, int]
"""Words, and which of their occurrences is meant, from 1."""


def nth_places(text: str, wanted: Collection[Nth]) -> dict[Nth, int]:
    """Where each occurrence begins; what does not occur so often is left out. Occurrences may overlap."""
    counts: dict[str, set[int]] = {}
    for words, number in wanted:
        counts.setdefault(words, set()).add(number)
    if len(counts) > _FEW:
        return _Automaton(counts).places(text)
    return {(words, number): at for words, numbers in counts.items() for number, at in _each(text, words, numbers)}


def _each(text: str, words: str, numbers: set[int]) -> list[tuple[int, int]]:
    found, last, number, at = [], max(numbers), 0, -1
    while number < last and (at := text.find(words, at + 1)) >= 0:
        number += 1
        if number in numbers:
            found.append((number, at))
    return found


class _Automaton:
    """A. V. Aho, M. J. Corasick: Efficient String Matching. Communications of the ACM 18(6), 1975.

    Node 0 is the root. `_next` leads from a node by a character to the next, `_failure` to the node of the longest end
    of what was read that begins words, `_exit` to the nearest of those that ends words.
    """

    def __init__(self, counts: dict[str, set[int]]) -> None:
        self._counts = counts
        self._next: dict[tuple[int, str], int] = {}
        self._words = [""]
        self._failure, self._exit = [0], [0]
        children: list[list[str]] = [[]]
        for words in counts:
            node = 0
            for character in words:
                if (node, character) not in self._next:
                    self._next[node, character] = len(children)
                    children[node].append(character)
                    children.append([])
                    self._words.append("")
                    self._failure.append(0)
                    self._exit.append(0)
                node = self._next[node, character]
            self._words[node] = words
        self._link(children)

    def _link(self, children: list[list[str]]) -> None:
        waiting = deque([0])
        while waiting:
            node = waiting.popleft()
            for character in children[node]:
                child = self._next[node, character]
                waiting.append(child)
                behind = self._step(self._failure[node], character) if node else 0
                self._failure[child] = behind
                self._exit[child] = behind if self._words[behind] else self._exit[behind]

    def _step(self, node: int, character: str) -> int:
        while node and (node, character) not in self._next:
            node = self._failure[node]
        return self._next.get((node, character), 0)

    def places(self, text: str) -> dict[Nth, int]:
        """As `nth_places`."""
        found: dict[Nth, int] = {}
        met = dict.fromkeys(self._counts, 0)
        node = 0
        for end, character in enumerate(text, 1):
            node = self._step(node, character)
            ending = node if self._words[node] else self._exit[node]
            while ending:
                words = self._words[ending]
                met[words] += 1
                if met[words] in self._counts[words]:
                    found[words, met[words]] = end - len(words)
                ending = self._exit[ending]
        return found
