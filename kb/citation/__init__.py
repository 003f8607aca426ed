"""Citations: find them in a text, resolve them to records, annotate the text."""

from kb.citation.annotate import Mention, annotate_plan
from kb.citation.find import find_named, find_numbered
from kb.citation.models import Citation, Fault, NamedCitation, NumberedCitation, Resolution, Span
from kb.citation.names import NameTable
from kb.citation.resolve import resolve

__all__ = [
    "Citation",
    "Fault",
    "Mention",
    "NameTable",
    "NamedCitation",
    "NumberedCitation",
    "Resolution",
    "Span",
    "annotate_plan",
    "find_named",
    "find_numbered",
    "resolve",
]
