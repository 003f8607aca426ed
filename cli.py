"""The program `kb`: which verbs there are and where each stands. Messages in Vietnamese.

Exit codes: 0 found or clean, 1 nothing found or problems, 2 wrong use. A verb's module is imported when the verb is
called. `build` and `serve` stand here, because they join kb, indexer and site.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.commands.group import OPTIONS, LazyGroup
from kb.commands.options import DAY, FOLDER, TEXT, web_address, whole_workspace
from kb.commands.version import print_version
from kb.output import run_main, say

if TYPE_CHECKING:
    from kb.workspace import Workspace

VERBS = {
    **dict.fromkeys(("index", "library", "mcp", "search", "show"), "indexer.commands"),
    **dict.fromkeys(("basis", "check", "cite", "completion", "diff", "explain", "fmt", "impact"), "kb.commands"),
    **dict.fromkeys(("import", "init", "links", "new", "reference", "register", "review", "stale"), "kb.commands"),
}
"""Verb -> the package that has a module of its name."""


@click.group(
    cls=LazyGroup,
    verbs=VERBS,
    options_metavar=OPTIONS,
    subcommand_metavar="LỆNH [THAM SỐ]…",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--corpus",
    type=FOLDER,
    envvar="KB_CORPUS",
    is_eager=True,
    help="Thư mục kho dữ liệu, hay thư mục có corpus/ (mặc định: biến KB_CORPUS, corpus/ gần nhất, kho đi kèm kb).",
)
@click.help_option("-h", "--help", help="In trợ giúp này.")
@click.option(
    "--version", is_flag=True, expose_value=False, callback=print_version, help="In phiên bản và ngày của kho dữ liệu."
)
@click.pass_context
def main(ctx: click.Context, corpus: Path | None) -> None:
    """Kho tra cứu văn bản: tìm kiếm, xem, kiểm tra và dựng trang."""
    ctx.obj = corpus


def run() -> None:
    """The program `kb`."""
    run_main(main)


@main.command()
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (dd/mm/yyyy hoặc YYYY-MM-DD); mặc định là hôm nay.")
@click.option(
    "--url",
    metavar="ĐỊA_CHỈ",
    default="",
    callback=web_address,
    help="Nơi sẽ đặt trang web; cần cho sơ đồ trang và mã QR khi in.",
)
@click.option("--offline", is_flag=True, help="Đóng cả trang web thành một tệp zip, mở được từ đĩa, không cần mạng.")
@click.option("--publish", is_flag=True, help="Như --offline, và trang đầu mời tải tệp zip ấy: để đăng lên mạng.")
@click.option(
    "--library",
    "with_library",
    is_flag=True,
    help="Đưa cả thư viện trên máy này (kb library) lên trang, gồm mọi tệp đã nhập: để đặt trong nội bộ cơ quan.",
)
@click.pass_context
def build(ctx: click.Context, at: datetime | None, url: str, offline: bool, publish: bool, with_library: bool) -> None:
    """Dựng chỉ mục và trang web vào build/ cạnh kho; của kho đi kèm kb thì vào thư mục tạm của người dùng.

    Trang cũ phục vụ cho tới khi trang mới xong; dựng dở thì trang cũ còn nguyên, trang không đổi thì tệp không bị
    ghi lại. Cùng một kho dữ liệu, cùng một ngày thì dựng lần nào cũng ra từng byte như nhau.
    """
    from kb.site_build.build import build_site

    place = whole_workspace(ctx)
    from indexer.commands.index import build_index
    from indexer.commands.library import usable_library

    library = usable_library() if with_library else None
    build_index(place)
    for line in _left_out(place):
        say(f"kb: {line}", err=True)
    build_site(place, at.date() if at else None, url, published=publish, library=library)
    say(f"Trang web: {place.site / 'index.html'}")
    if offline or publish:
        _pack(place, publish)


def _pack(place: Workspace, published: bool) -> None:
    """Pack the site and say where the zip is."""
    from kb.site_build.build import pack_site
    from kb.site_build.offline import DOOR

    target = pack_site(place, published=published)
    size = f"{target.stat().st_size / 1e6:.1f}".replace(".", ",")
    say(f"Bản mang đi: {target} ({size} MB); giải nén rồi bấm đúp vào {DOOR}")


def _left_out(place: Workspace) -> Iterator[str]:
    """What the site cannot have on this machine, or of the settings beside the corpus, a line each. Raises KbError."""
    from kb.browser_runtime import installed
    from kb.history.git import refusal
    from kb.site_build.site_settings import site_settings
    from kb.workspace import is_package

    if note := site_settings(place).note:
        yield note
    if refused := refusal(place.corpus):
        yield f"{refused}; trang dựng lần này không có lịch sử thay đổi"
    if not installed(place.runtime):
        way = "bản cài này không mang theo phần ấy" if is_package() else "muốn có, chạy: make runtime"
        yield f"trang dựng lần này không có mục Kiểm tra dự thảo; {way}"


@main.command()
@click.option("--address", type=TEXT, default="127.0.0.1:8000", show_default=True, help="Địa chỉ phục vụ.")
@click.pass_context
def serve(ctx: click.Context, address: str) -> None:
    """Phục vụ trang web trên máy này, dựng lại khi kho dữ liệu thay đổi; trang đang mở tự tải lại.

    Kho có lỗi thì trang cũ còn nguyên, và một dòng nói lỗi ở đâu. Chỉ máy này xem được, trừ khi --address là địa chỉ
    khác.
    """
    from kb.site_build.local_address import local_address
    from kb.site_build.preview import serve as show
    from kb.site_build.site_settings import site_settings

    place = whole_workspace(ctx)
    if note := site_settings(place).note:
        say(f"kb: {note}", err=True)
    show(place, local_address(address))
