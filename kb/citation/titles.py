"""A title as typed beside the title of the record: what words differ, where most are the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import dropwhile

from kb.citation.issuer import issuer_end
from kb.citation.reading import without_page_headers
from kb.citation.title_words import TitleWords
from kb.citation.torn import is_torn
from kb.language.fold import SYLLABLE, composed, folded, normal_word
from kb.language.phrases import words_of

_BRACKETS = re.compile(r"\([^()]*\)")
_STAMP = re.compile(r"(?:Người\s+ký|Ký\s+bởi)\s*:.*", re.DOTALL)
"""The stamp of an electronic signature on a page of the Official Gazette; the title goes on behind it."""
_DUTIES = re.compile(r"cơ\s+cấu\s+tổ\s+chức|tổ\s+chức\s+bộ\s+máy|quyền\s+hạn", re.IGNORECASE)
_DUTIES_OF = re.compile(r"(?:cơ\s+cấu\s+tổ\s+chức|tổ\s+chức\s+bộ\s+máy|quyền\s+hạn)\s+của\s+", re.IGNORECASE)
"""In front of the body whose duties a document lays down: every ministry has its own decree of that title."""
_PERIOD = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)(?!\d)")
_LEADING = frozenset({"về", "việc", "quy", "định", "ban", "hành", "phê", "duyệt"})
"""Words before a title proper, typed or not as the sentence asks."""
LEAST_TELLING_WEIGHT = 0.2
"""Weight of a word that tells titles apart (`kb.citation.title_words`)."""
FEWEST_TELLING_WORDS = 5
"""Such words that the shorter of two titles must have for its likeness to say anything."""
LEAST_TELLING_SHARE = 0.8
"""Share of the weight of the shorter title that the longer must have too for both to be one title."""
MOST_SHARE_OF_ANOTHER = 0.5
"""Share of the weight under which the shorter title is that of another document."""
FEWEST_WORDS_OF_ONE = 6
"""Words of the shorter of two titles that are one word for word."""
LEAST_SHARE_OF_LONGER = 0.6
"""Share of the weight of the longer title that must be common for two titles to be one: one programme's name stands in
the titles of many."""
MOST_WEIGHT_APART = 0.25
"""Weight of the words between the first and the last common one that may differ in titles that are one."""
FEWEST_SAME_WORDS = 4
LEAST_SAME_SHARE = 0.75
"""Words, and the share of the shorter title, that must be the same for the rest to be a fault in this title."""
FEWEST_ABBREVIATED = 2
"""Words that an abbreviation stands for."""
AROUND = 2
"""Syllables shown on each side of a change."""
MOST_CHANGED_WORDS = 4
"""Changed words of a mistyped title; with more it is another wording."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words as typed and as they are in the record; `case` where only letter case differs."""

    got: str
    expected: str
    case: bool = False


class Likeness(Enum):
    """What two titles say of the documents that bear them."""

    SAME = "same"
    """One title, perhaps cut short or run on."""
    ALIKE = "alike"
    """One title with a slip, or another wording of it."""
    UNSETTLED = "unsettled"
    """Too few words that tell titles apart."""
    OTHER = "other"
    """Titles of two documents."""


class Titles:
    """Compares titles; abbreviations of the glossary are read in full."""

    def __init__(self, expansions: Mapping[str, str], weights: TitleWords | None = None) -> None:
        self._expansions = expansions
        self.weights = weights or TitleWords()

    def differences(self, typed: str, title: str) -> list[Difference]:
        """What differs; nothing where the titles are one, or where `typed` is not this title at all."""
        got, expected = self._words(typed), self._words(title)
        steps = _steps(got, expected)
        same = _length_of_equal(steps)
        if same < FEWEST_SAME_WORDS or same < LEAST_SAME_SHARE * min(len(got), len(expected)):
            return []
        alike = (_abbreviates, _is_torn_word)
        changed = [s for s in _inner(steps) if s[0] != "equal" and not any(is_(got, expected, s) for is_ in alike)]
        if not changed and len(got) == len(expected) == same:
            return _case_differences(got, expected)
        many = sum(max(i2 - i1, j2 - j1) for _, i1, i2, j1, j2 in changed) > MOST_CHANGED_WORDS
        return [] if many else [_shown(got, expected, step) for step in changed]

    def likeness(self, typed: str, title: str) -> Likeness:
        """What two titles say of the documents that bear them; either may be cut short or run on."""
        if told := _told_by_names(typed, title):
            return told
        if is_torn(typed):
            return Likeness.UNSETTLED
        got, expected = self._keys(typed), self._keys(title)
        shorter, longer = sorted((got, expected), key=self.weights.weight_of)
        whole, whole_of_longer = self.weights.weight_of(shorter), self.weights.weight_of(longer)
        steps = SequenceMatcher(None, got, expected, autojunk=False).get_opcodes()
        common = sum(self.weights.weight_of(got[i1:i2]) for tag, i1, i2, _, _ in steps if tag == "equal")
        telling = sum(self.weights.weight(key) >= LEAST_TELLING_WEIGHT for key in shorter)
        one = common >= max(LEAST_TELLING_SHARE * whole, LEAST_SHARE_OF_LONGER * whole_of_longer)
        if one and len(shorter) >= FEWEST_WORDS_OF_ONE and self._apart(got, expected, steps) <= MOST_WEIGHT_APART:
            return Likeness.SAME
        if telling < FEWEST_TELLING_WORDS:
            return Likeness.UNSETTLED
        if common >= LEAST_TELLING_SHARE * whole:
            return Likeness.ALIKE
        return Likeness.OTHER if common < MOST_SHARE_OF_ANOTHER * whole else Likeness.UNSETTLED

    def nothing_in_common(self, typed: str, title: str) -> bool:
        """Whether both have words that tell documents apart, and none of them in common."""
        got, expected = self._telling(typed), self._telling(title)
        return len(got) > 1 and len(expected) > 1 and not got & expected

    def much_in_common(self, typed: str, title: str) -> bool:
        """Whether most words of the one typed that tell documents apart are those of the other."""
        got = self._telling(typed)
        return len(got) > 1 and 2 * len(got & self._telling(title)) > len(got)

    def _telling(self, title: str) -> set[str]:
        """The words of a title that tell documents apart; figures are none."""
        keys = self._keys(title)
        return {key for key in keys if key.isalpha() and self.weights.weight(key) >= LEAST_TELLING_WEIGHT}

    def key(self, title: str) -> tuple[str, ...]:
        """The words of a title without those in front of it that a sentence may leave out."""
        return tuple(self._keys(title))

    def tells(self, title: str) -> bool:
        """Whether a title has enough words that tell documents apart to mean one by itself."""
        return (
            sum(self.weights.weight(key) >= LEAST_TELLING_WEIGHT for key in self._keys(title)) >= FEWEST_TELLING_WORDS
        )

    def _apart(self, got: list[str], expected: list[str], steps: Sequence[Step]) -> float:
        """Weight of what differs: words that others stand for, and those left out between common ones."""
        inner = _inner(steps)
        apart = 0.0
        for step in steps:
            tag, i1, i2, j1, j2 = step
            left, right = self.weights.weight_of(got[i1:i2]), self.weights.weight_of(expected[j1:j2])
            if tag == "replace":
                apart += min(left, right)
            elif tag != "equal" and step in inner:
                apart += left + right
        return apart

    def _keys(self, text: str) -> list[str]:
        return [key for key, _ in self._words(text)]

    def _words(self, text: str) -> list[tuple[str, str]]:
        """(key, word) pairs: the key is what is compared."""
        words = []
        for word in SYLLABLE.findall(_BRACKETS.sub(" ", _STAMP.sub("", without_page_headers(composed(text))))):
            full = self._expansions.get(word)
            words += [(normal_word(part), part if full is None else "") for part in SYLLABLE.findall(full or word)]
        keys = " ".join(key for key, _ in words).replace("đảm bảo", "bảo đảm").split()
        pairs = [(key, word) for key, (_, word) in zip(keys, words, strict=True)]
        return list(dropwhile(lambda pair: pair[0] in _LEADING, pairs))


def _told_by_names(typed: str, title: str) -> Likeness | None:
    """What body and period say of two titles; nothing is settled by one cut off in front of its body."""
    if of_other_bodies(typed, title) or _of_other_periods(typed, title):
        return Likeness.OTHER
    cut = bool(_body_in(typed)) != bool(_body_in(title)) and _DUTIES.search(typed) and _DUTIES.search(title)
    return Likeness.UNSETTLED if cut else None


def of_other_bodies(typed: str, title: str) -> bool:
    """Whether each names the body that it is about, and not the same: ``cơ cấu tổ chức của Bộ Y tế``."""
    got, expected = _body_in(typed), _body_in(title)
    shared = min(len(got), len(expected))
    return shared > 0 and got[:shared] != expected[:shared]


def _of_other_periods(typed: str, title: str) -> bool:
    """Whether each names a period, and none in common: ``giai đoạn 2016-2020`` is another programme."""
    got, expected = set(_PERIOD.findall(typed)), set(_PERIOD.findall(title))
    return bool(got and expected and not got & expected)


def _body_in(title: str) -> tuple[str, ...]:
    """The words of the body in ``cơ cấu tổ chức của Bộ …``; none where the title is not about a body's duties."""
    title = composed(title)
    match = _DUTIES_OF.search(title)
    end = issuer_end(title, match.end()) if match else None
    return words_of(title[match.end() : end]) if match and end else ()


Step = tuple[str, int, int, int, int]
"""A step from one list of words to another, as `difflib.SequenceMatcher.get_opcodes` gives it."""


def _steps(got: list[tuple[str, str]], expected: list[tuple[str, str]]) -> list[Step]:
    keys, right = [key for key, _ in got], [key for key, _ in expected]
    return list(SequenceMatcher(None, keys, right, autojunk=False).get_opcodes())


def _length_of_equal(steps: Sequence[Step]) -> int:
    return sum(i2 - i1 for tag, i1, i2, _, _ in steps if tag == "equal")


def _inner(steps: Sequence[Step]) -> list[Step]:
    """Without what differs at either end: a title may be cut short or run on."""
    equal = [i for i, step in enumerate(steps) if step[0] == "equal"]
    return list(steps[equal[0] : equal[-1] + 1]) if equal else []


def _abbreviates(got: list[tuple[str, str]], expected: list[tuple[str, str]], step: Step) -> bool:
    """Whether a word in capitals stands for the words of the title by their first letters: ``NSNN``."""
    _, i1, i2, j1, j2 = step
    words, right = [word for _, word in got[i1:i2]], [key for key, _ in expected[j1:j2]]
    if len(words) != 1 or not words[0].isupper() or len(right) < FEWEST_ABBREVIATED:
        return False
    return folded(words[0]) == folded("".join(key[0] for key in right))


def _is_torn_word(got: list[tuple[str, str]], expected: list[tuple[str, str]], step: Step) -> bool:
    """Whether the letters are the same and only blanks within a word differ, as files of PDF have them: ``v ề``."""
    _, i1, i2, j1, j2 = step
    return "".join(key for key, _ in got[i1:i2]) == "".join(key for key, _ in expected[j1:j2])


def _shown(got: list[tuple[str, str]], expected: list[tuple[str, str]], step: Step) -> Difference:
    """The changed words with the words around them, two syllables on each side: most words have two."""
    _, i1, i2, j1, j2 = step
    typed = [word or key for key, word in got[max(0, i1 - AROUND) : i2 + AROUND]]
    right = [word or key for key, word in expected[max(0, j1 - AROUND) : j2 + AROUND]]
    return Difference(" ".join(typed), " ".join(right))


def _case_differences(got: list[tuple[str, str]], expected: list[tuple[str, str]]) -> list[Difference]:
    """Letter case, the first word left out: it depends on the sentence."""
    pairs = list(zip(got, expected, strict=True))[1:]
    changed = [(a, b) for (_, a), (_, b) in pairs if a and b and a != b and a.lower() == b.lower()]
    return [Difference(a, b, case=True) for a, b in changed]
