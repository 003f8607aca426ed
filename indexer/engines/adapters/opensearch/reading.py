"""Reads an index of a cluster. What was looked up together is fetched together, when it is first asked for."""

from __future__ import annotations

import binascii
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import merge
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from indexer.analysis import lexicon_place
from indexer.engines.adapters.opensearch.amended import Amended
from indexer.engines.adapters.opensearch.changes import read_amendment
from indexer.engines.adapters.opensearch.connection import check_version, connect
from indexer.engines.adapters.opensearch.documents import COLUMNS, LAYOUT
from indexer.engines.adapters.opensearch.faults import told
from indexer.engines.adapters.opensearch.fetching import PAGE, Fetcher, patiently
from indexer.engines.adapters.opensearch.forms import ClusterForm, form_of, in_batches
from indexer.engines.adapters.opensearch.ownership import in_use
from indexer.engines.adapters.opensearch.packed import unpack_column, unpack_postings
from indexer.engines.adapters.opensearch.place import place_of
from indexer.engines.adapters.opensearch.selecting import Selecting
from indexer.engines.forms_term import FormsTerm
from indexer.engines.port import Postings, Selected, Selection
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
        self.url = place.url
        """The addresses of the cluster."""
        with told(self.url):
            patiently(partial(check_version, client, place.url))
            name, meta = patiently(partial(in_use, client, place.alias))
        if meta.get("version") != LAYOUT:
            raise IndexUnusable(f"chỉ mục ở {place.url} do phiên bản khác của kb dựng; chạy: kb index")
        if place.owner and meta.get("owner") != place.owner:
            raise IndexUnusable(
                f"tên “{place.alias}” trên cụm nay giữ chỉ mục của thư mục khác; dựng lại: kb index, thêm --alias khác"
            )
        self._column_parts: Mapping[str, int] = meta["columns"]
        self._fetcher = Fetcher(client, name)
        with told(self.url):
            self._amended = Amended(meta["count"], read_amendment(self._fetcher).changes)
        self.count: int = self._amended.count
        self._selecting = Selecting(self._fetcher, self._amended, meta["factor"])
        self._columns: dict[str, Sequence[float] | None] = {}
        self._known: dict[str, FormsTerm[ClusterForm] | None] = {}
        self._postings: dict[str, Postings] = {}
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
        with told(self.url):
            found = self._forms_of({folded for folded, _ in places.values()})
        by_folded: dict[str, list[ClusterForm]] = {}
        for form in sorted(found, key=lambda form: form.key):
            by_folded.setdefault(form.folded, []).append(form)
        for name, (folded, written) in places.items():
            forms = [form for form in by_folded.get(folded, []) if written is None or form.written == written]
            self._known[name] = FormsTerm(folded[2:], forms, self._reader(found), self.count) if forms else None

    def _forms_of(self, folded: Collection[str]) -> list[ClusterForm]:
        """The forms that some record has now, of these folded forms."""
        new = (form for one in folded for form in self._amended.new_forms(one))
        written = map(form_of, self._fetcher.keys_of(folded))
        forms = map(self._amended.form, {form.key: form for form in (*new, *written)}.values())
        return [form for form in forms if form.records]

    def _reader(self, together: Sequence[ClusterForm]) -> Any:
        """Reads a form's postings; when they are not there, those of its kind that were looked up together."""

        def read(form: ClusterForm) -> Postings:
            if form.key not in self._postings:
                new = (one for one in together if one.key not in self._postings)
                self._fetch([form, *(one for one in new if one.key[:2] == form.key[:2])])
            return self._postings[form.key]

        return read

    def _fetch(self, forms: Sequence[ClusterForm]) -> None:
        if self._kept > POSTINGS_KEPT:
            self._postings.clear()
            self._kept = 0
        for batch in in_batches({form.key: form for form in forms}.values()):
            with told(self.url):
                parts = self._fetcher.fields((name for form in batch for name in form.names), "postings")
            for form in batch:
                self._postings[form.key] = self._amended.postings(form.key, _unpacked(form, parts))
                self._kept += form.records

    def select(self, selection: Selection, limit: int, numbers: Collection[int]) -> Selected | None:
        """The records that may be the best, in one request (`indexer.engines.port.SelectingIndex`)."""
        with told(self.url):
            return self._selecting.select(selection, limit, numbers)

    def forward(self, numbers: Iterable[int]) -> Iterator[dict[int, int]]:
        """No form is common: the postings of all are at hand once those of one are."""
        return ({} for _ in numbers)

    def column(self, name: str) -> Sequence[float] | None:
        """A number for each record; None when every record has the default."""
        if name not in self._columns:
            written = self._written_column(name) if name in self._column_parts else None
            self._columns[name] = self._amended.column(name, written)
        return self._columns[name]

    def _written_column(self, name: str) -> Sequence[float]:
        names = [f"c{name}.{part}" for part in range(self._column_parts[name])]
        with told(self.url):
            parts = self._fetcher.fields(names, "column")
        return unpack_column(COLUMNS[name][0], (parts[part] for part in names))

    def stored(self, numbers: Iterable[int]) -> Iterator[Mapping[str, Any]]:
        """The stored fields of each record."""
        waiting, size = map(self._amended.origin, numbers), FIRST_RECORDS
        while batch := list(islice(waiting, size)):
            with told(self.url):
                written = {f"r{origin}" for origin in batch if isinstance(origin, int)}
                records = self._fetcher.fields(written, "record")
            yield from (records[f"r{one}"] if isinstance(one, int) else one.stored for one in batch)
            size = min(2 * size, MOST_RECORDS)

    def labels(self, prefix: str) -> Iterator[tuple[str, str, Sequence[int]]]:
        """(what follows the prefix, written form, records) of each key that begins with `prefix`."""
        for form, postings in self._read_through(prefix):
            yield form.folded[len(prefix) :], form.written, postings[0]

    def lexicon(self, prefix: str) -> Iterator[str]:
        """Every written term whose folded form begins with `prefix`, in order of the folded forms."""
        for form, _ in self._live(prefix, postings=False):
            yield form.folded[:2] + form.written if form.written else form.folded

    def entries(self) -> Iterator[tuple[str, list[tuple[str, Postings]]]]:
        """Every folded form, in order, with its written forms and their postings."""
        for folded, read in groupby(self._read_through(""), key=lambda pair: pair[0].folded):
            yield folded, [(form.written, postings) for form, postings in read]

    def _read_through(self, prefix: str) -> Iterator[tuple[ClusterForm, Postings]]:
        """Each key that begins with `prefix` and some record has, with its postings, which are not kept."""
        for batch in iter(partial(_batch, self._live(prefix, postings=True)), []):
            with told(self.url):
                more = self._fetcher.fields((name for form, _ in batch for name in form.names[1:]), "postings")
            for form, first in batch:
                listed = _unpacked(form, {**dict.fromkeys(form.names[:1], first), **more})
                yield form, self._amended.postings(form.key, listed)

    def _live(self, prefix: str, *, postings: bool) -> Iterator[tuple[ClusterForm, str]]:
        """Each key that begins with `prefix` and some record has, in order, with the first part of its postings."""
        pages = self._told_each(self._fetcher.terms(prefix, postings=postings))
        written = ((form_of(hit), hit["_source"]["postings"] if postings else "") for hits in pages for hit in hits)
        new = ((form, "") for form in self._amended.new_forms_from(prefix))
        for _, same in groupby(merge(written, new, key=_key), key=_key):
            form, first = next(same)
            form = self._amended.form(form)
            if form.records:
                yield form, first

    def _told_each(self, answers: Iterator[Any]) -> Iterator[Any]:
        """The answers of the cluster as they come; its errors as IndexUnusable."""
        while True:
            with told(self.url):
                answer = next(answers, None)
            if answer is None:
                return
            yield answer


def _key(pair: tuple[ClusterForm, str]) -> str:
    return pair[0].key


def _batch(forms: Iterator[tuple[ClusterForm, str]]) -> list[tuple[ClusterForm, str]]:
    return list(islice(forms, PAGE))


def _unpacked(form: ClusterForm, parts: Mapping[str, str]) -> Postings:
    """The posting list of a form. Raises ValueError for one that is broken."""
    try:
        numbers, codes = unpack_postings(parts[name] for name in form.names)
    except (KeyError, zlib.error, binascii.Error) as error:
        raise ValueError(f"posting list of {form.key} broken") from error
    if len(codes) != form.listed:
        raise ValueError(f"posting list of {form.key} cut short")
    return numbers, codes
