"""kb --version: which program, and up to which day its corpus was read."""

from __future__ import annotations

from pathlib import Path

import click

from kb.errors import KbError
from kb.output import say


def print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version and the day of the corpus, and end. --corpus is read before (`is_eager`)."""
    if not asked or ctx.resilient_parsing:
        return
    from importlib.metadata import version

    say(f"kb {version('kb-van-ban')}; {_corpus_in_words(ctx.params.get('corpus'))}")
    ctx.exit()


def _corpus_in_words(named: Path | None) -> str:
    from kb.commands.options import opened
    from kb.corpus.age import last_checked
    from kb.workspace import find_workspace

    try:
        place = find_workspace(named)
        day = last_checked(opened(place))
    except KbError as error:
        return str(error)
    return f"kho dữ liệu đọc nguồn đến ngày {day.shown}: {place.corpus}" if day else f"kho dữ liệu: {place.corpus}"
