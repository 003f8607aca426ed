"""The search of the site: its page, its scripts, and the index as shards beside them."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files
from site_build import SiteBuild, build_of
from templates import environment

from indexer.browser.export import export
from indexer.browser.registered import register_shards
from indexer.build.build import build
from indexer.manifest import is_fresh
from kb.register.entry import RegisterEntry
from kb.site_build.build import published_library
from kb.views.as_of import WEAK, brief, turns_of
from kb.views.registered import address
from kb.views.site_snapshot import SiteSnapshot
from kb.workspace import Workspace

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent / "docs" / "assets" / "search"
FOLDER = "tim-kiem"
SCRIPTS = {
    "engine": (
        "fold", "order", "near-duplicates", "numbers", "glossary", "questions", "query", "plan", "pack", "ranges",
        "term", "index", "rank", "filters", "suggest", "unknown", "keys", "snippet", "registered", "numbered", "search",
        "serve",
    ),
    "ui": ("client", "statuses", "reasons", "render", "address", "library", "box", "page"),
}  # fmt: skip
"""Each script of the site and the modules that it is made of, in order: every module is a plain script itself."""
WITH_LIBRARY = {"ui": "with-library"}
"""The module that a script begins with where the site has the library."""
EXAMPLES = (
    ("nq 51", "loại và số, mở đúng văn bản"),
    ("124/2021/TT-BCA", "số hiệu, viết kiểu nào cũng được"),
    ("an toan ve an ninh trat tu", "gõ không dấu"),
    ('"an ninh Tổ quốc"', "cụm từ phải đứng liền nhau"),
    ("an ninh -mạng", "không có chữ mạng"),
    ("loai:thong-tu nam:2019..2022 an ninh", "lọc theo thể loại và năm; còn có co-quan:, tinh-trang:, chu-de:"),
)


def on_files(files: Files, config: Any) -> Files:
    """Put the scripts in the place of the modules that they are made of, and add the page."""
    for file in [file for file in files if file.src_uri.startswith("assets/search/")]:
        files.remove(file)
    has_library = published_library() is not None
    for name, modules in SCRIPTS.items():
        first = WITH_LIBRARY.get(name) if has_library else None
        modules = (first, *modules) if first else modules
        texts = ((SOURCES / name / f"{module}.js").read_text("utf-8") for module in modules)
        files.append(File.generated(config, f"{FOLDER}/{name}.js", content=bare("".join(texts))))
    snapshot = build_of(config).snapshot
    files.append(File.generated(config, f"{FOLDER}/index.md", content=page(snapshot.day, has_library)))
    files.append(File.generated(config, f"{FOLDER}/tinh-trang.js", content=statuses(snapshot)))
    return files


def bare(script: str) -> str:
    """A script without indents and lines that only comment: a third of what is loaded."""
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("// "))


def page(day: date, library: bool) -> str:
    """The Markdown of the search page of a site built on `day`, HTML within it; with a part for the `library`."""
    templates = environment()
    templates.globals.update(built=day.isoformat(), weak=WEAK)
    body = (
        templates.get_template("search.html.j2")
        .render(examples=EXAMPLES, up="../", library=library)
        .replace("\n", "&#10;")
    )
    return f'---\ntitle: Tìm kiếm\nhide: [toc, navigation]\n---\n\n<div class="kb">{body}</div>\n'


def statuses(snapshot: SiteSnapshot) -> str:
    """A script with the spans of every record that has a status, for hits on days other than that of the build."""
    ids = (record.id for record in snapshot.corpus.records.values() if record.has_effect)
    turns = {i: brief(spans) for i, spans in turns_of(snapshot, ids).items()}
    return f"self.kbTurns={json.dumps(turns, ensure_ascii=False, separators=(',', ':'))};\n"


def on_post_build(config: Any) -> None:
    """Export the workspace's index, built first where it is not that of the corpus on the day of the build."""
    site = build_of(config)
    root, corpus, day = site.root, site.snapshot.corpus, site.snapshot.day
    target, place = Path(config.site_dir) / FOLDER / "du-lieu", Workspace(root)
    registered = register_shards(site.register, day, partial(page_of, site))
    if is_fresh(place.index, root, day.isoformat()):
        export(place.index, target, registered)
        return
    if day == date.today():
        build(corpus, place.index)
        export(place.index, target, registered)
        return
    with tempfile.TemporaryDirectory() as scratch:
        build(corpus, Path(scratch), day=day)
        export(Path(scratch), target, registered)


def page_of(site: SiteBuild, entry: RegisterEntry) -> str:
    """The address of the light page of a document; empty where no page names it."""
    href = address(entry)
    return f"/{href}" if f"{href}index.md" in site.pages else ""
