"""Citations of a plan, and numbers in a record, that mean what the register alone holds."""

from __future__ import annotations

from kb.citation.dates import typed_date
from kb.citation.models import CitationKind
from kb.language.dates import PartialDate
from kb.model import Document, NumberedRelation
from kb.model.vocabulary import RelationKind
from kb.register.entry import RegisterEntry
from kb.register.layers import Layer
from kb.review.model import Finding
from kb.views.registered import address, heading, peers, registered
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

_BETWEEN_PEERS = (RelationKind.THAY_THE, RelationKind.BAI_BO, RelationKind.SUA_DOI_BO_SUNG)
"""Relations whose two ends are of one rank, where the symbol of the number does not tell the type."""


def related(snapshot: SiteSnapshot, document: Document, relation: NumberedRelation) -> RegisterEntry | None:
    """The document of the register that a record names by its number."""
    types = peers(document) if relation.kind in _BETWEEN_PEERS else ()
    return registered(snapshot, relation.to_number, relation.to_issued, types)


def cited(snapshot: SiteSnapshot, finding: Finding) -> RegisterEntry | None:
    """The document of the register that a citation of a plan means, where no record is meant."""
    citation = finding.citation
    if finding.target or finding.candidates or citation.kind is not CitationKind.NUMBERED or citation.number is None:
        return None
    told = typed_date(citation) if citation.date_typed else PartialDate.UNKNOWN
    types = (citation.type_name,) if citation.type_name and citation.type_typed else ()
    return registered(snapshot, str(citation.number), told, types) if told else None


def cited_link(snapshot: SiteSnapshot, finding: Finding) -> Hyperlink | None:
    """A link to the light page of what a citation of a plan means."""
    entry = cited(snapshot, finding)
    return Hyperlink(f"{heading(snapshot, entry)} ({Layer.REGISTER.label})", address(entry)) if entry else None
