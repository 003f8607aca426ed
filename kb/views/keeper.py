"""Who runs the site, and where a reader reports an error of a page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

_FORM = "bao-sai.yml"
"""The issue form of the repository (.github/ISSUE_TEMPLATE)."""


@dataclass(frozen=True)
class Keeper:
    """As the configuration of the site names it; each is empty where nothing is named."""

    name: str = ""
    contact: str = ""
    """An e-mail address, a telephone number, or words."""
    repo: str = ""
    """The web address of the repository."""
    offline: str = ""
    """The web address of the packed site (`kb build --offline`), where it was put somewhere."""

    @property
    def mail(self) -> str:
        """The e-mail address among the contacts; empty where there is none."""
        return next((word.strip(",;()<>") for word in self.contact.split() if "@" in word), "")

    def report(self, title: str, address: str) -> str:
        """Where an error of the page is reported, with the page filled in; empty where nobody is named."""
        if self.repo:
            asked = {"template": _FORM, "title": f"Báo sai: {title}", "record": f"{title} ({address})"}
            return f"{self.repo.rstrip('/')}/issues/new?{urlencode(asked, quote_via=quote)}"
        if self.mail:
            body = f"Trang: {title}\n{address}\n\nChỗ sai và cách ghi đúng:\n\nNguồn:\n"
            asked = {"subject": f"Báo sai: {title}", "body": body}
            return f"mailto:{quote(self.mail, safe='@')}?{urlencode(asked, quote_via=quote)}"
        return ""
