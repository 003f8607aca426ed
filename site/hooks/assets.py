"""One style sheet and one script for every page, where the theme and the site bring a dozen.

A phone on a slow line waits for each of them before it shows anything. The sources stay as `mkdocs.yml` lists them;
the files made of them are named by their content, so that no browser shows a page with the styles of an older one.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

THEME = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
UNUSED = ("assets/stylesheets/", "assets/javascripts/")
"""Of the theme: what the one style sheet holds, and scripts that no page loads (site/theme/main.html)."""
_made: dict[str, str] = {}
"""Content of each joined file, by its path."""
_joined: set[str] = set()


def on_config(config: Any) -> None:
    """Let the pages load the joined files."""
    docs = Path(config.docs_dir)
    styles, scripts = list(config.extra_css), [str(path) for path in config.extra_javascript if (docs / path).is_file()]
    _made.clear()
    _joined.update(styles, scripts)
    theme = [found for pattern in THEME for folder in config.theme.dirs for found in Path(folder).glob(pattern)]
    config.extra_css = [_made_of([*theme, *(docs / path for path in styles)], "css")]
    rest = [path for path in config.extra_javascript if str(path) not in scripts]
    config.extra_javascript = [_made_of([docs / path for path in scripts], "js"), *rest]


def _made_of(paths: list[Path], kind: str) -> str:
    """The path of the file that holds these files."""
    text = "\n".join(path.read_text("utf-8").partition("/*# sourceMappingURL")[0].strip() for path in paths)
    path = f"assets/kho.{sha256(text.encode()).hexdigest()[:8]}.{kind}"
    _made[path] = f"{text}\n"
    return path


def on_files(files: Files, config: Any) -> Files:
    for file in list(files):
        if file.src_uri in _joined or file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map"):
            files.remove(file)
    for path, text in _made.items():
        files.append(File.generated(config, path, content=text))
    return files
