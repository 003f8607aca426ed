"""What a terminal adds to a search: completion of what is typed, a pager, the page of a hit in the browser."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from indexer.complete import fields, names, values
from indexer.query.facets import WORDS
from indexer.results import Hit
from kb.errors import KbError
from kb.output import printable, say
from kb.workspace import Workspace, find_workspace

Proposals = list[tuple[str, str]]


class PageMissing(KbError):
    """A hit has no page that could be opened."""


def query_words(ctx: click.Context, begun: str) -> list[CompletionItem]:
    """Field words, their values, identifiers and numbers.

    bash cuts words at colons: there the field word and the colon are words of their own, before what is begun.
    """
    typed = [*(ctx.params.get("query") or ())]
    if begun == ":" and typed:
        return _proposed(ctx, lambda index: values(index, WORDS.get(typed[-1], ()), ""))
    if len(typed) > 1 and typed[-1] == ":":
        return _proposed(ctx, lambda index: values(index, WORDS.get(typed[-2], ()), begun))
    field, colon, value = begun.partition(":")
    if colon and field in WORDS:
        found = _proposed(ctx, lambda index: values(index, WORDS[field], value))
        return [CompletionItem(f"{field}:{item.value}", help=item.help) for item in found]
    return _proposed(ctx, lambda index: [*fields(begun), *names(index, begun)])


def facet_values(ctx: click.Context, option: str, begun: str) -> list[CompletionItem]:
    """The values of the facet that an option filters by."""
    return _proposed(ctx, lambda index: values(index, (option.strip("_"),), begun))


def _proposed(ctx: click.Context, propose: Callable[[Path], Proposals]) -> list[CompletionItem]:
    """Proposals from the index in use; none without an index: completion shows no errors."""
    try:
        index = ctx.params.get("index_dir") or find_workspace(ctx.find_root().params.get("corpus")).index
        return [CompletionItem(value, help=label) for value, label in propose(index)]
    except (KbError, OSError, EOFError, ValueError):
        return []


def show_lines(lines: Iterable[str], *, color: bool) -> None:
    """Print on a terminal; through the pager where the screen is too small."""
    text = [f"{line}\n" for line in lines]
    width, height = shutil.get_terminal_size()
    rows = sum(1 + len(line) // max(1, width) for line in text)
    if rows >= height and sys.stdin.isatty():
        click.echo_via_pager(map(printable, text), color=color)
    else:
        say("".join(text), end="")


def open_hit(hit: Hit, place: Workspace | None) -> None:
    """Open a hit's page: of the site that was built, or where its text stands. Raises PageMissing."""
    address = hit.url
    if not address:
        raise PageMissing(f"{hit.id} không có trang để mở")
    if not address.startswith(("https://", "http://")):
        path, _, anchor = address.partition("#")
        page = place.site / path.strip("/") / "index.html" if place else None
        if page is None or not page.is_file():
            raise PageMissing(f"chưa có trang của {hit.id}; chạy: kb build")
        address = page.as_uri() + (f"#{anchor}" if anchor else "")
    say(f"Mở {address}", err=True)
    click.launch(address)
