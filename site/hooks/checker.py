"""The page that checks drafts in the reader's browser, where `make runtime` has put the Python for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files
from site_build import build_of
from templates import environment

from kb.browser_runtime import Runtime, RuntimePart, installed, parts, register_parts
from kb.register.shards import sharded
from kb.site_build.build import corpus_of
from kb.workspace import Workspace, project_runtime

FOLDER = "kiem-tra"
TITLE = "Kiểm tra dự thảo"
WORKER = Path(__file__).resolve().parents[1] / "runtime" / "worker.js"
SCRIPTS = ("runtime", "page")
"""The modules of the page's script, in order."""


def on_config(config: Any) -> None:
    """Give the page its place in the menu, behind the first page."""
    if runtime_of(config):
        config.nav.insert(1, {TITLE: f"{FOLDER}/index.md"})


def on_files(files: Files, config: Any) -> Files:
    """Add the page, its script and the parts that it loads; without the runtime, neither of them."""
    for file in [file for file in files if file.src_uri.startswith("assets/checker/")]:
        files.remove(file)
    runtime = runtime_of(config)
    if runtime:
        build = build_of(config)
        register, shards = sharded(build.register)
        made = list(parts(runtime, build.snapshot.corpus, register, WORKER.read_text("utf-8")))
        beginning, shard_parts = register_parts(shards) if register else ("", ())
        sources = Path(config.docs_dir) / "assets" / "checker"
        script = "".join((sources / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
        files.append(File.generated(config, f"{FOLDER}/kiem-tra.js", content=script))
        for part in (*made, *shard_parts):
            files.append(File.generated(config, f"{FOLDER}/{part.file}", content=part.script))
        files.append(File.generated(config, f"{FOLDER}/index.md", content=page(runtime, made, beginning)))
    return files


def runtime_of(config: Any) -> Runtime | None:
    """The runtime of the workspace, else of the project that is built; None where there is none."""
    own = installed(Workspace(corpus_of(config.config_file_path)).runtime)
    return own or installed(project_runtime(Path(config.config_file_path).parent))


def page(runtime: Runtime, made: list[RuntimePart], shards: str) -> str:
    """The Markdown of the page, whose HTML stands in it. `checker` lets its policy run WebAssembly and its worker.

    `shards` is how the addresses of the register's shards begin; empty without a register.
    """
    addresses = {part.name: part.file for part in made}
    shown = environment().get_template("draft_check.html.j2")
    said = {"parts": json.dumps(addresses), "shards": shards, "lock": json.dumps(runtime.lock)}
    body = shown.render(said).replace("\n", "&#10;")
    return f'---\ntitle: {TITLE}\nhide: [toc, navigation]\nchecker: true\n---\n\n<div class="kb">{body}</div>\n'
