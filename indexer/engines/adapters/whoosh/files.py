"""What the writer and the reader of a Whoosh index agree on: its one field, the columns, the file of forward rows."""

from __future__ import annotations

from typing import Any

from whoosh.columns import NumericColumn

FIELD = "terms"
"""The field of the schema that holds the lexicon."""
FORWARD = ".fwd"
"""The ending of the file of forward rows (`forward`)."""


def columns() -> dict[str, Any]:
    """The columns of `EngineRecord` by name; a record with the default of a column has no value in it."""
    return {
        "factor": NumericColumn("f", default=1.0),
        "issued": NumericColumn("I", default=0),
        "rank": NumericColumn("I", default=0),
    }
