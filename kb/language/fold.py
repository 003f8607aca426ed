"""One form for every way of typing the same Vietnamese text: for comparing, never for storing.

`normal` keeps the diacritics (`kb.language.letters`, lower case, one placement of the tone mark); `folded` takes them
away.
A typed diacritic is honoured by looking for both and trusting `normal` more.

What the two do on purpose, pinned by the table of tests/kb/language/folding.yaml:

- The tone mark moves only at the end of a syllable: ``hoà`` is ``hòa``, but the tone of ``hoàn`` has one place; the
  ``uý`` of ``quý`` stays, for ``qu`` is a consonant.
- Ð (U+00D0, Icelandic eth) is Đ (U+0110), and ð is đ: keyboards and OCR mix them. Other letters with a stroke, such as
  ƀ, are no letters of the alphabet and stay as they are.
- A text of ASCII alone is only put into lower case: nothing else can apply to it.

The search in the browser folds the same way (site/docs/assets/search/engine/fold.js).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from kb.language.letters import Letters, is_plain, spelt
from kb.language.normal_forms import nfd

_NEW_STYLE = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_OLD_STYLE = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
TONE_PLACEMENT = dict(zip(_NEW_STYLE, _OLD_STYLE, strict=True))
"""A syllable's end as it may be typed -> as it is written here."""
# Only at the end of a syllable: "hoà" is "hòa", but the tone of "hoàn" has one place. "quý" is q + uý.
MISPLACED_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_NEW_STYLE)})(?!\w)")
SYLLABLE = re.compile(r"\w+")


def composed(text: str) -> str:
    """The words of a text as patterns and names look for them: letters in one spelling, no marks of Markdown."""
    return text if is_plain(text) else Letters(text).text


def normal(text: str) -> str:
    """Lower case, one spelling, one placement of the tone mark: uỷ -> ủy, hoà -> hòa."""
    if text.isascii():
        return text.lower()
    plain = spelt(text).lower()
    return MISPLACED_TONE.sub(lambda match: TONE_PLACEMENT[match.group()], plain)


normal_word = lru_cache(maxsize=50_000)(normal)
"""`normal` of one word, remembered: texts repeat few words many times."""


def folded(text: str) -> str:
    """As `normal`, without diacritics, đ as d."""
    if text.isascii():
        return text.lower()
    decomposed = nfd(normal(text).replace("đ", "d"))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def syllables(text: str) -> list[str]:
    """The words of a text as `normal` writes them, punctuation dropped."""
    return SYLLABLE.findall(normal(text))
