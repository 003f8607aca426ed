"""kb register: tables merged into the register beside the corpus, or into the office's own; what it holds; its age."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import OPTIONS, Verb
from kb.commands.options import (
    DAY,
    TEXT,
    PathType,
    WholeNumber,
    day_of,
    opened,
    own_workspace,
    print_json,
    read_on,
    workspace,
)
from kb.commands.registers import DATA_FOLDER, opened_registers, private_folder, say_entries
from kb.output import say
from kb.register.sources import SourceGroup

if TYPE_CHECKING:
    from kb.register.folder import RegisterTables
    from kb.register.layers import LayerRegister
    from kb.register.sources import RegisterSource
    from kb.register.tables import Table
    from kb.review.asked import Asked
    from kb.workspace import Workspace

OWN_SOURCE = "so-rieng"
"""The code of the office's own list."""


register = click.Group(
    "register",
    help="Sổ đăng ký văn bản bên cạnh kho: có văn bản nào, ngày nào, hiệu lực từ khi nào đến khi nào, theo nguồn nào.",
    options_metavar=OPTIONS,
    subcommand_metavar="LỆNH [THAM SỐ]…",
)


@register.command(cls=Verb)
@click.argument("file", metavar="TỆP", type=PathType("tệp"))
@click.option("--source", type=TEXT, default="", help="Mã nguồn, ví dụ pd26; bảng tự ghi nguồn từng cột thì bỏ trống.")
@click.option("--name", type=TEXT, default="", help="Tên nguồn mới, như sẽ hiện cho người đọc.")
@click.option("--group", type=click.Choice([g.value for g in SourceGroup]), help="Nhóm của nguồn mới.")
@click.option("--read", type=DAY, help="Ngày đọc nguồn (YYYY-MM-DD); mặc định với nguồn mới là hôm nay.")
@click.option("--private", is_flag=True, help="Ghi vào sổ riêng của cơ quan, trong thư mục dữ liệu của người dùng.")
@click.pass_context
def add(ctx: click.Context, file: Path, source: str, name: str, group: str | None, read: Any, private: bool) -> None:
    """Nhập một bảng văn bản (TSV, CSV, JSON lines, Excel) vào sổ đăng ký và kể dòng nào không nhận, vì sao.

    Nhập lại cùng một bảng thì sổ không đổi. Sổ công văn của cơ quan: thêm --private, dữ liệu không rời khỏi máy.

    Ví dụ: kb register add van-ban.csv --source vbpl26 --name "CSDL quốc gia về văn bản" --group danh-sach
    """
    from kb.register.adding import add_rows
    from kb.register.folder import read_tables, write_tables
    from kb.register.issuers import Issuers
    from kb.register.tables import read_table

    place = workspace(ctx) if private else own_workspace(ctx)
    folder = _own_folder(place) if private else _shared_folder(place, group)
    tables = read_tables(folder)
    code = source or (OWN_SOURCE if private else "")
    if code:
        _state_source(tables, code, name, group or (SourceGroup.OWN.value if private else None), read)
    table = read_table(file)
    report = add_rows(tables, Issuers(opened(place)), table.rows, code)
    written = write_tables(folder, tables)
    for line in (*_encoding_lines(table), *report.lines()):
        say(line)
    say(f"Đã ghi {len(written)} tệp trong {folder}." if written else "Sổ không đổi.")
    ctx.exit(1 if report.refused else 0)


def _encoding_lines(table: Table) -> list[str]:
    """What is said of a table that was typed before Unicode."""
    return [f"Bảng gõ bằng mã {', '.join(table.encodings)}: đã đọc sang Unicode."] if table.encodings else []


def _shared_folder(place: Workspace, group: str | None) -> Path:
    """The folder of the register beside the corpus. Raises click.UsageError for a source that is an office's own."""
    if group == SourceGroup.OWN.value:
        raise click.UsageError(f"nhóm “{group}” là của sổ riêng: thêm --private; ai đọc kho cũng đọc sổ cạnh kho")
    return place.register


def _own_folder(place: Workspace) -> Path:
    """The folder of the private register. Raises click.UsageError where it lies in a corpus, which others get too."""
    folder = private_folder()
    if folder.resolve().is_relative_to(place.corpus.resolve()):
        raise click.UsageError(f"sổ riêng không đặt trong kho ({folder}): đặt biến {DATA_FOLDER} là thư mục khác")
    return folder


def _state_source(tables: RegisterTables, code: str, name: str, group: str | None, read: Any) -> None:
    """Put the source into the table, or its new reading day. Raises click.UsageError for a new one without a group."""
    held: RegisterSource | None = tables.sources.get(code)
    from kb.language.dates import PartialDate
    from kb.language.one_line import on_one_line

    if held is None and group is None:
        known = ", ".join(tables.sources) or "chưa có nguồn nào"
        raise click.UsageError(f"nguồn “{code}” chưa có trong bảng nguồn ({known}); nguồn mới cần --group và --name")
    stated = read_on(read)
    day = PartialDate.of(stated or date.today()) if stated or held is None else held.read
    kind = SourceGroup(group) if group else held.group if held else SourceGroup.OWN
    shown = on_one_line(name) or (held.name if held else "Sổ văn bản của cơ quan" if kind is SourceGroup.OWN else code)
    tables.sources[code] = _checked_source(f"{code}\t{kind.value}\t{shown}\t{day}")


def _checked_source(line: str) -> RegisterSource:
    """The source of a line as the table would hold it. Raises click.UsageError where the table could not."""
    from kb.register.sources import RegisterSource

    try:
        return RegisterSource.parse(line)
    except ValueError as error:
        raise click.UsageError(f"nguồn không nhận được: {error}") from None


@register.command(cls=Verb)
@click.argument("number", metavar="SỐ HIỆU|TÊN LUẬT")
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD); mặc định là hôm nay.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def show(ctx: click.Context, number: str, at: Any, as_json: bool) -> None:
    """In những gì sổ đăng ký ghi về một số hiệu, hay các luật mang một tên, mỗi điều kèm nguồn và ngày đọc.

    Ví dụ: kb register show "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020"; kb register show "Luật Cư trú"
    """
    from kb.register.describing import entry_json
    from kb.review.asked_registers import asked_of_registers

    place = workspace(ctx)
    registers = opened_registers(place)
    asked = asked_of_registers(registers, number, day_of(at))
    for line in asked.said if asked.entries else ():
        say(f"kb: {line}", err=True)
    if as_json:
        print_json([entry_json(held, entry) for held, entry in asked.entries])
    elif asked.entries:
        say_entries(asked.entries, opened(place), day_of(at))
    else:
        say(_nothing(registers, asked))
    ctx.exit(0 if asked.entries else 1)


def _nothing(registers: list[LayerRegister], asked: Asked) -> str:
    """What is said where no register has what was asked for."""
    from kb.register.describing import known_to
    from kb.register.entry_words import KNOWN_ALONE

    if not registers:
        return "kho này chưa có sổ đăng ký"
    if known_to(registers, asked.text):
        return KNOWN_ALONE
    return "; ".join(asked.said) or f"sổ đăng ký không có “{asked.text[:60]}”"


@register.command(cls=Verb)
@click.option("--months", type=WholeNumber(min=1), default=36, show_default=True, help="Quá hạn sau số tháng này.")
@click.option("--at", type=DAY, help="Xét vào ngày này (YYYY-MM-DD).")
@click.option("--limit", type=WholeNumber(min=0), default=20, show_default=True, help="Số văn bản in ra; 0 là tất cả.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def stale(ctx: click.Context, months: int, at: Any, limit: int, as_json: bool) -> None:
    """Kể điều cần xem lại của sổ đăng ký: nguồn đọc lâu nhất, dữ kiện chỉ một nguồn, các nguồn chưa thống nhất.

    Văn bản mà kế hoạch viện dẫn đứng trước.
    """
    from kb.register.folder import read_tables
    from kb.register.review_needs import need_lines, register_needs, source_lines
    from kb.snapshot import Snapshot

    place = workspace(ctx)
    tables = read_tables(place.register)
    cited = Snapshot(opened(place), day_of(at)).cited_numbers()
    needs = register_needs(tables.entries, tables.sources, cited, _months_before(day_of(at), months).isoformat())
    shown = needs[:limit] if limit else needs
    if as_json:
        print_json({"documents": [need.as_json() for need in shown], "summary": {"total": len(needs)}})
    else:
        for line in (*source_lines(tables.entries, tables.sources), *need_lines(shown, len(needs))):
            say(line)
    ctx.exit(1 if needs else 0)


def _months_before(day: date, months: int) -> date:
    """The first day of the month that lies `months` before; of a month before all years, the first day of all."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, 1) if years >= date.min.year else date.min
