"""A build that is broken off leaves the index before it in use, and the next one goes on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from indexer.analysis import key_of
from indexer.engines.adapters import opensearch
from indexer.engines.adapters.opensearch import loads
from indexer.engines.adapters.opensearch.connection import connect
from indexer.engines.port import EngineRecord, Index, Postings
from indexer.engines.weight_codes import ONCE
from indexer.manifest import ENGINE_SETTINGS, write_table

COUNT = 400
ALIAS = "kb-test-building"


class Broken(Exception):
    """The program ends here."""


def records(word: str) -> Iterator[EngineRecord]:
    return (EngineRecord({"id": f"{word}-{number}", "text": word * 20}) for number in range(COUNT))


def terms(word: str) -> list[tuple[str, Postings]]:
    return sorted((key_of(f"s:{word}{number}"), ([number], bytes([ONCE]))) for number in range(COUNT))


def broken_off(listed: list[tuple[str, Postings]]) -> Iterator[tuple[str, Postings]]:
    yield from listed[: COUNT // 2]
    raise Broken


def write(folder: Path, url: str, word: str, listed: Iterable[tuple[str, Postings]]) -> None:
    write_table(folder / ENGINE_SETTINGS, {"url": url, "alias": ALIAS, "shards": "2"})
    opensearch.write(folder, records(word), listed, COUNT)


def digest(index: Index) -> str:
    """SHA-256 of the stored records and of every posting."""
    found: list[Any] = [dict(record) for record in index.stored(range(index.count))]
    for key, forms in index.entries():
        found += [(key, form, [*numbers], [*codes]) for form, (numbers, codes) in forms]
    return sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()


@pytest.fixture(autouse=True)
def small_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loads, "LOAD_BYTES", 5_000)


def test_a_broken_build_is_gone_on_with(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = connect(url)
    write(tmp_path, url, "trước", terms("trước"))
    before = opensearch.open_index(tmp_path)
    (first,) = client.indices.get(index=ALIAS)

    with pytest.raises(Broken):
        write(tmp_path, url, "sau", broken_off(terms("sau")))
    assert [*client.indices.get(index=ALIAS)] == [first], "the index before stays in use"
    assert next(opensearch.open_index(tmp_path).stored([0]))["id"] == "trước-0"
    (begun,) = client.indices.get(index=f"{ALIAS}.building")

    sent: list[bytes] = []
    bulk = loads.Loads._bulk

    def noted(self: loads.Loads, body: bytes) -> None:
        sent.append(body)
        bulk(self, body)

    monkeypatch.setattr(loads.Loads, "_bulk", noted)
    write(tmp_path, url, "sau", terms("sau"))
    assert [*client.indices.get(index=ALIAS)] == [begun], "the same index is gone on with"
    assert not any(b'"_id":"r0"' in body for body in sent), "what was there is not sent again"
    assert sent
    assert not client.indices.exists_alias(name=f"{ALIAS}.building")

    assert next(before.stored([1]))["id"] == "trước-1", "who has the old index open goes on reading it"
    whole = digest(opensearch.open_index(tmp_path))
    write(tmp_path, url, "sau", terms("sau"))
    assert digest(opensearch.open_index(tmp_path)) == whole, "as one build without a break"
    assert not client.indices.exists(index=first), "older ones go"


def test_what_changed_meanwhile_is_sent_anew(url: str, tmp_path: Path) -> None:
    with pytest.raises(Broken):
        write(tmp_path, url, "cũ", broken_off(terms("cũ")))
    write(tmp_path, url, "mới", terms("mới"))
    opened = opensearch.open_index(tmp_path)
    assert {record["id"].partition("-")[0] for record in opened.stored(range(COUNT))} == {"mới"}
    assert all("moi" in key for key, _ in opened.entries())


def test_each_shard_is_one_segment(url: str, tmp_path: Path) -> None:
    write(tmp_path, url, "gộp", terms("gộp"))
    client = connect(url)
    assert [len(stats) for stats in segments(client)] == [1, 1]


def segments(client: Any) -> list[dict[str, Any]]:
    """The segments of each shard of the index in use."""
    (index,) = client.indices.segments(index=ALIAS)["indices"].values()
    return [copy["segments"] for copies in index["shards"].values() for copy in copies]
