"""kb new: the file of a new document, begun from what its reader knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, TEXT, day_of, workspace
from kb.commands.writing import show_held, write_new
from kb.corpus.load import load_corpus
from kb.files import FileExists
from kb.language.dates import PartialDate
from kb.language.letters import written
from kb.model import UNKNOWN
from kb.model.vocabulary import DocumentType
from kb.output import say

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.importing import Known


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
    help="Ngày ban hành: dd/mm/yyyy, mm/yyyy, yyyy hoặc YYYY-MM-DD; chưa biết thì bỏ trống.",
)  # fmt: skip
@click.option(
    "--title", type=TEXT, prompt="Trích yếu", default=UNKNOWN, help="Tên gọi hoặc trích yếu; chưa biết thì bỏ trống."
)
@click.option("--source", type=TEXT, prompt="Đọc ở đâu", help="Nơi đã đọc: địa chỉ trang, hoặc tên tài liệu.")
@click.option("--checked", type=DAY, help="Ngày đọc nguồn (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.pass_context
def new(ctx: click.Context, /, checked: Any, **given: str) -> None:
    """Tạo tệp cho một văn bản mới; điều chưa biết ghi unknown. Văn bản đã có thì không tạo, mà chỉ ra.

    Không đủ tùy chọn thì kb hỏi từng điều.
    """
    from kb.importing import find_duplicates, new_id, skeleton

    place = workspace(ctx)
    corpus = load_corpus(place.corpus)
    known = _known(corpus, _typed(given), day_of(checked).isoformat())
    if duplicates := find_duplicates(corpus, known):
        show_held(corpus, duplicates, "văn bản này đã có trong kho, không tạo tệp mới")
        ctx.exit(1)
    record_id = new_id(corpus, known)
    path = place.corpus / "documents" / f"{record_id}.yaml"
    try:
        write_new({path: skeleton(known, record_id)})
    except FileExists:  # the id was free: no record could be read from that file
        message = f"tệp {path.parent.name}/{path.name} đã có nhưng không đọc được: chạy kb check rồi sửa tệp ấy"
        raise click.UsageError(message) from None
    say(f"Đã tạo {path.parent.parent.name}/documents/{path.name}. Bổ sung chỗ ghi unknown, rồi chạy: kb check")


def _typed(given: dict[str, str]) -> dict[str, str]:
    """The options in one spelling, single-spaced. Raises click.UsageError for one that is empty or cannot be shown."""
    text = {name: " ".join(written(value).split()) for name, value in given.items()}
    for name, asked in (("number", "số, ký hiệu"), ("source", "nơi đã đọc"), ("title", "")):
        if asked and not text[name]:
            raise click.UsageError(f"chưa có {asked}")
        if not " ".join(given[name].split()).isprintable() and not (name == "number" and text[name].isprintable()):
            raise click.UsageError(f"--{name} có ký tự ẩn hoặc không đọc được: xóa và gõ lại")
    return text


def _known(corpus: Corpus, text: dict[str, str], checked: str) -> Known:
    """What the options say. Raises UnknownRecord for the body, click.UsageError for the date."""
    from kb.importing import Known, find_body

    return Known(
        number=text["number"],
        type=DocumentType(text["type_"]),
        issuer=find_body(corpus, text["body"]),
        date=_day(text["issued"]),
        title=text["title"] or UNKNOWN,
        where=text["source"],
        checked=checked,
    )


def _day(text: str) -> PartialDate:
    """The date typed, as exact as it is. Raises click.UsageError where there is no such day."""
    try:
        return PartialDate.written(text) if "/" in text else PartialDate.parse(text or UNKNOWN)
    except ValueError:
        message = f"“{text}” không phải ngày: viết dd/mm/yyyy, mm/yyyy, yyyy hoặc YYYY-MM-DD"
        raise click.UsageError(message) from None
