"""kb index: the index, built anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from indexer.commands.engine import ChosenEngine, chosen_engine, engine_options, left_on_cluster
from indexer.commands.progress import build_progress
from kb.commands.group import Verb
from kb.commands.options import FOLDER, TEXT, PathType, whole_workspace
from kb.workspace import Workspace

FILE = PathType("tệp", dir_okay=False, exists=True)


@click.command(cls=Verb)
@click.option("--from", "source", type=FILE, help="Tệp các điều luật (.jsonl hoặc .jsonl.xz) thay cho kho dữ liệu.")
@click.option("--index", "index_dir", type=FOLDER, help="Thư mục chỉ mục sẽ dựng; cần có khi dùng --from.")
@click.option("--update", is_flag=True, help="Tệp --from chỉ có điều sửa, điều thêm; giữ nguyên điều khác.")
@click.option("--remove", multiple=True, type=TEXT, metavar="ID", help="Bỏ điều có id này; ghi nhiều lần được.")
@engine_options
@click.pass_context
def index(
    ctx: click.Context,
    /,
    source: Path | None,
    index_dir: Path | None,
    update: bool,
    remove: tuple[str, ...],
    **engine: Any,
) -> None:
    """Dựng lại chỉ mục tìm kiếm; trên cụm OpenSearch, khi ít bản ghi đổi thì chỉ sửa những bản ghi ấy.

    Ví dụ: kb index --from dieu-luat.jsonl.xz --index phap-dien, rồi kb search --index phap-dien trộm cắp tài sản
    """
    if update or remove:
        _amend(source, index_dir, update, remove, [name for name, value in engine.items() if value is not None])
    elif source is None:
        place = whole_workspace(ctx)
        directory = index_dir or place.index
        with left_on_cluster(directory):
            build_index(place, directory, chosen_engine(directory, settle=True, **engine))
    elif index_dir is None:
        raise click.UsageError("dùng --from thì phải chỉ thư mục bằng --index")
    else:
        _build_articles(source, index_dir, chosen_engine(index_dir, settle=True, **engine))


def _build_articles(source: Path, directory: Path, engine: ChosenEngine) -> None:
    """Index the articles of a file. Raises IndexUnusable."""
    from indexer.build.build import build_records
    from indexer.records.articles import Articles

    name, settings = engine
    with left_on_cluster(directory), build_progress() as progress:
        manifest = {"source": source.name}
        build_records(Articles(source), directory, manifest, engine=name, engine_settings=settings, progress=progress)


def _amend(
    source: Path | None, directory: Path | None, update: bool, removed: tuple[str, ...], engine: list[str]
) -> None:
    """Amend an index by the articles of a file and the ids of those to take out; `engine` are the options of an engine.

    Raises UsageError, IndexUnusable.
    """
    if directory is None or not (source or removed):
        raise click.UsageError("--update cần --from TỆP và --index THƯ MỤC; --remove cần --index THƯ MỤC")
    if source and not update:
        raise click.UsageError("dùng --from cùng --remove thì thêm --update: tệp chỉ có điều sửa, điều thêm")
    if not all(removed):
        raise click.UsageError("--remove cần id của một điều")
    if engine:
        raise click.UsageError(f"--{engine[0]} không dùng cùng --update, --remove: chỉ mục đã có nơi giữ")
    from indexer.build.amend_some import amend_some
    from indexer.records.articles import Articles

    amend_some(directory, Articles(source, distinct=True) if source else (), removed)


def build_index(place: Workspace, directory: Path | None = None, engine: ChosenEngine | None = None) -> None:
    """Index the corpus of a workspace, into its own index when no other is named. Raises IndexUnusable.

    `engine` is that of the index in use, when none is chosen.
    """
    from indexer.build.build import build as run
    from kb.corpus.cache import RecordCache
    from kb.corpus.load import load_corpus

    into = directory or place.index
    name, settings = engine or chosen_engine(into)
    corpus = load_corpus(place.corpus, parsed=RecordCache(place.parsed))
    with build_progress() as progress:
        run(corpus, into, engine=name, engine_settings=settings, progress=progress)
