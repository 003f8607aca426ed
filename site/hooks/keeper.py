"""Who runs the site, as its configuration says."""

from __future__ import annotations

from typing import Any

from kb.views.keeper import Keeper


def keeper_of(config: Any) -> Keeper:
    """Who runs the site, from `extra` of the configuration."""
    said = {name: str(words or "") for name, words in config.extra.get("keeper", {}).items()}
    return Keeper(**said, repo=config.repo_url or "")
