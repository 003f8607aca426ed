"""Which engine keeps an index: the options that say it, and what holds where they say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kb.commands.options import TEXT, WholeNumber

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
)


def engine_options(command: F) -> F:
    """Add the options of the engine to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def chosen_engine(directory: Path, *, engine: str | None = None, **asked: Any) -> ChosenEngine:
    """The engine asked for; without one, that of the index in use, whose settings go on holding.

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
    if not _ALIAS.fullmatch(named["alias"]):
        raise click.UsageError(
            "--alias chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới, không quá 200 ký tự"
        )
    return name, named


def _alias_of(directory: Path) -> str:
    """The alias of an index, after its folder: ``phap-dien`` -> ``kb-phap-dien``."""
    from kb.language.fold import folded

    return "kb-" + (re.sub("[^a-z0-9]+", "-", folded(directory.name)).strip("-") or "index")
