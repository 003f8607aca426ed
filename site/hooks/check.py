"""Problems of the corpus become warnings of the build, so that a strict build fails on them."""

from __future__ import annotations

import logging
from typing import Any

from site_build import build_of

from kb.output import printable
from kb.rules.run import check_corpus

log = logging.getLogger("mkdocs.hooks.check")  # strict mode counts only loggers under "mkdocs"


def on_pre_build(config: Any) -> None:
    """Warn of every problem."""
    for problem in check_corpus(build_of(config).snapshot.corpus):
        log.warning("%s", printable(str(problem)))
