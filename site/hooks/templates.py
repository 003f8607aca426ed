"""The templates of the site, ready to be filled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from kb.formats.visible import visible
from kb.language.dates import show_iso
from kb.views.as_of import packed

HERE = Path(__file__).resolve().parent


def environment() -> jinja2.Environment:
    """Whatever stands in the YAML reaches the page as text, never as markup; control characters are shown."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE.parent / "templates"),
        autoescape=True,
        finalize=shown,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = show_iso
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    made.globals["packed"] = packed
    return made


def shown(value: Any) -> Any:
    """What a template puts out, text and markup: characters that act are shown."""
    if isinstance(value, Markup):
        return Markup(visible(value))
    return visible(value) if isinstance(value, str) else value
