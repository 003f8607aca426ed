"""Reads an index of a cluster. What was looked up together is fetched together, when it is first asked for."""

from __future__ import annotations

import binascii
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from indexer.analysis import SEPARATOR, lexicon_place
from indexer.engines.adapters.opensearch.connection import check_version, connect
from indexer.engines.adapters.opensearch.documents import COLUMNS
from indexer.engines.adapters.opensearch.faults import told
from indexer.engines.adapters.opensearch.fetching import Fetcher
from indexer.engines.adapters.opensearch.forms import ClusterForm, form_of, in_batches
from indexer.engines.adapters.opensearch.packed import unpack_column, unpack_postings
from indexer.engines.adapters.opensearch.place import place_of
from indexer.engines.forms_term import FormsTerm
from indexer.engines.port import Postings
from indexer.manifest import VERSION
from kb.errors import IndexUnusable

TERMS_KEPT = 4096
"""Terms that are kept for the next question of an opened index."""
POSTINGS_KEPT = 20_000_000
"""Postings that are kept, of 5 bytes each."""
FIRST_RECORDS, MOST_RECORDS = 16, 256
"""Records that the first and that a later request asks for: few are read where a caller stops early."""


class ClusterIndex:
    """An opened index (`indexer.engines.port.Index`). Raises IndexUnusable, also when it is read."""

    def __init__(self, folder: Path) -> None:
        place = place_of(folder)
        client = connect(place.url)
        self._url = place.url
        with told(self._url):
            check_version(client, place.url)
            ((name, told_),) = client.indices.get_mapping(index=place.alias).items()
        meta = told_["mappings"].get("_meta", {})
        if meta.get("version") != VERSION:
            raise IndexUnusable(f"chỉ mục ở {place.url} do phiên bản khác của kb dựng; chạy: kb index")
        self.count: int = meta["count"]
        self._column_parts: Mapping[str, int] = meta["columns"]
        self._fetcher = Fetcher(client, name)
        self._columns: dict[str, Sequence[float]] = {}
        self._known: dict[str, FormsTerm[ClusterForm] | None] = {}
        self._postings: dict[int, Postings] = {}
        self._kept = 0

    def look_up(self, terms: Iterable[str]) -> dict[str, FormsTerm[ClusterForm]]:
        """Those of the terms that some record has, in one request."""
        names = list(dict.fromkeys(terms))
        if len(self._known) + len(names) > TERMS_KEPT:
            self._known.clear()
        self._look_up_new([name for name in names if name not in self._known])
        return {name: term for name in names if (term := self._known[name])}

    def _look_up_new(self, names: Sequence[str]) -> None:
        places = {name: lexicon_place(name) for name in names}
        with told(self._url):
            found = [form_of(hit) for hit in self._fetcher.keys_of({folded for folded, _ in places.values()})]
        by_folded: dict[str, list[ClusterForm]] = {}
        for form in sorted(found, key=lambda form: form.key):
            by_folded.setdefault(form.folded, []).append(form)
        for name, (folded, written) in places.items():
            forms = [form for form in by_folded.get(folded, []) if written is None or form.written == written]
            self._known[name] = FormsTerm(folded[2:], forms, self._reader(found), self.count) if forms else None

    def _reader(self, together: Sequence[ClusterForm]) -> Any:
        """Reads a form's postings; when they are not there, those of all that were looked up together."""

        def read(form: ClusterForm) -> Postings:
            if form.ordinal not in self._postings:
                self._fetch([form, *(one for one in together if one.ordinal not in self._postings)])
            return self._postings[form.ordinal]

        return read

    def _fetch(self, forms: Sequence[ClusterForm]) -> None:
        if self._kept > POSTINGS_KEPT:
            self._postings.clear()
            self._kept = 0
        for batch in in_batches({form.ordinal: form for form in forms}.values()):
            with told(self._url):
                parts = self._fetcher.fields((name for form in batch for name in form.names), "postings")
            for form in batch:
                self._postings[form.ordinal] = _unpacked(form, parts)
                self._kept += form.records

    def forward(self, numbers: Iterable[int]) -> Iterator[dict[int, int]]:
        """No form is common: the postings of all are at hand once those of one are."""
        return ({} for _ in numbers)

    def column(self, name: str) -> Sequence[float] | None:
        """A number for each record; None when every record has the default."""
        if name not in self._column_parts:
            return None
        if name not in self._columns:
            names = [f"c{name}.{part}" for part in range(self._column_parts[name])]
            with told(self._url):
                parts = self._fetcher.fields(names, "column")
            self._columns[name] = unpack_column(COLUMNS[name][0], (parts[part] for part in names))
        return self._columns[name]

    def stored(self, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
        """The stored fields of each record."""
        waiting, size = iter(numbers), FIRST_RECORDS
        while batch := list(islice(waiting, size)):
            with told(self._url):
                records = self._fetcher.fields((f"r{number}" for number in set(batch)), "record")
            yield from (records[f"r{number}"] for number in batch)
            size = min(2 * size, MOST_RECORDS)

    def labels(self, prefix: str) -> Iterator[tuple[str, str, Sequence[int]]]:
        """(what follows the prefix, written form, records) of each key that begins with `prefix`."""
        for form, postings in self._read_through(prefix):
            yield form.folded[len(prefix) :], form.written, postings[0]

    def lexicon(self, prefix: str) -> Iterator[str]:
        """Every written term whose folded form begins with `prefix`, in order of the folded forms."""
        for key in self._told_each(self._fetcher.keys(prefix)):
            folded, _, written = key.partition(SEPARATOR)
            yield folded[:2] + written if written else folded

    def entries(self) -> Iterator[tuple[str, list[tuple[str, Postings]]]]:
        """Every folded form, in order, with its written forms and their postings."""
        for folded, read in groupby(self._read_through(""), key=lambda pair: pair[0].folded):
            yield folded, [(form.written, postings) for form, postings in read]

    def _read_through(self, prefix: str) -> Iterator[tuple[ClusterForm, Postings]]:
        """Each key that begins with `prefix`, with its postings, which are not kept."""
        for hits in self._told_each(self._fetcher.terms(prefix)):
            forms = [form_of(hit) for hit in hits]
            with told(self._url):
                more = self._fetcher.fields((name for form in forms for name in form.names[1:]), "postings")
            for form, hit in zip(forms, hits, strict=True):
                yield form, _unpacked(form, {form.names[0]: hit["_source"]["postings"], **more})

    def _told_each(self, answers: Iterator[Any]) -> Iterator[Any]:
        """The answers of the cluster as they come; its errors as IndexUnusable."""
        while True:
            with told(self._url):
                answer = next(answers, None)
            if answer is None:
                return
            yield answer


def _unpacked(form: ClusterForm, parts: Mapping[str, str]) -> Postings:
    """The posting list of a form. Raises ValueError for one that is broken."""
    try:
        numbers, codes = unpack_postings(parts[name] for name in form.names)
    except (KeyError, zlib.error, binascii.Error) as error:
        raise ValueError(f"posting list of {form.key} broken") from error
    if len(codes) != form.records:
        raise ValueError(f"posting list of {form.key} cut short")
    return numbers, codes
