"""kb search: the records that a query finds. Imports stand inside: a search pays for what it uses alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.commands.layers import answers, of_index, read_layers
from indexer.results import CORPUS, NOTHING_BEYOND, layered_json
from kb.commands.group import Verb
from kb.commands.options import DAY, FOLDER, TEXT, WholeNumber, colored, print_json, workspace
from kb.errors import IndexMovedOn, IndexUnusable
from kb.output import say
from kb.workspace import Workspace

if TYPE_CHECKING:
    from indexer.results import Hit, Results
    from kb.register.layers import LayerRegister


def complete_query(ctx: click.Context, _: click.Parameter, begun: str) -> list[Any]:
    """What a query may go on with, for the shell."""
    from indexer.commands.terminal import query_words

    return list(query_words(ctx, begun))


def complete_value(ctx: click.Context, option: click.Parameter, begun: str) -> list[Any]:
    """The values of the facet of an option, for the shell."""
    from indexer.commands.terminal import facet_values

    return list(facet_values(ctx, option.name or "", begun))


@click.command(cls=Verb)
@click.argument("query", metavar="NỘI DUNG TÌM", nargs=-1, required=True, shell_complete=complete_query)
@click.option(
    "--kind",
    type=TEXT,
    shell_complete=complete_value,
    help="Loại bản ghi: document, paragraph, programme, observance, body, model, term.",
)
@click.option("--type", "type_", type=TEXT, shell_complete=complete_value, help="Thể loại văn bản, ví dụ: thong-tu.")
@click.option("--issuer", type=TEXT, shell_complete=complete_value, help="Cơ quan ban hành: mã hoặc một phần tên.")
@click.option("--year", type=TEXT, shell_complete=complete_value, help="Năm ban hành.")
@click.option("--status", type=TEXT, shell_complete=complete_value, help="Tình trạng hiệu lực, ví dụ: con_hieu_luc.")
@click.option("--topic", type=TEXT, shell_complete=complete_value, help="Chủ đề: tên hoặc một phần tên.")
@click.option("--since", type=DAY, help="Ban hành từ ngày này (dd/mm/yyyy hoặc YYYY-MM-DD).")
@click.option("--until", type=DAY, help="Ban hành đến hết ngày này (dd/mm/yyyy hoặc YYYY-MM-DD).")
@click.option("--sort", type=click.Choice(["issued", "rank"]), help="Xếp theo ngày ban hành hoặc hiệu lực pháp lý.")
@click.option("--facets", is_flag=True, help="Đếm kết quả theo thể loại, cơ quan, năm, tình trạng, chủ đề.")
@click.option("--page", type=WholeNumber(min=1), default=1, show_default=True, help="Trang kết quả.")
@click.option("--limit", type=WholeNumber(min=0), default=10, show_default=True, help="Số kết quả; 0 là tất cả.")
@click.option("--in", "layers", callback=read_layers, metavar="NƠI", help="Tìm trong: kho, pháp điển, hay tất cả.")
@click.option("--index", "index_dir", type=FOLDER, help="Thư mục chỉ mục dựng sẵn.")
@click.option("--open", "opens", is_flag=True, help="Mở trang của kết quả đầu tiên trong trình duyệt.")
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.option("--explain", is_flag=True, help="Nói rõ vì sao có kết quả và cách tính điểm.")
@click.pass_context
def search(
    ctx: click.Context,
    /,
    query: tuple[str, ...],
    layers: tuple[str, ...] | None,
    index_dir: Path | None,
    as_json: bool,
    opens: bool,
    **options: Any,
) -> None:
    """Tìm văn bản, đoạn kế hoạch, chương trình, ngày kỷ niệm, cơ quan, từ viết tắt; cả điều luật của thư viện nếu có.

    Ví dụ: kb search "an toàn về an ninh trật tự"; kb search nq 51; kb search "hòa giải ở cơ sở" --in "pháp điển"

    Trong nội dung tìm: "cụm từ" phải đứng liền nhau; -chữ là không có chữ ấy; loai:thong-tu, co-quan:bca,
    nam:2019..2022, tinh-trang:con-hieu-luc, chu-de:"ma túy" để lọc. Đặt -- trước nội dung tìm có dấu trừ đứng đầu.
    """
    options["type"] = options.pop("type_")
    if options["since"] and options["until"] and options["since"] > options["until"]:
        raise click.UsageError("--since muộn hơn --until: không ngày nào ở giữa; xem lại hai ngày")
    for name in ("since", "until"):
        options[name] = options[name] and int(f"{options[name]:%Y%m%d}")
    text, place, told = " ".join(query), None, None
    if index_dir:
        answered = of_index(index_dir, text, options)
    else:
        place = workspace(ctx)
        answered, told = answers(place, layers, text, options), partial(_beyond_lines, place, text)
    hits = _print_json(answered, place, text) if as_json else _print_all(answered, told)
    if opens and hits:
        from indexer.commands.terminal import open_hit

        open_hit(hits[0], place)
    ctx.exit(0 if hits else 1)


def _print_json(answered: Iterator[tuple[str, Results]], place: Workspace | None, query: str) -> list[Hit]:
    """Print the layers as JSON, with what the registers say, and give all hits in their order."""
    found = dict(answered)
    print_json(layered_json(found) | _beyond_json(place if CORPUS in found else None, query))
    return [hit for results in found.values() for hit in results.hits]


def _print_all(answered: Iterator[tuple[str, Results]], told: Callable[[Results], list[str]] | None) -> list[Hit]:
    """Print each layer as it answers, and give all hits in their order; `told` are lines in front of the corpus's.

    On a terminal all together, through its pager where the screen is too small.
    """
    if sys.stdout.isatty():
        from indexer.commands.terminal import show_lines

        found = dict(answered)
        first = told(found[CORPUS]) if told and CORPUS in found else []
        lines = (line for layer in found for line in _lines(layer, found))
        show_lines([*first, *lines], color=colored())
    else:
        found = {}
        for layer, results in answered:
            first = told(results) if told and layer == CORPUS else []
            found[layer] = results
            say("\n".join((*first, *_lines(layer, found))))
    return [hit for results in found.values() for hit in results.hits]


def _beyond_lines(place: Workspace, query: str, results: Results) -> list[str]:
    if not _may_be_number(query):
        return []
    from indexer.beyond import beyond_lines

    return beyond_lines(_asked_registers(place, query), query, place.index, any_hit=bool(results.hits))


def _beyond_json(place: Workspace | None, query: str) -> dict[str, object]:
    if place is None or not _may_be_number(query):
        return NOTHING_BEYOND
    from indexer.beyond import beyond_json

    return beyond_json(_asked_registers(place, query), query, place.index)


def _may_be_number(query: str) -> bool:
    """Whether a query can be the number of a document; most hold no digit, and are spared what knows of registers."""
    return any(character.isdigit() for character in query)


def _asked_registers(place: Workspace, query: str) -> list[LayerRegister]:
    """The registers, where a number is asked for: they are not opened for other queries."""
    from indexer.beyond import is_numbered

    if not is_numbered(query):
        return []
    from kb.commands.registers import opened_registers

    return opened_registers(place)


def _lines(layer: str, found: dict[str, Results]) -> list[str]:
    from indexer.report import layer_lines

    return [*layer_lines(layer, found[layer], color=colored(), first=layer == next(iter(found)))]


def fresh_index(place: Workspace) -> Path:
    """The index folder, rebuilt first when it is missing or older than the corpus.

    One that others share and have changed answers as it is, with a line that says so: a search puts nothing back.
    Where it cannot be rebuilt, the one that is there answers, with a line of warning; raises IndexUnusable without one.
    """
    from indexer.engines.opening import open_index
    from indexer.manifest import day_of, is_fresh, usable

    if not is_fresh(place.index, place.corpus, time.strftime("%Y-%m-%d")):
        from indexer.commands.index import build_index

        try:
            with _told_of_others():
                build_index(place)
        except IndexUnusable as error:
            try:
                folder = usable(place.index)
                open_index(folder)  # one on a cluster that is away answers no more than it is rebuilt
                built = day_of(folder)
            except IndexUnusable:
                raise error from error.__cause__
            say(f"kb: {error}; trả lời theo chỉ mục đã dựng ngày {built}", err=True)
        return place.index
    from indexer.engines.opening import check_unmoved

    with _told_of_others():
        check_unmoved(usable(place.index))
    return place.index


@contextmanager
def _told_of_others() -> Iterator[None]:
    """An index that others have changed as a line of warning: it answers all the same."""
    try:
        yield
    except IndexMovedOn as error:
        say(f"kb: {error}; kết quả dưới đây theo chỉ mục trên cụm", err=True)
