"""The templates of the site, ready to be filled."""

from __future__ import annotations

from pathlib import Path

import jinja2

HERE = Path(__file__).resolve().parent


def environment() -> jinja2.Environment:
    """Autoescape: whatever stands in the YAML reaches the page as text, never as markup."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE.parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
