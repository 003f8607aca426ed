"""Where a reader reports an error of a page, with the page filled in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from kb.views.keeper import Keeper

TITLE, ADDRESS = "Thông tư 1/2021/TT-BCA & khác", "van-ban/tt-1/"


def test_the_form_of_the_repository_gets_the_page() -> None:
    where = urlsplit(Keeper(repo="https://git.example/a/b/", contact="a@example.vn").report(TITLE, ADDRESS))
    asked = {name: value for name, (value,) in parse_qs(where.query).items()}
    assert f"{where.scheme}://{where.netloc}{where.path}" == "https://git.example/a/b/issues/new"
    assert asked == {"template": "bao-sai.yml", "title": f"Báo sai: {TITLE}", "record": f"{TITLE} ({ADDRESS})"}


def test_a_mail_names_the_page() -> None:
    where = urlsplit(Keeper(contact="Ban Chính sách, <a@example.vn>; 0123").report(TITLE, ADDRESS))
    asked = {name: value for name, (value,) in parse_qs(where.query).items()}
    assert (where.scheme, where.path, asked["subject"]) == ("mailto", "a@example.vn", f"Báo sai: {TITLE}")
    assert ADDRESS in asked["body"].splitlines()


@pytest.mark.parametrize("contact", ["", "0299 123 456"])
def test_without_an_address_there_is_none(contact: str) -> None:
    assert Keeper(contact=contact).report(TITLE, ADDRESS) == ""
