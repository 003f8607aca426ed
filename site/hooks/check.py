"""Problems of the corpus become warnings of the build, so that a strict build fails on them."""

from __future__ import annotations

import logging
from typing import Any

from shelf import shelf_of

from kb.rules.run import check_corpus

log = logging.getLogger("mkdocs.hooks.check")  # strict mode counts only loggers under "mkdocs"


def on_pre_build(config: Any) -> None:
    for problem in check_corpus(shelf_of(config).corpus):
        log.warning("%s", problem)
