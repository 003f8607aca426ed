"""The JSON Schemas of records, under `luoc-do/`: for editors of a corpus that lies elsewhere than in a clone."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import File, Files

from kb.model import RECORD_CLASSES
from kb.model.schema import schema_text

FOLDER = "luoc-do"


def on_files(files: Files, config: Any) -> Files:
    """Add the schema of each kind."""
    for cls in RECORD_CLASSES:
        files.append(File.generated(config, f"{FOLDER}/{cls.record_kind.name}.json", content=schema_text(cls)))
    return files
