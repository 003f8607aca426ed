"""An index that is amended answers, to the last weight, as one written anew; a broken update leaves what was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Any

import pytest

from indexer.build import amend
from indexer.build.amend_some import amend_some
from indexer.build.build import build_records
from indexer.engines.adapters.opensearch import amending
from indexer.engines.adapters.opensearch.connection import connect
from indexer.engines.port import Index, Replacement
from indexer.ranking import weights
from indexer.records.record import IndexRecord
from indexer.search import Searcher
from kb.errors import IndexUnusable

ALIAS = "kb-test-amending"
WORDS = ("an ninh", "trật tự", "đất đai", "hộ tịch", "thuế", "môi trường", "xây dựng", "giao thông")
RECORDS = [
    IndexRecord(
        f"luat-{n}",
        "document",
        "Luật",
        "",
        f"Luật {WORDS[n % 8]} {n}",
        f"{WORDS[n % 7]} và {WORDS[n % 5]} " * (3 + n % 4),
        issued=20_000_101 + n,
        topics=(WORDS[n % 3],),
    )
    for n in range(200)
]
EDITED = replace(RECORDS[17], title="Luật phòng thủ dân sự", text="hộ tịch " * 4, issued=20_260_101, rank=3, prior=1.5)
NEWER = replace(EDITED, title="Luật phòng không")

Edit = Callable[[list[IndexRecord]], list[IndexRecord]]
EDITS: dict[str, Edit] = {
    "one edited": lambda rows: [*rows[:17], EDITED, *rows[18:]],
    "the first and the last go": lambda rows: rows[1:-1],
    "one comes before all": lambda rows: [replace(EDITED, id="luat-moi"), *rows],
    "one comes after all": lambda rows: [*rows, replace(EDITED, id="luat-moi")],
    "several at once": lambda rows: [*rows[:3], EDITED, *rows[6:90], *rows[91:120], EDITED, RECORDS[5], *rows[120:]],
    "as it was": lambda _: RECORDS,
}
ASKED = ("an ninh trật tự", "phong thu dan su", "hộ tịch", "luật đất đai 10", '"hộ tịch hộ tịch"', "loai:van-ban thuế")


def written(records: list[IndexRecord], folder: Path, url: str) -> Searcher:
    settings = {"url": url, "alias": ALIAS, "shards": "2"}
    build_records(records, folder, {}, engine="opensearch", engine_settings=settings)
    return Searcher(folder)


def digest(index: Index) -> str:
    """SHA-256 of everything that can be read."""
    found: list[Any] = [dict(record) for record in index.stored(range(index.count))]
    for key, forms in index.entries():
        found += [(key, form, [*numbers], [*codes]) for form, (numbers, codes) in forms]
    found += [[*(index.column(name) or ())] for name in ("factor", "issued", "rank")]
    found += [[*index.lexicon("s:")], [(*names, [*numbers]) for *names, numbers in index.labels("t:")]]
    return sha256(dumps(found, sort_keys=True).encode()).hexdigest()


@pytest.fixture(autouse=True)
def wide_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few hundred records whose averages stay where they are, as those of many do."""
    monkeypatch.setattr(weights, "AVERAGE_STEP", 0.3)


@pytest.fixture
def whole(url: str, tmp_path: Path) -> Path:
    """The folder of an index as it was written whole."""
    for index in connect(url).indices.get(index=f"{ALIAS}*"):
        connect(url).indices.delete(index=index)
    written(RECORDS, tmp_path / "cluster", url)
    return tmp_path / "cluster"


def test_an_amended_index_is_as_one_written_anew(
    whole: Path, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edit after edit, each upon those before."""
    (index,) = connect(url).indices.get(index=ALIAS)
    rows, before, first = RECORDS, Searcher(whole), digest(Searcher(whole).index)
    for name, edit in EDITS.items():
        rows = edit(rows)
        anew = tmp_path / name
        build_records(rows, anew, {})
        amended, embedded = written(rows, whole, url), Searcher(anew)
        assert [*connect(url).indices.get(index=ALIAS)] == [index], f"{name}: not written whole"
        assert digest(amended.index) == digest(embedded.index), name
        for query in ASKED:
            for facets in (True, False):  # without them, the cluster finds the best itself
                options: dict[str, Any] = {"facets": facets, "explain": True, "limit": 20}
                assert amended.answer(query, **options) == embedded.answer(query, **options), (name, query)
    assert digest(before.index) == first, "who has the index open goes on reading it as it was"


def test_what_hardly_fits_is_written_whole(whole: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """More changes than readers should read at each opening; lengths that move the averages."""
    (index,) = connect(url).indices.get(index=ALIAS)
    monkeypatch.setattr(amend, "MOST_CHANGED", 3)
    rows = [replace(record, title=f"{record.title} sửa đổi") for record in RECORDS[:2]]
    assert written([*rows, *RECORDS[2:]], whole, url).index.count == len(RECORDS)
    (other,) = connect(url).indices.get(index=ALIAS)
    assert other != index
    monkeypatch.setattr(amend, "MOST_CHANGED", 300)
    long = replace(RECORDS[0], text="đất đai " * 5000)
    assert written([long, *RECORDS[1:]], whole, url).index.count == len(RECORDS)
    assert other not in connect(url).indices.get(index=ALIAS)


def test_a_broken_update_leaves_what_was(whole: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken off at its last step: all is sent but what says that it holds."""

    class Broken(Exception):
        """The program ends here."""

    def broken(*_: object, **__: object) -> None:
        raise Broken

    before = digest(Searcher(whole).index)
    edited = EDITS["several at once"](RECORDS)
    client = type(connect(url))
    with monkeypatch.context() as patch:
        patch.setattr(client, "index", broken)
        with pytest.raises(Broken):
            written(edited, whole, url)
    assert digest(Searcher(whole).index) == before
    assert digest(written(edited, whole, url).index) != before


def test_of_two_updates_at_once_one_is_told_to_try_again(whole: Path, url: str) -> None:
    found = [amending.written_index(next(whole.glob("index-*"))) for _ in range(2)]
    first, second = (one for one in found if one)
    goes = Replacement(7, [(7, ["s:an\0"])], [])
    first.amend([goes], first.lengths)
    with pytest.raises(IndexUnusable, match="nơi khác vừa sửa"):
        second.amend([goes, Replacement(9, [(9, [])], [])], second.lengths)


SOME: list[tuple[list[IndexRecord], list[str], Edit]] = [
    ([EDITED], [], EDITS["one edited"]),
    ([NEWER], ["luat-0"], lambda rows: [*rows[1:17], NEWER, *rows[18:]]),
    ([replace(EDITED, id="luat-moi")], ["luat-199"], lambda rows: [*rows[:-1], replace(EDITED, id="luat-moi")]),
    ([], ["luat-moi", EDITED.id], lambda rows: [row for row in rows[:-1] if row.id != EDITED.id]),
]
"""Which records are told of, which ids are taken out, and what all records are then."""


def test_records_that_are_told_of_are_amended_and_others_stay(whole: Path, url: str, tmp_path: Path) -> None:
    """Also where those have come or gone since the index was written; then the whole list finds nothing to change."""
    rows = RECORDS
    for place, (changed, removed, edit) in enumerate(SOME):
        rows = edit(rows)
        amend_some(whole, changed, removed)
        build_records(rows, tmp_path / str(place), {})
        assert digest(Searcher(whole).index) == digest(Searcher(tmp_path / str(place)).index), place
    held = connect(url).get(index=ALIAS, id="v")["_source"]
    assert digest(written(rows, whole, url).index) == digest(Searcher(whole).index)
    assert connect(url).get(index=ALIAS, id="v")["_source"]["lengths"] == held["lengths"]


def test_an_id_that_no_record_has(whole: Path) -> None:
    with pytest.raises(IndexUnusable, match="không có bản ghi luat-999 trong chỉ mục"):
        amend_some(whole, [], ["luat-3", "luat-999"])
    assert Searcher(whole).index.count == len(RECORDS)
