"""kb init: the folder of a new corpus."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import click

from kb.commands.group import Verb
from kb.commands.options import PathType
from kb.corpus.load import load_corpus
from kb.files import create_files
from kb.output import say
from kb.workspace import INSTALLED, PROJECT


@click.command(cls=Verb)
@click.argument("folder", metavar="THƯ_MỤC", type=PathType("thư mục", file_okay=False))
def init(folder: Path) -> None:
    """Tạo một kho mới trong THƯ_MỤC: khuôn dữ liệu, cài đặt VS Code, quy trình GitHub và một văn bản mẫu để chép theo.

    Tệp đã có thì không ghi đè, và không tạo gì cả. Kho vừa tạo qua được kb check và kb build.

    Ví dụ: kb init kho-cua-toi
    """
    from kb.new_corpus import FIRST, new_files

    files = new_files(load_corpus(INSTALLED), PROJECT / ".vscode", version("kb-van-ban"))
    create_files({folder / path: content for path, content in files.items()})
    say(f"Đã tạo kho mới trong {folder}: {len(files)} tệp. Chép theo corpus/documents/{FIRST}.yaml, hoặc chạy:")
    say(f"cd {folder}\nkb new\nkb check\nkb serve")
