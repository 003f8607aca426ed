"""A title as typed beside the title of the record: what words differ, where most are the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import dropwhile

from kb.language.fold import SYLLABLE, normal_word
from kb.language.phrases import words_of

_BRACKETS = re.compile(r"\([^()]*\)")
_LEADING = frozenset({"về", "việc", "quy", "định", "ban", "hành", "phê", "duyệt"})
"""Words before a title proper, typed or not as the sentence asks."""
_COMMON = frozenset(
    words_of(
        """về việc quy định chi tiết một số điều và biện pháp thi hành hướng dẫn thực hiện sửa đổi bổ sung của các
        ban hành kế hoạch triển khai luật nghị quyết thông tư tiếp tục phê duyệt chương trình giai đoạn tăng cường"""
    )
)
"""Words that most titles have: two titles that share no others are not one."""
FEWEST_TELLING_WORDS = 5
"""Words other than the common ones that the shorter of two titles must have to be compared."""
LEAST_TELLING_SHARE = 0.8
"""Share of those words that the longer title must have too for both to be one title."""
FEWEST_SAME_WORDS = 4
LEAST_SAME_SHARE = 0.75
"""Words, and the share of the shorter title, that must be the same for the rest to be a fault in this title."""
MOST_CHANGED_WORDS = 4
"""Changed words of a mistyped title; with more it is another wording."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words as typed and as they are in the record; `case` where only letter case differs."""

    got: str
    expected: str
    case: bool = False


class Titles:
    """Compares titles; abbreviations of the glossary are read in full."""

    def __init__(self, expansions: Mapping[str, str]) -> None:
        self._expansions = expansions

    def differences(self, typed: str, title: str) -> list[Difference]:
        """What differs; nothing where the titles are one, or where `typed` is not this title at all."""
        got, expected = self._words(typed), self._words(title)
        steps = _steps(got, expected)
        same = sum(i2 - i1 for tag, i1, i2, _, _ in steps if tag == "equal")
        if same < FEWEST_SAME_WORDS or same < LEAST_SAME_SHARE * min(len(got), len(expected)):
            return []
        changed = [step for step in _inner(steps) if step[0] != "equal"]
        if not changed:
            exact = len(got) == len(expected) == same
            return _case_differences(got, expected) if exact else []
        if sum(max(i2 - i1, j2 - j1) for _, i1, i2, j1, j2 in changed) > MOST_CHANGED_WORDS:
            return []
        return [_shown(got, expected, step) for step in changed]

    def alike(self, typed: str, title: str, *, of_longer: float = 0.0) -> bool:
        """Whether both are one title, by the words that tell titles apart; either may be cut short or run on.

        `of_longer`: the share of the longer one that must be common too, where nothing else speaks for it.
        """
        got, expected = (_telling([key for key, _ in self._words(text)]) for text in (typed, title))
        shorter, longer = sorted((len(got), len(expected)))
        if shorter < FEWEST_TELLING_WORDS:
            return False
        blocks = SequenceMatcher(None, got, expected, autojunk=False).get_matching_blocks()
        return sum(block.size for block in blocks) >= max(LEAST_TELLING_SHARE * shorter, of_longer * longer)

    def _words(self, text: str) -> list[tuple[str, str]]:
        """(key, word) pairs: the key is what is compared."""
        words = []
        for word in SYLLABLE.findall(_BRACKETS.sub(" ", text)):
            full = self._expansions.get(word)
            words += [(normal_word(part), part if full is None else "") for part in SYLLABLE.findall(full or word)]
        keys = " ".join(key for key, _ in words).replace("đảm bảo", "bảo đảm").split()
        pairs = [(key, word) for key, (_, word) in zip(keys, words, strict=True)]
        return list(dropwhile(lambda pair: pair[0] in _LEADING, pairs))


def _telling(keys: list[str]) -> list[str]:
    return [key for key in keys if key not in _COMMON]


_Step = tuple[str, int, int, int, int]


def _steps(got: list[tuple[str, str]], expected: list[tuple[str, str]]) -> list[_Step]:
    keys, right = [key for key, _ in got], [key for key, _ in expected]
    return list(SequenceMatcher(None, keys, right, autojunk=False).get_opcodes())


def _inner(steps: list[_Step]) -> list[_Step]:
    """Without what differs at either end: a title may be cut short or run on."""
    first = next(i for i, step in enumerate(steps) if step[0] == "equal")
    last = max(i for i, step in enumerate(steps) if step[0] == "equal")
    return steps[first : last + 1]


def _shown(got: list[tuple[str, str]], expected: list[tuple[str, str]], step: _Step) -> Difference:
    """The changed words with one unchanged word on each side, so that a reader sees the place; `_inner` leaves both."""
    _, i1, i2, j1, j2 = step
    typed = [word or key for key, word in got[i1 - 1 : i2 + 1]]
    right = [word or key for key, word in expected[j1 - 1 : j2 + 1]]
    return Difference(" ".join(typed), " ".join(right))


def _case_differences(got: list[tuple[str, str]], expected: list[tuple[str, str]]) -> list[Difference]:
    """Letter case, the first word left out: it depends on the sentence."""
    pairs = list(zip(got, expected, strict=True))[1:]
    changed = [(a, b) for (_, a), (_, b) in pairs if a and b and a != b and a.lower() == b.lower()]
    return [Difference(a, b, case=True) for a, b in changed]
