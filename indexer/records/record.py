"""A record of the index: one thing that can be found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class IndexRecord:
    """One thing that can be found, with its words by field (`indexer.ranking.weights`)."""

    id: str
    kind: str
    kind_label: str
    url: str
    title: str
    text: str = ""
    context: str = ""
    """What stands above it: the heading, chapter or law it is part of."""
    hints: str = ""
    """Who issued it and its topics: words that only hint at what it says."""
    numbers: tuple[str, ...] = ()
    """Number terms (`indexer.query.numbers`)."""
    number: str = ""
    type: str = ""
    issuers: tuple[str, ...] = ()
    """Names of the issuing bodies."""
    issuer_aliases: tuple[str, ...] = ()
    """Their ids and abbreviations."""
    topics: tuple[str, ...] = ()
    year: str = ""
    issued: int = 0
    """The day as a number, 20211228; 0 for unknown."""
    rank: int = 0
    """Its place in the order of legal rank, highest 1; 0 for what has none."""
    status: str = ""
    status_label: str = ""
    section: str = ""
    names: tuple[str, ...] = ()
    """Other names of the record, searched as the title."""
    prior: float = 1.0
    """Factor of the score (`indexer.records.document_prior`): what much rests on comes first, what has ended later."""
