"""What every theme writes the same (policy, head, search, paper) is found in site/theme, whichever theme asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.structure.files import Files

THEME = Path(__file__).resolve().parents[1] / "theme"


def on_env(env: jinja2.Environment, config: Any, files: Files) -> jinja2.Environment:
    """Look for a template in the theme in use, then in site/theme."""
    assert env.loader
    env.loader = jinja2.ChoiceLoader([env.loader, jinja2.FileSystemLoader(THEME)])
    return env
