"""Joins one register to another: facts of one document side by side, each with its sources."""

from __future__ import annotations

from kb.register.folder import RegisterTables
from kb.register.merging import RegisterMerge


def join_tables(tables: RegisterTables, other: RegisterTables) -> RegisterMerge:
    """Put into `tables` what `other` holds; the merge tells what changed. A source keeps its first row."""
    merge = RegisterMerge(tables.entries)
    for entry in other.entries:
        merge.take(entry)
    tables.entries = merge.entries
    tables.sources = {**other.sources, **tables.sources}
    tables.known |= other.known
    return merge
