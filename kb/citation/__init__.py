"""Citations: find them in a text, resolve them to records, annotate the text."""

from kb.citation.annotate import Mention, annotate_plan
from kb.citation.find import find, find_numbered
from kb.citation.models import Citation, CitationFault, CitationKind, Resolution, Suggestion, TextSpan
from kb.citation.names import NameTable
from kb.citation.resolve import Resolver

__all__ = [
    "Citation",
    "CitationFault",
    "CitationKind",
    "Mention",
    "NameTable",
    "Resolution",
    "Resolver",
    "Suggestion",
    "TextSpan",
    "annotate_plan",
    "find",
    "find_numbered",
]
