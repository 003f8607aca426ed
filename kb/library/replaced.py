"""What an article says that its document takes the place of: ``Nghị định này thay thế Nghị định số … ngày …``.

Only the plainest form is read, one document a sentence and the whole of it, because a wrong reading says of a document
that it no longer holds. Of 498 such sentences in the codified law of 2026, 432 name the end that the register knew,
none another document that ended it; 16 name a document that the codified law still holds, which `kb.library.stated`
leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kb.language.dates import PartialDate
from kb.library.article import CodifiedArticle
from kb.library.note import number_pattern, plain_number, type_pattern

_SAID = re.compile(
    rf"(?:^|[.;]\s+|\n)(?:\d{{1,2}}\.\s*|[a-zđ]\)\s*|-\s*)?(?P<own>{type_pattern()}) này "
    rf"(?:có hiệu lực (?:thi hành )?(?:kể )?từ ngày [\d/ thángnăm]{{6,30}} (?:và )?)?thay thế (?:cho )?"
    rf"(?P<type>{type_pattern()}) số:? (?P<number>{number_pattern()}),? ngày (?P<day>\d{{1,2}})"
    r"(?:/| tháng )(?P<month>\d{1,2})(?:/| năm )(?P<year>\d{4})(?P<rest>[^.;\n]{0,600})"
)
_LIMITED = re.compile(r"(?<!\w)(?:trừ|đối với|phần|nội dung|liên quan|các quy định|hết hiệu lực)(?!\w)", re.IGNORECASE)
"""Words that leave some of it in force, or tell of another document."""


class ReplacedDocument(Struct, frozen=True):
    """A document whose place another took, with its ISO day of issue."""

    number: str
    type: str
    issued: str


def replaced_by(article: CodifiedArticle) -> Iterator[ReplacedDocument]:
    """The documents that the article's own replaces as a whole."""
    for said in _SAID.finditer(article.text):
        day = PartialDate.typed(said["day"], said["month"], said["year"])
        own = said["own"] == article.source.type
        if own and day.is_day and not _LIMITED.search(said["rest"]):
            yield ReplacedDocument(plain_number(said["number"]), said["type"], str(day))
