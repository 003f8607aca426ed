"""The State's layout (Nghị định 30/2020/NĐ-CP, Phụ lục I; laws and resolutions of the National Assembly too).

On the left the body above, the issuing body, the number; on the right the name of the country, its motto, place and
date. In a file the two columns come one after the other, in either order.
"""

from __future__ import annotations

import re

from kb.importing.blocks import Block
from kb.language.dates import place_and_day
from kb.language.fold import folded

MOTTO = re.compile(r"cong hoa xa hoi chu n\w{2,4} viet nam|doc lap\s*[-–]\s*tu(?: do)?\s*[-–]\s*hanh phuc")
LONGEST_DATE_LINE = 60
"""Code points of the line of place and date; a longer one is a sentence."""
LONGEST_BODY_LINE = 500
"""Code points of a line that names bodies; a longer one is a text in capitals."""
_OVER = re.compile(
    r"van ban quy pham phap luat|phan van ban.*|van ban khac"
    r"|\(?du thao(?: lan (?:thu )?\w+| \d+)?\)?|(?:thuong|hoa toc|mat|toi mat|tuyet mat|khan)"
)
_NUMBER = re.compile(r"so\s*:")


def is_header(block: Block) -> bool:
    """Whether the block has a form that only a header has: name of the country, motto, number, place and date."""
    plain = folded(block.text)
    return bool(MOTTO.fullmatch(plain) or _OVER.fullmatch(plain) or _NUMBER.match(plain)) or (
        place_and_day(block.text) is not None and len(block.text) <= LONGEST_DATE_LINE
    )


def names_body(block: Block) -> bool:
    """Whether the block may be the name of a body: capitals, and not the country's."""
    return len(block.text) <= LONGEST_BODY_LINE and block.capitals and not is_header(block)
