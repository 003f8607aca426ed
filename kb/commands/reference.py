"""kb reference: the page of all commands, `docs/lenh.md`, written from their help or compared with it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path

import click

from kb.commands.group import Verb
from kb.commands.language import vietnamese
from kb.files import replace_file
from kb.output import say

PAGE = Path(__file__).resolve().parents[2] / "docs" / "lenh.md"
HEAD = """\
# Các lệnh

Trang này được sinh từ trợ giúp của các lệnh bằng `kb reference`; không sửa tay. Trên dòng lệnh,
`kb LỆNH --help` in cùng nội dung.

Mã kết thúc của mọi lệnh: 0 là có kết quả hoặc không có lỗi; 1 là không thấy gì hoặc có chỗ phải sửa; 2 là dùng lệnh sai
hoặc tệp không đọc được.
"""


def page(kb: click.Group) -> str:
    """The whole page, in Markdown."""
    top = click.Context(kb, info_name="kb", **kb.context_settings)
    with vietnamese():
        parts = [HEAD, *_section(kb, top)]
        for name in kb.list_commands(top):
            command = kb.get_command(top, name)
            if command is None or command.hidden:
                continue
            parts += _sections(command, click.Context(command, info_name=name, parent=top))
    return "\n".join(parts)


def _sections(command: click.Command, context: click.Context) -> Iterator[str]:
    """The section of a command, and behind that of a group those of its commands."""
    yield from _section(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.commands[name]
            yield from _sections(inner, click.Context(inner, info_name=name, parent=context))


def _section(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"## {context.command_path}\n\n```text\n{usage}\n```\n\n{inspect.cleandoc(command.help or '')}\n"
    options = [option for option in command.get_params(context) if isinstance(option, click.Option)]
    rows = [record for option in options if (record := option.get_help_record(context))]
    yield "| Tùy chọn | Ý nghĩa |\n|---|---|"
    for names, meaning in rows:
        yield f"| `{_cell(names)}` | {_cell(meaning)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


@click.command(cls=Verb, hidden=True)
@click.option("--check", is_flag=True, help="Chỉ so với tệp đã có, không ghi.")
@click.pass_context
def reference(ctx: click.Context, check: bool) -> None:
    """Viết lại trang các lệnh, docs/lenh.md, từ trợ giúp của các lệnh."""
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    text = page(group)
    stale = not PAGE.exists() or PAGE.read_text("utf-8") != text
    if stale and check:
        say("docs/lenh.md: cũ so với trợ giúp của các lệnh; chạy: kb reference")
    elif stale:
        replace_file(PAGE, text.encode())
    ctx.exit(int(stale and check))
