"""A Whoosh codec whose posting lists are arrays: record numbers beside one-byte weight codes, read in one piece.

Whoosh's own codec hands postings out one at a time, in Python; a long question over 60,000 articles walks a million
of them. Here a term is a folded form, and its posting list one run of arrays for each way it is written.

A list is ``count`` record numbers (uint32, little endian, ascending) and then ``count`` codes (uint8,
`indexer.engines.weight_codes`). The term's row holds Whoosh's own term information and after it the table of the
written forms: (form, records, highest code, offset, number among the common terms or -1).
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo, W3TermsReader
from whoosh.matching.mcore import ListMatcher
from whoosh.system import pack_int, pack_long

from indexer.engines.port import Postings
from indexer.engines.weight_codes import WEIGHTS

ID_SIZE = 4
_EXTENT = W3TermInfo._struct.size + 12
"""Bytes of Whoosh's term information: the fixed part, the extent's offset and length."""


class Form(NamedTuple):
    """One written form of a term and where its postings are."""

    written: str
    """Empty when it is the folded form itself."""
    records: int
    top: int
    """The highest code in the list."""
    offset: int
    common: int
    """The form's number among the common ones, which stand in each record's forward row; -1 for the rest."""


ArrayPostings = tuple["array[int]", bytes]
"""Record numbers and weight codes, of equal length, as they stand in the file."""


class ArrayCodec(W3Codec):
    """Whoosh's third codec with posting lists of arrays; Whoosh calls its methods."""

    def field_writer(self, storage: Any, segment: Any) -> ArrayFieldWriter:
        """The writer of lexicon and postings of a new segment."""
        return ArrayFieldWriter(self, storage, segment)  # type: ignore[no-untyped-call]  # Whoosh has no types

    def terms_reader(self, storage: Any, segment: Any) -> ArrayTermsReader:
        """The reader of lexicon and postings of a segment."""
        name = segment.make_filename(self.TERMS_EXT)
        postings = segment.open_file(storage, self.POSTS_EXT)
        terms, length = storage.open_file(name), storage.file_length(name)
        return ArrayTermsReader(self, terms, length, postings)  # type: ignore[no-untyped-call]


class ArrayFieldWriter(W3FieldWriter):
    """Writes whole posting lists."""

    def add_term(self, key: bytes, forms: Iterable[tuple[str, Postings]], common: Sequence[int]) -> None:
        """A folded form with its written ones; `common` numbers them, in order."""
        start = end = self._postfile.tell()
        rows, lists, count, top = [], list[bytes](), 0, 0
        for (written, (ids, codes)), number in zip(forms, common, strict=True):
            records, highest = len(codes), max(codes)
            rows.append((written, records, highest, end, number))
            lists += (_bytes(ids), bytes(codes))
            end += records * (ID_SIZE + 1)
            count += records
            top = max(top, highest)
        self._postfile.write(b"".join(lists))
        info = W3TermInfo._struct.pack(0, 0.0, count, 0, 0, WEIGHTS[top], 0, 0)
        extent = pack_long(start) + pack_int(min(end - start, 2**31 - 1))
        self._tindex.add(b"\0\0" + key, info + extent + marshal.dumps(tuple(rows), 2))


class ArrayTermsReader(W3TermsReader):
    """Reads whole posting lists; `matcher` gives them to Whoosh's own queries."""

    def forms(self, key: bytes) -> list[Form]:
        """The written forms of a folded one; empty for a form that no record has."""
        for row in self._tindex.all(b"\0\0" + key):
            return [Form(*form) for form in marshal.loads(row[_EXTENT:])]
        return []

    def keys_from(self, prefix: bytes) -> Iterable[tuple[bytes, list[Form]]]:
        """Every key that begins with `prefix`, in order, with its forms."""
        for key, row in self._tindex.items_from(b"\0\0" + prefix):
            if not key.startswith(b"\0\0" + prefix):
                return
            yield key[2:], [Form(*form) for form in marshal.loads(row[_EXTENT:])]

    def read(self, form: Form) -> ArrayPostings:
        """The posting list of a written form. Raises EOFError where the file ends before it."""
        ids = array("I")
        data = self._postfile.get(form.offset, form.records * (ID_SIZE + 1))
        if len(data) != form.records * (ID_SIZE + 1):
            raise EOFError("posting list cut short")
        ids.frombytes(data[: form.records * ID_SIZE])
        if sys.byteorder == "big":
            ids.byteswap()
        return ids, data[form.records * ID_SIZE :]

    def matcher(self, fieldname: str, tbytes: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        """The records of a folded form with their weights, for Whoosh's queries. Raises KeyError for none."""
        weights: dict[int, float] = {}
        for form in self.forms(tbytes):
            for number, code in zip(*self.read(form), strict=True):
                weights[number] = weights.get(number, 0.0) + WEIGHTS[code]
        numbers = sorted(weights)
        info = W3TermInfo.from_bytes(self._tindex[b"\0\0" + tbytes])
        listed = [weights[number] for number in numbers]
        return ListMatcher(
            numbers, listed, [b""] * len(numbers), format_, scorer=scorer, term=(fieldname, tbytes), terminfo=info
        )


def _bytes(ids: Sequence[int]) -> bytes:
    numbers = array("I", ids)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
