"""Problems of the corpus become warnings of the build, so that a strict build fails on them."""

from __future__ import annotations

import logging
from typing import Any

from kb.corpus import load_corpus
from kb.publish import corpus_of
from kb.rules import check_corpus

log = logging.getLogger("mkdocs.hooks.check")  # strict mode counts only loggers under "mkdocs"


def on_pre_build(config: Any) -> None:
    for problem in check_corpus(load_corpus(corpus_of(config.config_file_path))):
        log.warning("%s", problem)
