"""Builds that are killed, indexes cut short or of another version, and many articles at once."""

from __future__ import annotations

import json
import lzma
import multiprocessing
import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from indexer.build import build as building
from indexer.build.build import build_records
from indexer.engines.adapters.whoosh.files import FIELD
from indexer.manifest import MANIFEST, current, usable
from indexer.query.plan import make_plan
from indexer.ranking.rank import rank
from indexer.records.articles import Articles
from indexer.search import Searcher, search
from kb.errors import IndexUnusable

SUBJECTS = ("cư trú", "phòng cháy", "ma túy", "giao thông", "căn cước", "mua bán người", "vũ khí", "an ninh mạng")
REST = "người dân phải báo cáo cơ quan công an nơi ở theo quy định"


def articles(path: Path, count: int, seed: int = 1) -> Articles:
    """Articles of our own making, of mixed words."""
    chance = random.Random(seed)
    words = [*" ".join(SUBJECTS).split(), *REST.split()]
    rows = [
        {
            "id": f"L#{number}",
            "law": "Luật Thử",
            "article": str(number),
            "heading": f"Quy định về {chance.choice(SUBJECTS)}",
            "text": " ".join(chance.choices(words, k=60)),
        }
        for number in range(count)
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if path.suffix == ".xz":
        path.write_bytes(lzma.compress(lines.encode()))
    else:
        path.write_text(lines, "utf-8")
    return Articles(path)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    build_records(articles(tmp_path / "a.jsonl", 40), tmp_path / "index", {})
    return tmp_path / "index"


def test_a_build_broken_off_after_the_switch_leaves_the_new_index(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(_: Path) -> None:
        raise KeyboardInterrupt

    old = current(built)
    monkeypatch.setattr(building, "_remove", broken_off)
    with pytest.raises(KeyboardInterrupt):
        build_records(articles(tmp_path / "b.jsonl", 30), built, {})
    assert current(built) != old
    assert search(built, "cư trú").hits


def test_the_cache_of_words_forgets_what_no_index_needs(tmp_path: Path, built: Path) -> None:
    def kept() -> int:
        with closing(sqlite3.connect(built / "segments.db")) as rows:
            (count,) = rows.execute("SELECT count(*) FROM segments").fetchone()
            return int(count)

    assert kept() == 40
    build_records(articles(tmp_path / "b.jsonl", 40, seed=2), built, {})
    assert kept() == 80, "an edit that is taken back costs nothing"
    build_records(articles(tmp_path / "c.jsonl", 40, seed=3), built, {})
    assert kept() == 40


def test_killed_builds_leave_the_old_index(tmp_path: Path, built: Path) -> None:
    source = articles(tmp_path / "b.jsonl", 40)
    start = time.monotonic()
    build_records(source, built, {})
    whole = time.monotonic() - start
    chance, killed, tried = random.Random(7), 0, 0
    while killed < 50:
        tried += 1
        assert tried < 500, "the builds end before they are killed"
        child = multiprocessing.get_context("fork").Process(target=build_records, args=(source, built, {}))
        child.start()
        time.sleep(chance.uniform(0, 1.2 * whole))
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        killed += child.exitcode == -signal.SIGKILL
        assert search(built, "cư trú").hits
    build_records(source, built, {})
    assert [path.name for path in built.glob("index-*")] == [usable(built).name], "leftovers of killed builds are gone"


def test_two_writers_wait_for_one_another(tmp_path: Path, built: Path) -> None:
    source = articles(tmp_path / "b.jsonl", 40)
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=build_records, args=(source, built, {})) for _ in range(3)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert search(built, "phòng cháy").hits, "a reader is served while an index is built"
    assert [writer.exitcode for writer in writers] == [0, 0, 0]


def test_an_opened_index_answers_after_it_was_replaced(tmp_path: Path, built: Path) -> None:
    opened = Searcher(built)
    build_records(articles(tmp_path / "b.jsonl", 40, seed=2), built, {})
    fresh = search(built, "phòng cháy").hits
    assert opened.answer("phòng cháy", explain=True, sort="rank", facets=True).hits
    assert [hit.score for hit in fresh] != [hit.score for hit in opened.answer("phòng cháy").hits]


def test_a_file_cut_short_says_what_to_do(built: Path) -> None:
    folder = usable(built)
    for path in sorted(folder.iterdir()):
        if path.name == MANIFEST or not path.is_file() or not path.stat().st_size:
            continue
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
        with pytest.raises(IndexUnusable, match="kb index"):
            search(built, "cư trú")
        path.write_bytes(data)
    assert search(built, "cư trú").hits


def test_an_index_of_another_version_says_what_to_do(built: Path) -> None:
    manifest = usable(built) / MANIFEST
    manifest.write_text("version\t1\n", "utf-8")
    with pytest.raises(IndexUnusable, match="kb index"):
        search(built, "cư trú")


def test_a_full_disk_leaves_the_old_index(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("indexer.build.build.sizes_of", full)
    before = current(built)
    with pytest.raises(IndexUnusable, match="đĩa đầy"):
        build_records(articles(tmp_path / "b.jsonl", 10), built, {})
    assert current(built) == before
    assert search(built, "cư trú").hits
    assert len(list(built.glob("index-*"))) == 1


def test_several_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = articles(tmp_path / "a.jsonl.xz", 90)
    build_records(source, tmp_path / "one", {})
    monkeypatch.setattr("indexer.build.batches.POOL_THRESHOLD", 10)
    monkeypatch.setattr("indexer.build.batches.BATCH", 20)
    told: dict[str, tuple[int, int]] = {}

    def progress(counted: str, done: int, total: int, /) -> None:
        told[counted] = (done, total)

    build_records(source, tmp_path / "many", {}, progress=progress)
    assert told["records"] == (90, 90)
    assert told["terms"][0] == told["terms"][1] > 90
    for question in SUBJECTS:
        one, many = (search(tmp_path / name, question).hits for name in ("one", "many"))
        assert [(hit.id, hit.score) for hit in one] == [(hit.id, hit.score) for hit in many]


def test_without_shared_memory_one_process_indexes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare:
        def Value(self, *_: object) -> None:
            raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("indexer.build.batches.POOL_THRESHOLD", 10)
    monkeypatch.setattr("indexer.build.batches.pool_context", Bare)
    build_records(articles(tmp_path / "a.jsonl.xz", 30), tmp_path / "index", {})
    assert search(tmp_path / "index", "cư trú").hits


def test_selection_finds_what_scoring_everything_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.engines.adapters.whoosh.forward.COMMON_LEAST", 20)
    build_records(articles(tmp_path / "a.jsonl", 300), tmp_path / "index", {})
    engine = Searcher(tmp_path / "index").index
    for question in SUBJECTS:
        plan = make_plan(f"người dân báo cáo về {question} theo quy định", {}, engine.look_up)
        chosen, every = (rank(engine, plan, 10, exhaustive=whole).best for whole in (False, True))
        assert [number for number, _ in chosen] == [number for number, _ in every]
        assert [score for _, score in chosen] == pytest.approx([score for _, score in every])


def test_a_share_of_the_best_finds_what_scoring_everything_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.engines.adapters.whoosh.forward.COMMON_LEAST", 20)
    build_records(articles(tmp_path / "a.jsonl", 300), tmp_path / "index", {})
    engine, spared = Searcher(tmp_path / "index").index, 0
    for question in SUBJECTS:
        plan = make_plan(f"người dân báo cáo về {question} theo quy định", {}, engine.look_up)
        some, every = (rank(engine, plan, 0, least_share=share) for share in (0.4, 0.0))
        least = 0.4 * every.best[0][1]
        assert [pair for pair in some.best if pair[1] >= least] == [pair for pair in every.best if pair[1] >= least]
        assert some.found == every.found
        spared += len(every.best) - len(some.best)
    assert spared


def test_whoosh_reads_the_postings_too(built: Path) -> None:
    from whoosh.index import open_dir

    with open_dir(str(usable(built))).searcher() as searcher:
        matcher = searcher.reader().postings(FIELD, "b:cu_tru")
        numbers = []
        while matcher.is_active():
            numbers.append(matcher.id())
            matcher.next()
    term = Searcher(built).index.look_up(["g:cu_tru"])["g:cu_tru"]
    assert numbers == sorted(term.numbers())


def test_near_duplicates_stand_behind_the_first(tmp_path: Path) -> None:
    text = "Người điều khiển phương tiện phải chấp hành hiệu lệnh của người điều khiển giao thông, biển báo đường bộ"
    rows = [
        {"id": f"L#{number}", "law": "Luật Thử", "article": "1", "heading": "Hiệu lệnh", "text": f"{text}, {text}."}
        for number in range(3)
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    build_records(Articles(path), tmp_path / "index", {})
    hits = search(tmp_path / "index", "hiệu lệnh giao thông").hits
    assert [(hit.id, hit.alike) for hit in hits] == [("L#0", ("L#1", "L#2"))]
