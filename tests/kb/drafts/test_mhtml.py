"""Web pages saved as one file: the first page is read, what else the file carries is named."""

from __future__ import annotations

import pytest

from kb.drafts.open import read_draft
from kb.errors import DraftUnreadable

WORDS = "Căn cứ Thông tư số 124/2021/TT-BCA"
HEAD = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'


def part(content: str, kind: str = "text/html", more: str = "") -> str:
    return f"--b\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n{more}\r\n{content}\r\n"


PAGE = part(f"<p>{WORDS}</p>")


@pytest.mark.parametrize(
    ("parts", "unread"),
    [
        ([PAGE], ()),
        ([PAGE, part("<html><body></body></html>"), part("a {b: c}", "text/css"), part(WORDS, "text/plain")], ()),
        ([PAGE, PAGE, PAGE], ("2 trang khác gộp trong tệp; hãy mở ra và rà soát riêng",)),
        (
            [PAGE, part("a", "application/pdf", "Content-Disposition: attachment; filename=a.pdf\r\n")],
            ("1 tệp đính kèm; hãy mở ra và rà soát riêng",),
        ),
    ],
)
def test_other_pages_and_attachments_are_named(parts: list[str], unread: tuple[str, ...]) -> None:
    draft = read_draft(f"{HEAD}{''.join(parts)}--b--\r\n".encode(), "a.mht")
    assert (draft.text.strip(), draft.unread) == (WORDS, unread)


def test_a_file_without_a_page_is_refused_by_name() -> None:
    with pytest.raises(DraftUnreadable, match=r"^“a\.mht” là trang web gộp"):
        read_draft(f"{HEAD}{part(WORDS, 'text/plain')}--b--\r\n".encode(), "a.mht")


BROKEN = r"^“a\.mht” là trang web gộp \(\.mht\) bị hỏng; hãy mở bằng Word rồi lưu thành \.docx$"


def declaring(charset: str) -> bytes:
    return f"MIME-Version: 1.0\r\nContent-Type: text/html; charset={charset}\r\n\r\n<p>{WORDS}</p>".encode()


@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "utf-7", "hex", "none-such", '"a\0b"', "idna", "undefined"])
def test_a_charset_that_the_page_is_not_in_hides_no_text(charset: str) -> None:
    assert read_draft(declaring(charset), "a.mht").text.strip() == WORDS


def test_a_charset_over_which_the_library_fails_is_a_refusal() -> None:
    """RFC 2231 gives a parameter an encoding of its own."""
    with pytest.raises(DraftUnreadable, match=BROKEN):
        read_draft(declaring("x").replace(b"charset=x", b"charset*=a\0'vi'utf-8"), "a.mht")


def test_messages_too_deep_within_each_other_are_refused() -> None:
    data = "MIME-Version: 1.0\n" + "Content-Type: message/rfc822\n\n" * 5_000 + f"Content-Type: text/html\n\n{WORDS}"
    with pytest.raises(DraftUnreadable, match=BROKEN):
        read_draft(data.encode(), "a.mht")
