"""Which engine keeps an index: the options that say it, and what holds where they say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from kb.commands.options import TEXT, WholeNumber
from kb.output import say

F = TypeVar("F", bound=Callable[..., Any])
ChosenEngine = tuple[str, dict[str, str]]
"""Its name, its settings."""
CLUSTER, EMBEDDED = "opensearch", "whoosh"
_ALIAS = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}")

_OPTIONS = (
    click.option(
        "--engine", type=click.Choice([EMBEDDED, CLUSTER]), help="Nơi giữ chỉ mục: máy này hoặc cụm OpenSearch."
    ),
    click.option("--url", type=TEXT, help="Địa chỉ cụm OpenSearch; nhiều nút thì cách nhau bằng dấu phẩy."),
    click.option("--alias", type=TEXT, help="Tên chỉ mục trên cụm; không chỉ thì theo tên thư mục chỉ mục."),
    click.option("--shards", type=WholeNumber(min=1, max=1024), help="Số phân mảnh trên cụm (1)."),
    click.option("--replicas", type=WholeNumber(min=0, max=20), help="Số bản sao của mỗi phân mảnh (0)."),
    click.option(
        "--force", is_flag=True, default=None, help="Thay cả chỉ mục mà thư mục khác dựng dưới tên ấy trên cụm."
    ),
)


def engine_options(command: F) -> F:
    """Add the options of the engine to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen_engine(directory: Path, *, engine: str | None = None, settle: bool = False, **asked: Any) -> ChosenEngine:
    """The engine asked for; without one, that of the index in use, whose settings go on holding.

    An index that was changed elsewhere since it was built from here is replaced to `settle` it, and otherwise stays.
    Raises UsageError for a setting of the cluster without the cluster, and for a name that a cluster does not take.
    """
    from indexer.engines.opening import engine_in_use

    known, settings = engine_in_use(directory)
    name = engine or known
    given = {key: str(value) for key, value in asked.items() if value is not None}
    if name != CLUSTER:
        if given:
            raise click.UsageError(f"--{next(iter(given))} chỉ dùng với --engine {CLUSTER}")
        return name, {}
    named = {"alias": _alias_of(directory), **(settings if known == CLUSTER else {}), **given}
    if settle:
        named.pop("state", None)
    if not _ALIAS.fullmatch(named["alias"]):
        raise click.UsageError(
            "--alias chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới, không quá 200 ký tự"
        )
    return name, named


@contextmanager
def left_on_cluster(directory: Path) -> Iterator[None]:
    """Say which index stays on a cluster when a build has given that of a folder another place: it may serve others.

    Of another address alone nothing is said: it may be one of the same cluster.
    """
    before = _on_cluster(directory)
    yield
    if before and before["alias"] != _on_cluster(directory).get("alias"):
        say(f"kb: chỉ mục “{before['alias']}” vẫn còn trên cụm {before['url']}, kb không tự xóa", err=True)


def _on_cluster(directory: Path) -> dict[str, str]:
    """The settings of the index in use where a cluster keeps it; empty where it does not."""
    from indexer.engines.opening import engine_in_use

    name, settings = engine_in_use(directory)
    return settings if name == CLUSTER else {}


def _alias_of(directory: Path) -> str:
    """The alias of an index, after its folder: ``phap-dien`` -> ``kb-phap-dien``."""
    from kb.language.fold import folded

    return "kb-" + (re.sub("[^a-z0-9]+", "-", folded(directory.name)).strip("-") or "index")
