"""One style sheet and one script for every page, where the theme and the site bring a dozen.

A phone on a slow line waits for each of them before it shows anything. The sources stay as `mkdocs.yml` lists them;
the files made of them are named by their content, so that no browser shows a page with the styles of an older one.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

THEME = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css", "assets/plain.css")
UNUSED = ("assets/stylesheets/", "assets/javascripts/", "assets/plain.css")
"""Of the theme: what the one style sheet holds, and scripts that no page loads (site/theme/main.html)."""


def on_files(files: Files, config: Any) -> Files:
    """Put the joined files in the place of their sources, and let the pages load them."""
    docs = Path(config.docs_dir)
    styles, first = list(config.extra_css), list(config.extra["first_scripts"])
    scripts = [str(path) for path in config.extra_javascript if (docs / path).is_file()]
    rest = [path for path in config.extra_javascript if str(path) not in scripts]
    _remove(files, (*styles, *scripts, *first))
    theme = [found for pattern in THEME for folder in config.theme.dirs for found in Path(folder).glob(pattern)]
    config.extra_css = [_joined(files, config, "kho.css", [*theme, *(docs / path for path in styles)])]
    config.extra_javascript = [_joined(files, config, "kho.js", [docs / path for path in scripts]), *rest]
    config.extra["first_script"] = _joined(files, config, "truoc.js", [docs / path for path in first])
    return files


def _remove(files: Files, sources: Sequence[str]) -> None:
    """Leave out of the site the files that are joined, those of the theme that no page loads, and source maps."""
    for file in list(files):
        if file.src_uri in sources or file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)


def _joined(files: Files, config: Any, name: str, paths: Sequence[Path]) -> str:
    """Add the file that holds these files, and say its path: the name with a sign of the content."""
    text = "\n".join(path.read_text("utf-8").partition("/*# sourceMappingURL")[0].strip() for path in paths)
    stem, _, kind = name.partition(".")
    path = f"assets/{stem}.{sha256(text.encode()).hexdigest()[:8]}.{kind}"
    files.append(File.generated(config, path, content=f"{text}\n"))
    return path
