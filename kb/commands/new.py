"""kb new: the file of a new document, begun from what its reader knows."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from kb.commands.chosen_entry import chosen_entry, typed_day
from kb.commands.group import Verb
from kb.commands.options import DAY, TEXT, day_of, own_workspace
from kb.commands.writing import show_held, write_new
from kb.corpus.load import load_corpus
from kb.errors import UnknownRecord
from kb.files import FileExists
from kb.language.letters import written
from kb.model import UNKNOWN
from kb.model.vocabulary import DocumentType
from kb.output import say

if TYPE_CHECKING:
    from pathlib import Path

    from kb.corpus.corpus import Corpus
    from kb.importing import Known
    from kb.importing.registered import RegisteredDraft


class AskedOption(click.Option):
    """An option that is asked for where neither the command line nor the register gives it."""

    def prompt_for_value(self, ctx: click.Context) -> Any:
        given = (ctx.default_map or {}).get(self.name or "")
        return super().prompt_for_value(ctx) if given is None else given


asked = partial(click.option, cls=AskedOption)


def _from_register(ctx: click.Context, _: click.Parameter, text: str) -> RegisteredDraft | None:
    """The draft of a document of the register, whose facts then are not asked for.

    Raises as `chosen_entry`, click.BadParameter for a type that no record has, and CorpusReadOnly before anything is
    asked.
    """
    place = own_workspace(ctx)
    if not text:
        return None
    from kb.importing.registered import RegisteredDraft

    held, entry = chosen_entry(place, text, private=bool(ctx.params.get("private")))
    draft = RegisteredDraft(held, entry, date.today())
    try:
        known = draft.known(entry.issuer)
    except ValueError as error:
        raise click.BadParameter(f"kho không có thể loại “{error}”") from None
    ctx.default_map = {
        **{"number": known.number, "type_": known.type.value, "body": known.issuer, "issued": str(known.date)},
        **{"title": known.title, "source": known.where},
    }
    return draft


@click.command(cls=Verb)
@click.argument("held", metavar="[SỐ HIỆU]", default="", is_eager=True, callback=_from_register)
@asked(
    "--number",
    type=TEXT,
    prompt="Số, ký hiệu",
    help="Số, ký hiệu đúng như trên văn bản, ví dụ 124/2021/TT-BCA.",
)
@asked(
    "--type",
    "type_",
    prompt="Thể loại",
    type=click.Choice([t.value for t in DocumentType]),
    help="Thể loại văn bản.",
)
@asked("--body", type=TEXT, prompt="Cơ quan ban hành", help="Cơ quan ban hành: mã, tên hoặc chữ viết tắt.")
@asked(
    "--date", "issued", type=TEXT, prompt="Ngày ban hành", default=UNKNOWN,
    help="Ngày ban hành: dd/mm/yyyy, mm/yyyy, yyyy hoặc YYYY-MM-DD; chưa biết thì bỏ trống.",
)  # fmt: skip
@asked(
    "--title",
    type=TEXT,
    prompt="Trích yếu",
    default=UNKNOWN,
    help="Tên gọi hoặc trích yếu; chưa biết thì bỏ trống.",
)
@asked("--source", type=TEXT, prompt="Đọc ở đâu", help="Nơi đã đọc: địa chỉ trang, hoặc tên tài liệu.")
@click.option("--checked", type=DAY, help="Ngày đọc nguồn (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option(
    "--private", is_flag=True, is_eager=True,
    help="Cho lấy cả dữ kiện của sổ riêng; dữ kiện ấy vào kho, ai đọc kho cũng đọc được.",
)  # fmt: skip
@click.pass_context
def new(ctx: click.Context, /, held: RegisteredDraft | None, checked: Any, *, private: bool, **given: str) -> None:
    """Tạo tệp cho một văn bản mới; điều chưa biết ghi unknown. Văn bản đã có thì không tạo, mà chỉ ra.

    Nêu SỐ HIỆU có trong sổ đăng ký thì dữ kiện và nguồn lấy từ sổ; nhiều văn bản cùng số thì nêu cả ngày.
    Không thì kb hỏi từng điều chưa nêu ở tùy chọn. Dữ kiện của sổ riêng chỉ lấy khi có --private.

    Ví dụ: kb new 34/2016/NĐ-CP; kb new "83/2022/NĐ-CP ngày 18/10/2022"
    """
    from kb.importing import find_duplicates, new_id, skeleton

    place = own_workspace(ctx)
    corpus = load_corpus(place.corpus)
    typed, read_on = _typed(given), day_of(checked).isoformat()
    bodies = _body_begun(corpus, typed, read_on) if held else {}
    known = _known(corpus, typed, read_on, next(iter(bodies), ""))
    if duplicates := find_duplicates(corpus, known):
        show_held(corpus, duplicates, "văn bản này đã có trong kho, không tạo tệp mới")
        ctx.exit(1)
    record_id = new_id(corpus, known)
    path = place.corpus / "documents" / f"{record_id}.yaml"
    try:
        files = {place.corpus / "bodies" / f"{key}.yaml": text for key, text in bodies.items()}
        write_new(files | {path: held.text(known, record_id) if held else skeleton(known, record_id)})
    except FileExists:  # the id was free: no record could be read from that file
        message = f"tệp {path.parent.name}/{path.name} đã có nhưng không đọc được: chạy kb check rồi sửa tệp ấy"
        raise click.UsageError(message) from None
    _say_made(path, held)


def _say_made(path: Path, held: RegisteredDraft | None) -> None:
    from kb.register.layers import Layer

    if held and held.layer is Layer.PRIVATE:
        say("kb: dữ kiện lấy từ sổ riêng của cơ quan nay nằm trong kho: xem lại trước khi gửi đi", err=True)
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


def _body_begun(corpus: Corpus, text: dict[str, str], checked: str) -> dict[str, str]:
    """The text of the file, by its id, of a body that a register names and the corpus does not hold; else nothing.

    Raises UnknownRecord where what the register has cannot be the name of one body.
    """
    from kb.importing import find_body
    from kb.importing.body_yaml import body_begun
    from kb.importing.document_yaml import Origin

    try:
        find_body(corpus, text["body"])
    except UnknownRecord:
        begun = body_begun(text["body"], Origin(text["source"], checked))
        if begun is None or begun[0] in corpus.records:
            raise
        return dict([begun])
    return {}


def _known(corpus: Corpus, text: dict[str, str], checked: str, body: str) -> Known:
    """What the options say; `body` is the id of an issuer that is new. Raises UnknownRecord for another that the corpus
    does not hold, click.UsageError for the date.
    """
    from kb.importing import Known, find_body

    return Known(
        number=text["number"],
        type=DocumentType(text["type_"]),
        issuer=body or find_body(corpus, text["body"]),
        date=typed_day(text["issued"]),
        title=text["title"] or UNKNOWN,
        where=text["source"],
        checked=checked,
    )
