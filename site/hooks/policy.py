"""No page runs a script that stands in it: each goes to a file, and a policy in the page forbids the rest.

Whatever stands in the corpus is escaped by the templates; the policy is the second lock, which holds when a template
forgets. The theme writes a few scripts into its pages, the same ones on all: they are files named by their content.
Only a script that stands in the theme's own templates is moved to a file, never one that came with a record.
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The theme's icons are pictures in its style sheet, hence data:. https://www.w3.org/TR/CSP3/"""
CHARSET = '<meta charset="utf-8">'
FOLDER = "assets/scripts"
INLINE = re.compile(r"<script>(.+?)</script>", re.S)
ROOT = re.compile(r'<link rel="stylesheet" href="([^"]*)assets/')
"""The style sheet comes first in a page, and says how its root is reached."""
PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
"""In the theme's scripts, the way from the page to the root of the site."""
_theme: list[re.Pattern[str]] = []
_scripts: dict[str, str] = {}
_served = False


def on_startup(command: str, dirty: bool) -> None:
    """While pages are edited, MkDocs writes a script into each that loads it again: there is no policy then."""
    global _served
    _served = command == "serve"


def on_config(config: Any) -> None:
    """Learn the theme's own scripts."""
    _theme.clear()
    for folder in config.theme.dirs:
        for template in sorted(Path(folder).glob("partials/javascripts/*.html")):
            for script in INLINE.findall(template.read_text("utf-8")):
                pieces = map(re.escape, PLACEHOLDER.split(script))
                _theme.append(re.compile('[^"]*'.join(pieces)))


def on_post_page(output: str, page: Any, config: Any) -> str:
    return output if _served else guarded(output)


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    return guarded(output_content) if template_name.endswith(".html") and not _served else output_content


def on_post_build(config: Any) -> None:
    folder = Path(config.site_dir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in _scripts.items():
        (folder / name).write_text(text, "utf-8")


def guarded(html: str) -> str:
    """The page with its scripts in files and the policy before everything that could load or run."""
    found = ROOT.search(html)
    root = found[1] if found else ""

    scripts = [script for script in INLINE.findall(html) if any(theme.fullmatch(script) for theme in _theme)]
    for script in scripts[:-1]:
        html = html.replace(f"<script>{script}</script>", "", 1)
    if scripts:  # the theme defines something, and uses it when the header is there: one file, at the later place
        file = f'<script src="{root}{FOLDER}/{_named(";".join(scripts))}"></script>'
        html = html.replace(f"<script>{scripts[-1]}</script>", file, 1)
    return html.replace(CHARSET, f'{CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{POLICY}">', 1)


def _named(script: str) -> str:
    """The file of a script; equal scripts have one."""
    name = f"{sha256(script.encode()).hexdigest()[:12]}.js"
    _scripts[name] = script
    return name
