"""The library on the site, where a build was asked for it: the index of its search, and the page of its documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files
from search import FOLDER as SEARCH
from search import SOURCES, bare
from templates import environment

from indexer.browser.laws import export_library
from kb.site_build.build import published_library
from kb.views.codified import FOLDER

TITLE = "Văn bản của thư viện"
SCRIPT = "luat.js"
SHARDS = "du-lieu"


def on_files(files: Files, config: Any) -> Files:
    """Add the page that shows a document, and its script."""
    if published_library():
        script = bare((SOURCES / "library" / "law.js").read_text("utf-8"))
        files.append(File.generated(config, f"{FOLDER}{SCRIPT}", content=script))
        files.append(File.generated(config, f"{FOLDER}index.md", content=page()))
    return files


def page() -> str:
    """The Markdown of the page, whose HTML stands in it."""
    body = environment().get_template("law.html.j2").render(title=TITLE, script=SCRIPT).replace("\n", "&#10;")
    return f'---\ntitle: {TITLE}\nhide: [toc, navigation]\n---\n\n<div class="kb">{body}</div>\n'


def on_post_build(config: Any) -> None:
    """Write the shards of index and documents."""
    if library := published_library():
        site = Path(config.site_dir)
        index = site / SEARCH / "thu-vien" / SHARDS
        export_library(library, index, site / FOLDER / SHARDS, f"/{FOLDER}")
