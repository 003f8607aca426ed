"""What an office says of its own site (`kb.site_build.site_settings`), in the place of what `mkdocs.yml` says."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from kb.site_build.site_settings import given_settings


def on_config(config: Any) -> Any:
    """Name and description are kept escaped: the theme writes both into pages as they are."""
    given = given_settings()
    keeper = config.extra["keeper"]
    for path, text in given.items():
        name = path.rpartition(".")[2]
        if path == name:
            config[name] = escape(text)
        else:
            keeper[name] = text
    return config
