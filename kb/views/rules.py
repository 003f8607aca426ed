"""The rules of `kb check`, each as its page says it: the docstring of its module, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.rules.rule import Rule
from kb.rules.run import rules
from kb.views.site_snapshot import Hyperlink

HREF = "quy-tac/"
_GROUPS = {
    "SRC": "Tệp",
    "FLD": "Trường dữ liệu",
    "IDN": "Nhận diện văn bản",
    "NUM": "Số, ký hiệu",
    "DAT": "Ngày",
    "REF": "Mã được nhắc tới",
    "REL": "Quan hệ giữa các văn bản",
    "STA": "Tình trạng hiệu lực",
    "BOD": "Cơ quan, tổ chức",
    "WIT": "Nguồn chứng thực",
    "SUM": "Tóm tắt",
    "TRM": "Từ viết tắt",
    "LNK": "Liên kết",
    "UNI": "Chữ viết",
    "PLN": "Kế hoạch",
    "REG": "Sổ đăng ký",
    "SUP": "Bỏ qua quy tắc",
}
"""The letters of a code and what its rules are about, in the order in which an editor meets them."""


@dataclass(frozen=True)
class RulePage:
    """A rule, the address of its page, and the way back to the list of rules."""

    rule: Rule
    href: str
    contents: Hyperlink


@dataclass(frozen=True)
class RuleGroup:
    """The rules about one thing."""

    label: str
    pages: tuple[RulePage, ...]


def rule_groups() -> tuple[RuleGroup, ...]:
    """All rules under their headings. Raises KeyError for letters without one, so that none is forgotten."""
    order = {letters: index for index, letters in enumerate(_GROUPS)}
    grouped: dict[str, list[RulePage]] = {}
    for page in sorted(_pages(), key=lambda page: (order[page.rule.code[:3]], page.rule.code)):
        grouped.setdefault(page.rule.code[:3], []).append(page)
    return tuple(RuleGroup(_GROUPS[letters], tuple(pages)) for letters, pages in grouped.items())


def _pages() -> Iterator[RulePage]:
    for rule in rules():
        yield RulePage(rule, f"{HREF}{rule.code.lower()}/", Hyperlink("Quy tắc biên tập", HREF))
