"""The pages that are made of the documentation: which file stands where on the site, and for whom."""

from __future__ import annotations

from dataclasses import dataclass

from kb.views.site_snapshot import Hyperlink

STAFF, EDITORS = "tro-giup/", "bien-tap/"
"""The folders of the pages for staff and for editors, whose first pages lead to the others."""
STAFF_PART = Hyperlink("Trợ giúp", STAFF)
EDITORS_PART = Hyperlink("Dành cho biên tập", EDITORS)


@dataclass(frozen=True)
class Manual:
    """A page of the site that a Markdown file of the project is the text of.

    `source` is the file's path from the top of the project, `title` its heading, `said` what a reader finds there.
    """

    source: str
    href: str
    title: str
    said: str
    part: Hyperlink

    @property
    def path(self) -> str:
        """That of the page's Markdown file, as `kb.views.pages.Page` has it."""
        return f"{self.href}index.md"


def _staff(source: str, name: str, title: str, said: str) -> Manual:
    return Manual(source, f"{STAFF}{name}/", title, said, STAFF_PART)


def _editors(source: str, name: str, title: str, said: str) -> Manual:
    return Manual(source, f"{EDITORS}{name}/", title, said, EDITORS_PART)


MANUALS = (
    _staff("docs/lenh.md", "lenh", "Các lệnh", "mọi lệnh và tùy chọn, cho người dùng dòng lệnh"),
    _staff("docs/tro-ly-ai.md", "tro-ly-ai", "Trợ lý AI và kb", "cho trợ lý AI tra kho thay vì bịa số hiệu"),
    _staff("docs/so-sanh.md", "so-sanh", "So với các công cụ khác", "kb không làm gì, khi nào nên dùng công cụ khác"),
    _staff(
        "docs/giay-phep-thu-vien.md",
        "giay-phep",
        "Giấy phép của các thư viện",
        "trang này và chương trình dùng phần mềm của ai",
    ),
    _editors(
        "CONTRIBUTING.md", "dong-gop", "Đóng góp", "thêm một văn bản từng bước; một tệp đầy đủ, giải thích từng dòng"
    ),
    _editors(
        "docs/huong-dan-bien-tap.md", "huong-dan", "Hướng dẫn biên tập", "nguyên tắc ghi dữ kiện, việc ít gặp, lệnh"
    ),
    _editors("docs/truong-du-lieu.md", "truong-du-lieu", "Các trường dữ liệu", "mọi trường của mọi loại bản ghi"),
    _editors(
        "docs/so-dang-ky.md",
        "so-dang-ky",
        "Kho và sổ đăng ký: điều gì ghi ở đâu",
        "tầng nào nói được gì, nhập bảng mới",
    ),
    _editors("docs/thuat-ngu-giao-dien.md", "thuat-ngu", "Thuật ngữ của giao diện", "từ dùng trong trang và thông báo"),
)
"""A file of the documentation that a reader of the site needs is a line here. Pages in English stay with the code."""


def manuals_of(part: Hyperlink) -> tuple[Manual, ...]:
    """The manuals below a page of the site, in their order there."""
    return tuple(manual for manual in MANUALS if manual.part == part)
