"""Citations: find them in a text, resolve them to records, annotate the text."""

from kb.citation.annotate import Mention, annotate_plan
from kb.citation.find import find, find_numbered
from kb.citation.models import Citation, Fault, Kind, Resolution, Span, Suggestion
from kb.citation.names import NameTable
from kb.citation.resolve import Resolver

__all__ = [
    "Citation",
    "Fault",
    "Kind",
    "Mention",
    "NameTable",
    "Resolution",
    "Resolver",
    "Span",
    "Suggestion",
    "annotate_plan",
    "find",
    "find_numbered",
]
