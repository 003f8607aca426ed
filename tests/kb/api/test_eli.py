"""Each statement is a property of the ELI ontology: words where it wants words, an address where it wants a thing."""

from __future__ import annotations

from kb.api.eli import _LINKS, eli
from kb.views.site_snapshot import SiteSnapshot

DATATYPE = {"date_document", "first_date_entry_in_force", "id_local", "title"}
OBJECT = {
    "amended_by", "amends", "based_on", "basis_for", "cited_by", "cites", "consolidated_by", "consolidates",
    "corrected_by", "corrects", "in_force", "passed_by", "repealed_by", "repeals", "type_document",
}  # fmt: skip
"""As the ontology declares them (owl:DatatypeProperty, owl:ObjectProperty)."""


def test_the_terms_are_those_of_the_ontology(real: SiteSnapshot) -> None:
    assert {name for pair in _LINKS.values() for name in pair} <= OBJECT
    said = [statement for document in real.corpus.documents.values() for statement in eli(real, document)]
    assert len(said) > 400
    assert {one.name for one in said if one.text and not one.href} == DATATYPE
    assert {one.name for one in said if one.href and not one.text} <= OBJECT
    assert [one for one in said if bool(one.text) == bool(one.href)] == []
