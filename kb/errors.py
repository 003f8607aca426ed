"""Wrong use of the library: refused with one clear Vietnamese line."""

from __future__ import annotations


class KbError(Exception):
    """The base of every refusal; its text is the line shown to the user."""

    exit_code = 2
    """Of the command that is refused: 1 where it found nothing, 2 where it was used wrongly."""


class CorpusUnreadable(KbError):
    """The corpus folder is missing, or is not one."""


class CorpusReadOnly(KbError):
    """The corpus belongs to an installed package, and a command was to write into it."""


class UnknownRecord(KbError):
    """No record has this id or number."""

    exit_code = 1


class InvalidNumber(KbError, ValueError):
    """The text is not a document number."""


class QueryRefused(KbError):
    """The query is empty or too long."""


class IndexUnusable(KbError):
    """The index cannot be read or written."""


class IndexMovedOn(IndexUnusable):
    """The shared index was changed elsewhere: it is not put back unasked, and may still be read."""


class DraftUnreadable(KbError):
    """The draft cannot be read: missing, encrypted, scanned, legacy, broken or too large."""


class LibraryUnreadable(KbError):
    """What should be imported into the library, or the library itself, is missing, broken or hostile."""
