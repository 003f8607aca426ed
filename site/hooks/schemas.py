"""The JSON Schemas of records, beside the page that lists them (`kb.views.schemas`)."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.files import File, Files

from kb.model import RECORD_CLASSES
from kb.model.schema import schema_text
from kb.views.schemas import file_of


def on_files(files: Files, config: Any) -> Files:
    """Add the schema of each kind."""
    for cls in RECORD_CLASSES:
        files.append(File.generated(config, file_of(cls.record_kind.name), content=schema_text(cls)))
    return files
