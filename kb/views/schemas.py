"""Khuôn dữ liệu: the JSON Schemas of records, for editors of a corpus that lies elsewhere than in a clone."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model import RECORD_CLASSES
from kb.views.site_snapshot import Hyperlink

HREF = "luoc-do/"
"""Of the page; the schemas stand in its folder."""


@dataclass(frozen=True)
class SchemasView:
    """`schemas` are (kind of record, its folder in the corpus, its schema)."""

    schemas: tuple[tuple[str, str, Hyperlink], ...]


def schemas_view() -> SchemasView:
    """The same whatever the corpus holds."""
    kinds = [cls.record_kind for cls in RECORD_CLASSES]
    return SchemasView(
        tuple(
            (kind.label, f"corpus/{kind.folder}/", Hyperlink(f"{kind.name}.json", file_of(kind.name))) for kind in kinds
        )
    )


def file_of(kind: str) -> str:
    """Where the schema of a kind stands on the site."""
    return f"{HREF}{kind}.json"
