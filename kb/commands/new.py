"""kb new: the file of a new document, begun from what its reader knows."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, TEXT, day_of, workspace
from kb.commands.writing import show_duplicates, write_new
from kb.corpus.load import load_corpus
from kb.language.dates import PartialDate
from kb.model import UNKNOWN
from kb.model.vocabulary import DocumentType


@click.command(cls=Verb)
@click.option(
    "--number", type=TEXT, prompt="Số, ký hiệu", help="Số, ký hiệu đúng như trên văn bản, ví dụ 124/2021/TT-BCA."
)
@click.option(
    "--type", "type_", prompt="Thể loại", type=click.Choice([t.value for t in DocumentType]), help="Thể loại văn bản."
)
@click.option("--body", type=TEXT, prompt="Cơ quan ban hành", help="Cơ quan ban hành: mã, tên hoặc chữ viết tắt.")
@click.option(
    "--date", "issued", type=TEXT, prompt="Ngày ban hành", default=UNKNOWN,
    help="Ngày ban hành: YYYY-MM-DD, YYYY-MM, YYYY; chưa biết thì bỏ trống.",
)  # fmt: skip
@click.option(
    "--title", type=TEXT, prompt="Trích yếu", default=UNKNOWN, help="Tên gọi hoặc trích yếu; chưa biết thì bỏ trống."
)
@click.option("--source", type=TEXT, prompt="Đọc ở đâu", help="Nơi đã đọc: địa chỉ trang, hoặc tên tài liệu.")
@click.option("--checked", type=DAY, help="Ngày đọc nguồn (YYYY-MM-DD); mặc định là hôm nay.")
@click.pass_context
def new(ctx: click.Context, /, checked: Any, **given: str) -> None:
    """Tạo tệp cho một văn bản mới; điều chưa biết ghi unknown. Văn bản đã có thì không tạo, mà chỉ ra.

    Không đủ tùy chọn thì kb hỏi từng điều.
    """
    from kb.corpus.canonical import canonical
    from kb.importing import Known, find_body, find_duplicates, new_id, skeleton

    place = workspace(ctx)
    corpus = load_corpus(place.corpus)
    text = _clean(given)
    known = Known(
        text["number"], DocumentType(text["type_"]), find_body(corpus, text["body"]), _day(text["issued"]),
        text["title"] or UNKNOWN, text["source"], day_of(checked).isoformat(),
    )  # fmt: skip
    duplicates = find_duplicates(corpus, known)
    if duplicates:
        show_duplicates(corpus, duplicates, "văn bản này đã có trong kho, không tạo tệp mới")
        ctx.exit(1)
    record_id = new_id(corpus, known)
    path = place.corpus / "documents" / f"{record_id}.yaml"
    write_new(path, canonical(skeleton(known, record_id), "documents")[0])
    click.echo(f"Đã tạo {path.parent.parent.name}/documents/{path.name}. Bổ sung chỗ ghi unknown, rồi chạy: kb check")


def _clean(given: Mapping[str, str]) -> dict[str, str]:
    """The values typed, in NFC, one space between words. Raises click.UsageError for a missing or unreadable one."""
    text = {name: " ".join(unicodedata.normalize("NFC", value).split()) for name, value in given.items()}
    for name, asked in (("number", "số, ký hiệu"), ("source", "nơi đã đọc"), ("title", "")):
        if asked and not text[name]:
            raise click.UsageError(f"chưa có {asked}")
        if not text[name].isprintable():
            raise click.UsageError(f"--{name} có ký tự ẩn hoặc không đọc được: xóa và gõ lại")
    return text


def _day(text: str) -> PartialDate:
    """The date typed, if there is such a day. Raises click.UsageError."""
    try:
        return PartialDate.parse(text or UNKNOWN)
    except ValueError:
        message = f"“{text}” không phải ngày: viết YYYY-MM-DD, YYYY-MM hoặc YYYY"
        raise click.UsageError(message) from None
