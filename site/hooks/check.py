"""Problems of the corpus become warnings of the build, so that a strict build fails on them."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from kb.corpus import load_corpus
from kb.rules import check_corpus

log = logging.getLogger("mkdocs.hooks.check")  # strict mode counts only loggers under "mkdocs"


def on_pre_build(config: Any) -> None:
    root = Path(os.environ.get("KB_CORPUS") or Path(config.config_file_path).parent / "corpus")
    for problem in check_corpus(load_corpus(root)):
        log.warning("%s", problem)
