"""The layers that a search asks, one after another: the corpus, then the library where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from indexer.results import CORPUS, INDEX, LIBRARY, Results
from kb.errors import IndexUnusable, QueryRefused
from kb.output import say
from kb.workspace import Workspace

WITHIN = {"kho": (CORPUS,), "phap dien": (LIBRARY,), "tat ca": (CORPUS, LIBRARY)}
"""What --in may say, folded, and the layers that it means."""
NAMES = {CORPUS: "kho", LIBRARY: "thư viện pháp điển"}
"""What a layer is called where it cannot answer."""
FEWEST_POINTS = 3
"""Points in the code of an article; most queries have fewer, and are spared what knows of codes."""


def read_layers(ctx: click.Context, option: click.Parameter, typed: str | None) -> tuple[str, ...] | None:
    """The layers asked for; None where none were named. Raises BadParameter."""
    if typed is None:
        return None
    from kb.language.fold import folded

    layers = WITHIN.get(" ".join(folded(typed.replace("-", " ")).split()))
    if layers is None:
        raise click.BadParameter(f"“{typed}” không phải kho, pháp điển hay tất cả", ctx, option)
    return layers


def answers(
    place: Workspace, layers: tuple[str, ...] | None, query: str, options: dict[str, Any]
) -> Iterator[tuple[str, Results]]:
    """The answer of each layer, the corpus first: nothing of the library is asked for before that is out.

    Raises QueryRefused, IndexUnusable, and LibraryUnreadable where the library is asked for and there is none.
    """
    asked = layers or (CORPUS, LIBRARY)
    refused: dict[str, QueryRefused] = {}
    answered = False
    for layer in asked:
        try:
            found = (
                _of_corpus(place, query, options)
                if layer == CORPUS
                else _of_library(query, options, needed=layers is not None)
            )
        except QueryRefused as error:  # the other layer may have a value that this one has not
            refused[layer] = error
            continue
        if found:
            answered = True
            yield layer, found
    if refused and not answered:
        raise next(iter(refused.values()))
    if layers is not None:
        for layer, why in refused.items():
            say(f"kb: {NAMES[layer]} không tìm được theo điều kiện này: {why}", err=True)


def _of_corpus(place: Workspace, query: str, options: dict[str, Any]) -> Results:
    from indexer.commands.search import fresh_index
    from indexer.search import search

    return search(fresh_index(place), query, **options)


def _of_library(query: str, options: dict[str, Any], *, needed: bool) -> Results | None:
    """The answer of the library; None where there is none. `needed`: there must be one.

    Raises QueryRefused where it has no value that a filter asks for.
    """
    from kb.commands.registers import library_folder
    from kb.library.place import INDEX as FOLDER
    from kb.library.place import UNUSABLE, check_installed, is_installed

    folder = library_folder()
    if needed:
        check_installed(folder)
    elif not is_installed(folder):
        return None
    from indexer.search import search

    try:
        return _coded(folder, FOLDER, query, options) or search(folder / FOLDER, query, **options)
    except IndexUnusable:
        if needed:
            raise IndexUnusable(
                f"chỉ mục của thư viện ở {folder} không dùng được; chạy lại: kb library import"
            ) from None
        say(f"kb: {UNUSABLE}", err=True)
    return None


def _coded(folder: Path, index: str, query: str, options: dict[str, Any]) -> Results | None:
    """The answer to the code of an article, which is looked for by its document; None for another query."""
    if query.count(".") < FEWEST_POINTS:
        return None
    from indexer.search import search
    from kb.library.code_asked import articles_of_code, code_asked
    from kb.library.lookup import Library

    code = code_asked(query)
    library = Library(folder) if code else None
    places = articles_of_code(library, code) if library and code else []
    if library is None or not places:
        return None
    article = library.article(places[0])
    found = search(folder / index, f"{article.source.cited} {article.heading}", **options)
    hits = sorted(found.hits, key=lambda hit: hit.id != article.id)  # other documents may bear number and heading
    return found._replace(query=query, understood={query: article.source.cited}, hits=tuple(hits))


def of_index(directory: Path, query: str, options: dict[str, Any]) -> Iterator[tuple[str, Results]]:
    """The answer of an index that was named."""
    from indexer.search import search

    yield INDEX, search(directory, query, **options)
