"""kb import: an office's file to a draft record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import Verb
from kb.commands.options import DAY, TEXT, PathType, day_of, own_workspace, workspace
from kb.commands.writing import show_held, write_new
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.errors import KbError
from kb.output import say

if TYPE_CHECKING:
    from kb.importing import Drafted


@click.command("import", cls=Verb)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=PathType("tệp"))
@click.option(
    "--out", type=PathType("thư mục", file_okay=False, allow_dash=True),
    help="Thư mục ghi bản nháp, “-” là in ra; mặc định là documents/ hoặc plans/ của kho.",
)  # fmt: skip
@click.option("--source", type=TEXT, help="Nơi lấy tệp: địa chỉ trang, hoặc tên tài liệu; mặc định là tên tệp.")
@click.option("--checked", type=DAY, help="Ngày đọc nguồn (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--plan/--document", default=None, help="Đọc như kế hoạch của đơn vị, hay như văn bản; mặc định tự xét.")
@click.pass_context
def import_(
    ctx: click.Context, files: tuple[Path, ...], out: Path | None, source: str | None, checked: Any, plan: bool | None
) -> None:
    """Đọc tệp văn bản (.docx, .doc, .rtf, .odt, .pdf, .html, .txt, .md) thành bản nháp YAML.

    Mỗi trường kèm độ tin cậy và dòng đã đọc. Văn bản đã có thì không ghi, mà chỉ ra.

    Ví dụ: kb import thong-tu.pdf --source https://congbao.chinhphu.vn
    """
    from kb.importing import Origin, draft_of

    place = workspace(ctx) if out else own_workspace(ctx)
    worst = 0
    for path in files:
        origin = Origin(source or f"tệp {path.name}", day_of(checked).isoformat())
        try:
            corpus = load_corpus(place.corpus)
            worst = max(worst, _imported(corpus, draft_of(corpus, path, origin, plan), out))
        except KbError as error:
            say(f"kb: {error}", err=True)
            worst = 2
    ctx.exit(worst)


def _imported(corpus: Corpus, draft: Drafted, out: Path | None) -> int:
    """Write or print a draft, or show the records that are this document.

    Exit code 0, or 1 for nothing written, or for a part of the file that was not read.
    """
    if draft.duplicates:
        show_held(corpus, draft.duplicates, f"“{draft.name}” đã có trong kho, không ghi bản nháp")
        return 1
    if out and str(out) == "-":
        say(draft.text, end="")
        for line in draft.unread:
            say(f"kb: chưa đọc được trong “{draft.name}”: {line}", err=True)
        return int(bool(draft.unread))
    path = (out or corpus.root / draft.folder) / f"{draft.id}.yaml"
    if path.exists():
        say(f"kb: tệp {path} đã có, không ghi đè; xóa hoặc đổi tên tệp ấy rồi chạy lại", err=True)
        return 1
    bodies = {(out or corpus.root / "bodies") / f"{record_id}.yaml": text for record_id, text in draft.bodies}
    # the document last: killed between two files, the import is run again
    write_new({body: text for body, text in bodies.items() if not body.exists()} | {path: draft.text})
    say(f"Đã viết {path}\n{draft.summary}")
    return int(bool(draft.unread))
