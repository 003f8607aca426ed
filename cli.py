"""The command line: read arguments, call one function, print. Messages in Vietnamese.

Exit codes: 0 found or clean, 1 nothing found or problems, 2 wrong use. Imports stand inside the
commands, because `kb search` must not pay for what it does not use.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import click

from cli_group import OPTIONS, Refusing
from cli_words import speak_vietnamese
from kb.workspace import Workspace, find_workspace

speak_vietnamese()
# A search or a check is over before a collection would pay; the other commands turn it on again.
gc.disable()

FOLDER = click.Path(path_type=Path, file_okay=False)


class Day(click.DateTime):
    """A day, shown in the help as what it is; click shows the format code."""

    def get_metavar(self, *_: Any, **__: Any) -> str:
        return "NGÀY"


DAY = Day(["%Y-%m-%d"])


@click.group(
    cls=Refusing,
    options_metavar=OPTIONS,
    subcommand_metavar="LỆNH [THAM SỐ]…",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--corpus", type=FOLDER, envvar="KB_CORPUS", help="Thư mục kho dữ liệu (mặc định: corpus/ gần nhất).")
@click.help_option("-h", "--help", help="In trợ giúp này.")
@click.version_option(package_name="kb-van-ban", prog_name="kb", message="%(prog)s %(version)s", help="In phiên bản.")
@click.pass_context
def main(ctx: click.Context, corpus: Path | None) -> None:
    """Kho tra cứu văn bản: tìm kiếm, xem, kiểm tra và dựng trang."""
    ctx.obj = corpus
    if ctx.invoked_subcommand not in ("search", "check"):
        gc.enable()


def workspace(ctx: click.Context) -> Workspace:
    return find_workspace(ctx.obj)


def run() -> None:
    """The program `kb`. A search or check ends at once: taking its modules down again would be a tenth of its time."""
    try:
        main()
    except SystemExit as end:
        shared = "multiprocessing.sharedctypes" in sys.modules  # a big index was built, by several processes
        if shared or not {"search", "check"}.intersection(sys.argv[1:]):
            raise  # everything is closed in order
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1)


def complete_query(ctx: click.Context, _: click.Parameter, begun: str) -> list[Any]:
    from cli_searching import query_words

    return list(query_words(ctx, begun))


def complete_value(ctx: click.Context, option: click.Parameter, begun: str) -> list[Any]:
    from cli_searching import facet_values

    return list(facet_values(ctx, option.name or "", begun))


@main.command()
@click.argument("query", metavar="CÂU TÌM", nargs=-1, required=True, shell_complete=complete_query)
@click.option(
    "--kind",
    shell_complete=complete_value,
    help="Loại bản ghi: document, paragraph, programme, observance, body, model, term.",
)
@click.option("--type", "type_", shell_complete=complete_value, help="Thể loại văn bản, ví dụ: thong-tu.")
@click.option("--issuer", shell_complete=complete_value, help="Cơ quan ban hành: mã hoặc một phần tên.")
@click.option("--year", shell_complete=complete_value, help="Năm ban hành.")
@click.option("--status", shell_complete=complete_value, help="Tình trạng hiệu lực, ví dụ: con_hieu_luc.")
@click.option("--topic", shell_complete=complete_value, help="Chủ đề: tên hoặc một phần tên.")
@click.option("--since", type=DAY, help="Ban hành từ ngày này (YYYY-MM-DD).")
@click.option("--until", type=DAY, help="Ban hành đến hết ngày này (YYYY-MM-DD).")
@click.option("--sort", type=click.Choice(["issued", "rank"]), help="Xếp theo ngày ban hành hoặc hiệu lực pháp lý.")
@click.option("--facets", is_flag=True, help="Đếm kết quả theo thể loại, cơ quan, năm, tình trạng, chủ đề.")
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Trang kết quả.")
@click.option("--limit", type=click.IntRange(min=0), default=10, show_default=True, help="Số kết quả; 0 là tất cả.")
@click.option("--index", "index_dir", type=FOLDER, help="Thư mục chỉ mục dựng sẵn.")
@click.option("--open", "opens", is_flag=True, help="Mở trang của kết quả đầu tiên trong trình duyệt.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.option("--explain", is_flag=True, help="Nói rõ vì sao có kết quả và cách tính điểm.")
@click.pass_context
def search(
    ctx: click.Context,
    /,
    query: tuple[str, ...],
    index_dir: Path | None,
    as_json: bool,
    opens: bool,
    **options: Any,
) -> None:
    """Tìm văn bản, đoạn kế hoạch, chương trình, ngày kỷ niệm, cơ quan, từ viết tắt.

    Ví dụ: kb search "an toàn về an ninh trật tự"; kb search nq 51; kb search thong tu 124

    Trong câu tìm: "cụm từ" phải đứng liền nhau; -chữ là không có chữ ấy; loai:thong-tu, co-quan:bca, nam:2019..2022,
    tinh-trang:con-hieu-luc, chu-de:"ma túy" để lọc. Đặt -- trước câu tìm có dấu trừ đứng đầu.
    """
    directory = index_dir or fresh_index(workspace(ctx))  # first: where there was an edit, the segmenter is awaited
    from indexer.search import search as run

    options["type"] = options.pop("type_")
    for name in ("since", "until"):
        options[name] = options[name] and int(f"{options[name]:%Y%m%d}")
    results = run(directory, " ".join(query), **options)
    if as_json:
        print_json(results.as_json())
    else:
        from indexer.report import report_lines

        lines = [*report_lines(results, color=colored())]
        if sys.stdout.isatty():
            from cli_searching import show_lines

            show_lines(lines, color=colored())
        else:
            click.echo("\n".join(lines))
    if opens and results.hits:
        from cli_searching import open_hit

        open_hit(results.hits[0], None if index_dir else workspace(ctx))
    ctx.exit(0 if results.hits else 1)


@main.command()
@click.argument("record", metavar="SỐ HIỆU|MÃ", shell_complete=complete_query)
@click.option("--at", type=DAY, help="Xét hiệu lực vào ngày này (YYYY-MM-DD).")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def show(ctx: click.Context, record: str, at: Any, as_json: bool) -> None:
    """In một bản ghi theo mã hoặc số hiệu: dữ kiện, quan hệ hai chiều, nơi viện dẫn.

    Ví dụ: kb show 124/2021/TT-BCA
    """
    from kb.corpus.corpus import load_corpus
    from kb.corpus.lookup import look_up
    from kb.views.describe import as_json as record_json
    from kb.views.describe import describe

    corpus = load_corpus(workspace(ctx).corpus)
    day = day_of(at)
    records = look_up(corpus, record)
    if as_json:
        print_json([record_json(corpus, found, day) for found in records])
        return
    if len(records) > 1:
        click.echo(f"Có {len(records)} văn bản cùng số này:\n")
    click.echo("\n\n".join("\n".join(describe(corpus, found, day)) for found in records))


def day_of(at: Any) -> date:
    """The day typed, or today."""
    return at.date() if at else date.today()


def colored() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def print_json(value: object) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def fresh_index(place: Workspace) -> Path:
    """The index folder, rebuilt first when it is missing or older than the corpus."""
    from indexer.manifest import is_fresh

    if not is_fresh(place.index, place.corpus, time.strftime("%Y-%m-%d")):
        from cli_building import build_index

        build_index(place)
    return place.index
