"""The searches that are measured beside one another: each makes a site of the same articles and a page to ask.

A page has `searching(query)`, which promises the ids of the first ten; what an engine loads it loads when asked. It
asks the question in its address at once: `first` promises when that was answered, in ms since the page was opened.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from indexer.build.build import build_records
from indexer.records.articles import Articles
from tests.web.conftest import build_site
from tests.web.searching import search_site

FIRST = """
window.first = searching(new URLSearchParams(location.search).get("q")).then(() => performance.now());
</script>"""
HEAD = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tìm</title>'
OURS = f"""{HEAD}<script src="tim-kiem/ui.js"></script><script>
window.searching = async (query) => (await kbSearch.client.ask(query, {{}})).hits.map((hit) => hit.id);{FIRST}"""
# The theme's own worker, asked as the theme asks it: set up with the whole index, then a query a message.
MATERIAL = f"""{HEAD}<script>
let worker = null;
const say = (type, data) => new Promise((done) => {{
  worker.onmessage = (event) => done(event.data);
  worker.postMessage({{type, data}});
}});
window.searching = async (query) => {{
  if (!worker) {{
    worker = new Worker("WORKER");
    const index = await (await fetch("search/search_index.json")).json();
    await say(0, {{...index, options: {{suggest: false}}}});
  }}
  const found = await say(2, query.replace(/["*+:^~-]+/g, " ").trim());
  return found.data.items.slice(0, 10).map((item) => item[0].title.replace(/<[^>]+>/g, ""));
}};{FIRST}"""
PAGEFIND = f"""{HEAD}<script type="module">
const engine = await import("./pagefind/pagefind.js");
window.searching = async (query) => {{
  const found = await engine.search(query);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  return shown.map((page) => page.meta.id);
}};{FIRST}"""


def articles_of(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def ours(folder: Path, path: Path) -> None:
    build_site(folder / "whole")
    build_records(Articles(path), folder / "index", {})
    search_site(folder / "site", folder / "index", folder / "whole")
    (folder / "site" / "index.html").write_text(OURS, "utf-8")


def material(folder: Path, path: Path) -> None:
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for number, row in enumerate(articles_of(path)):
        text = f"# {row['id']}\n\n{row['law']}\n\n{row['text']}\n"
        (docs / f"{number}.md").write_text(f'---\ntitle: "{row["id"]}"\n---\n{text}', "utf-8")
    (docs / "index.md").write_text("# Trang đầu\n", "utf-8")
    settings = "site_name: Tìm\nnav: [index.md]\ntheme: {name: material, language: vi, font: false}\n"
    (folder / "mkdocs.yml").write_text(f"{settings}plugins: [search: {{lang: vi}}]\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")]
    subprocess.run([*command, "-d", str(folder / "site")], env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    (worker,) = (folder / "site" / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    address = worker.relative_to(folder / "site").as_posix()
    (folder / "site" / "index.html").write_text(MATERIAL.replace("WORKER", address), "utf-8")


def pagefind(folder: Path, path: Path) -> None:
    """Raises ImportError where Pagefind is not installed (``pip install 'pagefind[extended]'``)."""
    from pagefind.index import IndexConfig, PagefindIndex

    async def run() -> None:
        async with PagefindIndex(config=IndexConfig(output_path=str(folder / "site" / "pagefind"))) as index:
            for number, row in enumerate(articles_of(path)):
                content = f"{row['heading']}. {row['law']}. {row['text']}"
                await index.add_custom_record(url=f"/{number}/", content=content, language="vi", meta={"id": row["id"]})

    asyncio.run(run())
    (folder / "site" / "index.html").write_text(PAGEFIND, "utf-8")


SEARCHES: dict[str, Callable[[Path, Path], None]] = {"kb": ours, "Material": material, "Pagefind": pagefind}
