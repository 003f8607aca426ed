"""The page of all commands, `docs/lenh.md`, generated from their help.

Run as ``python -m cli_reference`` to write it, with ``--check`` to compare with what is committed.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from cli import main as kb

PAGE = Path(__file__).resolve().parent / "docs" / "lenh.md"
HEAD = """\
# Các lệnh

Trang này được sinh từ trợ giúp của các lệnh bằng `python -m cli_reference`; không sửa tay. Trên dòng lệnh,
`kb LỆNH --help` in cùng nội dung.

Mã thoát của mọi lệnh: 0 là có kết quả hoặc không có lỗi; 1 là không thấy gì hoặc có chỗ phải sửa; 2 là dùng lệnh sai
hoặc tệp không đọc được.
"""


def page() -> str:
    """The whole page, in Markdown."""
    top = click.Context(kb, info_name="kb", **kb.context_settings)
    parts = [HEAD, *_section(kb, top)]
    for name in kb.list_commands(top):
        command = kb.get_command(top, name)
        assert command
        parts += _section(command, click.Context(command, info_name=name, parent=top))
    return "\n".join(parts)


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


def main(arguments: list[str]) -> int:
    """Write the page, or say that it is stale: exit code 1 when it is."""
    text = page()
    stale = not PAGE.exists() or PAGE.read_text("utf-8") != text
    if stale and "--check" in arguments:
        print("docs/lenh.md: cũ so với trợ giúp của các lệnh; chạy: python -m cli_reference")
    elif stale:
        PAGE.write_text(text, "utf-8")
    return int(stale and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
