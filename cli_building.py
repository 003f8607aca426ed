"""The commands that build: the index, the site, and the site as it is edited."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from cli import DAY, FOLDER, workspace
from kb.workspace import Workspace

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


def web_address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The address of a site's root: http or https, a host, a slash at its end; empty is none."""
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise click.BadParameter(f"“{value}” không phải địa chỉ trang web, ví dụ: https://kho.example.vn/", ctx, param)
    return f"{value.rstrip('/')}/" if value else ""


@click.command()
@click.option("--from", "source", type=FILE, help="Tệp các điều luật (.jsonl hoặc .jsonl.xz) thay cho kho dữ liệu.")
@click.option("--index", "index_dir", type=FOLDER, help="Thư mục chỉ mục sẽ dựng; cần có khi dùng --from.")
@click.pass_context
def index(ctx: click.Context, source: Path | None, index_dir: Path | None) -> None:
    """Dựng lại chỉ mục tìm kiếm.

    Ví dụ: kb index --from dieu-luat.jsonl.xz --index phap-dien, rồi kb search --index phap-dien trộm cắp tài sản
    """
    if source is None:
        build_index(workspace(ctx), index_dir)
    elif index_dir is None:
        raise click.UsageError("dùng --from thì phải chỉ thư mục bằng --index")
    else:
        from indexer.build.build import build_records
        from indexer.records.articles import Articles

        with progress_bar() as progress:
            build_records(Articles(source), index_dir, {"source": source.name}, progress=progress)


@click.command()
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD); mặc định là hôm nay.")
@click.option(
    "--url",
    metavar="ĐỊA_CHỈ",
    default="",
    callback=web_address,
    help="Nơi sẽ đặt trang web; cần cho sơ đồ trang và mã QR khi in.",
)
@click.option("--offline", is_flag=True, help="Đóng cả trang web thành một tệp zip, mở được từ đĩa, không cần mạng.")
@click.pass_context
def build(ctx: click.Context, at: datetime | None, url: str, offline: bool) -> None:
    """Dựng chỉ mục và trang web vào build/.

    Trang cũ phục vụ cho tới khi trang mới xong; dựng dở thì trang cũ còn nguyên, trang không đổi thì tệp không bị
    ghi lại. Cùng một kho dữ liệu, cùng một ngày thì dựng lần nào cũng ra từng byte như nhau.
    """
    from kb.site_build.build import build_site

    place = workspace(ctx)
    build_index(place)
    build_site(place, at.date() if at else None, url)
    click.echo(f"Trang web: {place.site / 'index.html'}")
    if offline:
        from kb.site_build.build import pack_site
        from kb.site_build.offline import DOOR

        target = pack_site(place)
        size = f"{target.stat().st_size / 1e6:.1f}".replace(".", ",")
        click.echo(f"Bản mang đi: {target} ({size} MB); giải nén rồi bấm đúp vào {DOOR}")


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Địa chỉ phục vụ.")
@click.pass_context
def serve(ctx: click.Context, address: str) -> None:
    """Phục vụ trang web trên máy này và dựng lại khi kho dữ liệu thay đổi."""
    from kb.site_build.build import mkdocs

    ctx.exit(mkdocs(workspace(ctx), "serve", "--dev-addr", address))


def build_index(place: Workspace, directory: Path | None = None) -> None:
    from indexer.build.segment import ahead
    from indexer.manifest import current

    target = directory or place.index
    with ahead() if current(target) else nullcontext():
        from indexer.build.build import build as run
        from kb.corpus.cache import Parsed
        from kb.corpus.corpus import load_corpus

        corpus = load_corpus(place.corpus, parsed=Parsed(place.parsed))
        with progress_bar() as progress:
            run(corpus, target, progress=progress)


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, with the time left and how many records a second; silent elsewhere."""
    start, hidden = time.monotonic(), not sys.stderr.isatty()
    bar: Any
    with click.progressbar(
        length=1,
        label="Dựng chỉ mục",
        file=sys.stderr,
        hidden=hidden,
        item_show_func=lambda done: f"{done} bản ghi, {rate(done, start)}/giây" if done else "",
    ) as bar:

        def step(done: int, total: int) -> None:
            bar.length = max(1, total)
            bar.update(done - bar.pos, done)

        yield step


def rate(done: int, start: float) -> int:
    return round(done / max(time.monotonic() - start, 0.001))
