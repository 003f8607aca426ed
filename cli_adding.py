"""The commands of adding to the corpus: a new document's file, and what a change means."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli import DAY, day_of, workspace
from kb.corpus.corpus import Corpus, load_corpus
from kb.errors import KbError
from kb.language.dates import PartialDate
from kb.model import UNKNOWN
from kb.model.vocabulary import DocumentType

if TYPE_CHECKING:
    from kb.importing import Drafted


@click.command()
@click.option("--number", prompt="Số, ký hiệu", help="Số, ký hiệu đúng như trên văn bản, ví dụ 124/2021/TT-BCA.")
@click.option(
    "--type", "type_", prompt="Thể loại", type=click.Choice([t.value for t in DocumentType]), help="Thể loại văn bản."
)
@click.option("--body", prompt="Cơ quan ban hành", help="Cơ quan ban hành: mã, tên hoặc chữ viết tắt.")
@click.option(
    "--date", "issued", prompt="Ngày ban hành", default=UNKNOWN,
    help="Ngày ban hành: YYYY-MM-DD, YYYY-MM, YYYY; chưa biết thì bỏ trống.",
)  # fmt: skip
@click.option("--title", prompt="Trích yếu", default=UNKNOWN, help="Tên gọi hoặc trích yếu; chưa biết thì bỏ trống.")
@click.option("--source", prompt="Đọc ở đâu", help="Nơi đã đọc: địa chỉ trang, hoặc tên tài liệu.")
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
    text = {name: " ".join(unicodedata.normalize("NFC", value).split()) for name, value in given.items()}
    for name, asked in (("number", "số, ký hiệu"), ("source", "nơi đã đọc"), ("title", "")):
        if asked and not text[name]:
            raise click.UsageError(f"chưa có {asked}")
        if not text[name].isprintable():
            raise click.UsageError(f"--{name} có ký tự ẩn hoặc không đọc được: xóa và gõ lại")
    known = Known(
        text["number"], DocumentType(text["type_"]), find_body(corpus, text["body"]), _day(text["issued"]),
        text["title"] or UNKNOWN, text["source"], day_of(checked).isoformat(),
    )  # fmt: skip
    duplicates = find_duplicates(corpus, known)
    if duplicates:
        from kb.views.describe import describe

        click.echo("kb: văn bản này đã có trong kho, không tạo tệp mới\n", err=True)
        click.echo("\n\n".join("\n".join(describe(corpus, held, date.today())) for held in duplicates))
        ctx.exit(1)
    record_id = new_id(corpus, known)
    path = place.corpus / "documents" / f"{record_id}.yaml"
    _write_new(path, canonical(skeleton(known, record_id), "documents")[0])
    click.echo(f"Đã tạo {path.parent.parent.name}/documents/{path.name}. Bổ sung chỗ ghi unknown, rồi chạy: kb check")


@click.command("import")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False, allow_dash=True),
    help="Thư mục ghi bản nháp, “-” là in ra; mặc định là documents/ hoặc plans/ của kho.",
)  # fmt: skip
@click.option("--source", help="Nơi lấy tệp: địa chỉ trang, hoặc tên tài liệu; mặc định là tên tệp.")
@click.option("--checked", type=DAY, help="Ngày đọc nguồn (YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--plan/--document", default=None, help="Đọc như kế hoạch của đơn vị, hay như văn bản; mặc định tự xét.")
@click.pass_context
def import_(
    ctx: click.Context, files: tuple[Path, ...], out: Path | None, source: str | None, checked: Any, plan: bool | None
) -> None:
    """Đọc tệp văn bản (.docx, .pdf, .html, .txt, .md) thành bản nháp YAML, mỗi trường kèm độ tin cậy và dòng đã đọc.

    Văn bản đã có thì không ghi, mà chỉ ra.

    Ví dụ: kb import thong-tu.pdf --source https://congbao.chinhphu.vn
    """
    from kb.importing import Origin, draft_of

    place = workspace(ctx)
    worst = 0
    for path in files:
        origin = Origin(source or f"tệp {path.name}", day_of(checked).isoformat())
        try:
            corpus = load_corpus(place.corpus)
            worst = max(worst, _imported(corpus, draft_of(corpus, path, origin, plan), out))
        except KbError as error:
            click.echo(f"kb: {error}", err=True)
            worst = 2
    ctx.exit(worst)


def _imported(corpus: Corpus, draft: Drafted, out: Path | None) -> int:
    """Write a draft, or show what it would be a duplicate of; 0 written, 1 not."""
    if draft.duplicates:
        from kb.views.describe import describe

        click.echo(f"kb: “{draft.name}” đã có trong kho, không ghi bản nháp\n", err=True)
        click.echo("\n\n".join("\n".join(describe(corpus, held, date.today())) for held in draft.duplicates))
        return 1
    if out and str(out) == "-":
        click.echo(draft.text, nl=False)
        return 0
    path = (out or corpus.root / draft.folder) / f"{draft.id}.yaml"
    if path.exists():
        click.echo(f"kb: tệp {path} đã có, không ghi đè; xóa hoặc đổi tên tệp ấy rồi chạy lại", err=True)
        return 1
    _write_new(path, draft.text)
    for record_id, text in draft.bodies:
        body = (out or corpus.root / "bodies") / f"{record_id}.yaml"
        if not body.exists():
            _write_new(body, text)
    click.echo(f"Đã viết {path}\n{draft.summary}")
    return 0


def _write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises click.UsageError where it cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.parent.is_symlink():
        raise click.UsageError(
            f"thư mục {path.parent.name}/ là liên kết, có thể trỏ ra ngoài kho dữ liệu: không ghi vào đó"
        )
    try:
        with path.open("xb") as file:
            file.write(text.encode())
    except FileExistsError:
        message = f"tệp {path.parent.name}/{path.name} đã có nhưng không đọc được: chạy kb check rồi sửa tệp ấy"
        raise click.UsageError(message) from None


def _day(text: str) -> PartialDate:
    """The date typed, if there is such a day. Raises click.UsageError."""
    try:
        return PartialDate.parse(text or UNKNOWN)
    except ValueError:
        message = f"“{text}” không phải ngày: viết YYYY-MM-DD, YYYY-MM hoặc YYYY"
        raise click.UsageError(message) from None


@click.command()
@click.argument("base", metavar="GỐC")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD); mặc định là hôm nay.")
@click.pass_context
def diff(ctx: click.Context, base: str, at: Any) -> None:
    """Nói bằng lời thay đổi của kho dữ liệu so với một nhánh, thẻ hay lần ghi của Git (Markdown).

    Ví dụ: kb diff origin/main
    """
    from kb.history import compare, corpus_at, summary

    root = workspace(ctx).corpus
    click.echo(summary(compare(corpus_at(root, base), load_corpus(root), day_of(at))))
