"""The pages that check drafts and make records in the reader's browser, where `make runtime` has put Python for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from keeper import keeper_of
from mkdocs.structure.files import File, Files
from site_build import build_of
from templates import environment

from kb.browser_runtime import Runtime, installed, parts, register_parts
from kb.register.shards import sharded
from kb.site_build.build import corpus_of
from kb.views.as_of import WEAK
from kb.workspace import Workspace, project_runtime

FOLDER = "kiem-tra"
TITLE = "Kiểm tra dự thảo"
WORKER = Path(__file__).resolve().parents[1] / "runtime" / "worker.js"
SCRIPTS = ("runtime", "element", "day", "handing", "findings", "asking", "page")
"""The modules of the page's script, in order."""
NEW_FOLDER = "gui-van-ban"
NEW_TITLE = "Gửi văn bản mới"
NEW_SCRIPTS = ("runtime", "element", "handing", "submit")


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
        for name, modules in ((FOLDER, SCRIPTS), (NEW_FOLDER, NEW_SCRIPTS)):
            script = "".join((sources / f"{module}.js").read_text("utf-8") for module in modules)
            files.append(File.generated(config, f"{FOLDER}/{name}.js", content=script))
        for part in (*made, *shard_parts):
            files.append(File.generated(config, f"{FOLDER}/{part.file}", content=part.script))
        addresses = {part.name: part.file for part in made}
        asked: dict[str, Any] = {
            "keeper": keeper_of(config),
            "parts": json.dumps(addresses),
            "shards": beginning,
            "lock": json.dumps(runtime.lock),
            "repo": config.repo_url or "",
            "built": build.snapshot.day.isoformat(),
        }
        checker = page(TITLE, "draft_check", f"{FOLDER}.js", asked)
        files.append(File.generated(config, f"{FOLDER}/index.md", content=checker))
        new = page(NEW_TITLE, "new_document", f"../{FOLDER}/{NEW_FOLDER}.js", asked)
        files.append(File.generated(config, f"{NEW_FOLDER}/index.md", content=new))
    return files


def runtime_of(config: Any) -> Runtime | None:
    """The runtime of the workspace, else of the project that is built; None where there is none."""
    own = installed(Workspace(corpus_of(config.config_file_path)).runtime)
    return own or installed(project_runtime(Path(config.config_file_path).parent))


def page(title: str, template: str, script: str, asked: Mapping[str, Any]) -> str:
    """The Markdown of a page, whose HTML stands in it. `checker`, its script, lets its policy run WebAssembly.

    `asked["shards"]` is how the addresses of the register's shards begin; empty without a register. `asked["built"]` is
    the ISO day of the build, for a page takes the day of its address along.
    """
    templates = environment()
    templates.globals.update(built=asked["built"], weak=WEAK)
    body = templates.get_template(f"{template}.html.j2").render(up="../", **asked).replace("\n", "&#10;")
    return f'---\ntitle: {title}\nhide: [toc, navigation]\nchecker: {script}\n---\n\n<div class="kb">{body}</div>\n'
