"""The Party's layout (Hướng dẫn 05-HD/VPTW): bodies, a star, the number on the left; the Party's name, place and
date on the right; the type in capitals, then ``của Bộ Chính trị``, then the title."""

from __future__ import annotations

import re

from kb.importing import header_state
from kb.importing.blocks import Block
from kb.language.fold import folded

MOTTO = re.compile(r"dang cong san viet nam")
_ISSUER = re.compile(r"(?i:của)\s+(?P<body>.{3,120}?)\s+(?=(?i:về|ban hành|quy định|hướng dẫn|thi hành)(?!\w))")


def names_body(block: Block) -> bool:
    """Whether the block may be the name of a body: capitals, and not the Party's."""
    return header_state.names_body(block) and not MOTTO.fullmatch(folded(block.text))


def without_issuer(title: str) -> str:
    """The title without ``của Bộ Chính trị`` in front of it."""
    match = _ISSUER.match(title)
    return title[match.end() :] if match else title


def issuer_in(title: str) -> str:
    """The body named in front of the title, or nothing."""
    match = _ISSUER.match(title)
    return match["body"] if match else ""
