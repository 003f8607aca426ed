"""Addresses are asked politely, on a server of our own: slow, gone, broken, moved, cut off, forbidden."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kb.corpus.corpus import Corpus
from kb.corpus.link_status import FILE, LinkAnswer, read_link_status
from kb.corpus.load import load_corpus
from kb.errors import CorpusUnreadable
from kb.rules.run import check_corpus
from kb.upkeep import links
from kb.upkeep.addresses import addresses
from kb.upkeep.links import DeadLink, LinkLimits, NetworkMissing, check_links, dead_links
from kb.upkeep.links_file import update
from tests.kb.upkeep.link_server import Handler, Server
from tests.support.corpora import body, clean_files, load

DAY = date(2026, 1, 2)
LIMITS = LinkLimits(delay=0.05, timeout=0.5, workers=2, trusted=frozenset({"127.0.0.1"}))


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server(("127.0.0.1", 0), Handler)
    running.asked = []
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


def corpus_with(root: Path, server: Server, *pages: str) -> Corpus:
    rows = "".join(
        f"  - {{id: s{n}, where: 'http://127.0.0.1:{server.server_port}{page}', checked: 2026-01-02}}\n"
        for n, page in enumerate(pages, 1)
    )
    text = body("bo-a", "Bộ A").partition("sources:\n  - ")[0] + f"sources:\n{rows}"
    return load(root, clean_files() | {"bodies/bo-a.yaml": text})


def ask(corpus: Corpus, server: Server, older: int = 7) -> dict[str, LinkAnswer]:
    found = check_links(corpus, LIMITS, DAY, older)
    return {url.partition(str(server.server_port))[2]: seen for url, seen in found.items() if "127.0.0.1" in url}


PAGES = {
    "/ok": (True, ""),
    "/moved": (True, ""),
    "/moved-far": (True, ""),
    "/no-head": (True, ""),
    "/refused": (True, "máy chủ từ chối máy tự động (403)"),
    "/private": (True, "robots.txt không cho máy mở"),
    "/gone": (False, "máy chủ trả lời 404"),
    "/broken": (False, "máy chủ trả lời 500"),
    "/slow": (False, "không trả lời trong 0.5 giây"),
    "/reset": (False, "máy chủ ngắt kết nối hoặc trả lời hỏng"),
    "/có-dấu": (True, ""),
    "/drip": (False, "không trả lời trong 0.5 giây"),
    **dict.fromkeys(
        ("/circle", "/circle-of-two", "/stair-0", "/to-file", "/to-ftp", "/to-data"),
        (False, "chuyển hướng vòng, hoặc tới nơi không phải trang web"),
    ),
    **dict.fromkeys(
        ("/to-this-machine", "/to-this-machine-in-six", "/to-mapped", "/to-private", "/to-metadata", "/to-decimal"),
        (False, "dẫn vào mạng nội bộ: không mở"),
    ),
}


@pytest.fixture(autouse=True)
def only_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the network: every other host is left out."""
    monkeypatch.setattr("kb.upkeep.links.addresses", lambda record: (u for u in addresses(record) if "127.0.0.1" in u))


def test_each_kind_of_answer(tmp_path: Path, server: Server) -> None:
    found = ask(corpus_with(tmp_path, server, *PAGES), server)
    assert {page: (seen.ok, seen.why) for page, seen in found.items()} == PAGES
    assert all(seen.since == ("" if seen.ok else "2026-01-02") for seen in found.values())


def test_a_host_is_asked_slowly_by_name_and_never_against_its_rules(tmp_path: Path, server: Server) -> None:
    ask(corpus_with(tmp_path, server, "/a", "/b", "/c", "/private"), server)
    times = [when for when, _, path, _ in server.asked if path != "/robots.txt"]
    assert all(later - earlier >= LIMITS.delay for earlier, later in pairwise(times))
    assert "/private" not in {path for _, _, path, _ in server.asked}
    assert all("kb-van-ban" in agent for *_, agent in server.asked)
    assert {method for _, method, path, _ in server.asked if path != "/robots.txt"} == {"HEAD"}


def test_the_result_is_kept_and_asked_again_only_when_due(tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, "/ok", "/gone")
    update(corpus, check_links(corpus, LIMITS, DAY))
    assert [link.why for link in dead_links(corpus)] == ["máy chủ trả lời 404"]
    assert ask(corpus, server) == {}
    assert ask(corpus, server, older=0)["/gone"].since == "2026-01-02"
    assert load_corpus(corpus.root).problems == []


@pytest.mark.parametrize("content", [b"suppressed: [{url: x\n", b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_not_replaced(content: bytes, tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, "/ok")
    (corpus.root / FILE).write_bytes(content)
    with pytest.raises(CorpusUnreadable, match="chưa ghi gì"):
        update(corpus, {})
    assert (corpus.root / FILE).read_bytes() == content


def test_a_suppressed_link_is_neither_asked_nor_told(tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, "/gone")
    url = f"http://127.0.0.1:{server.server_port}/gone"
    rows = f"checked: [{{url: '{url}', day: 2025-01-02, ok: no, why: '404'}}]\n"
    (corpus.root / FILE).write_text(f"{rows}suppressed: [{{url: '{url}', because: mở bằng tay vẫn được}}]\n", "utf-8")
    assert dead_links(corpus) == []
    assert ask(corpus, server) == {}
    update(corpus, {})
    assert read_link_status(corpus.root).suppressed == {url: "mở bằng tay vẫn được"}
    assert "LNK02" not in {problem.code for problem in check_corpus(corpus)}


def test_a_host_has_its_time_and_the_rest_is_left_for_another_day(tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, *(f"/drip-{n}" for n in range(20)))
    start = time.monotonic()
    found = check_links(corpus, replace(LIMITS, host_seconds=2), DAY)
    assert time.monotonic() - start < 5
    assert 1 <= len(found) < 20


def test_answers_are_saved_as_they_come(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = corpus_with(tmp_path, server, *(f"/{n}" for n in range(7)))
    monkeypatch.setattr(links, "_SAVE_AFTER", 3)
    saved: list[int] = []
    found = check_links(corpus, LIMITS, DAY, save=lambda answers: saved.append(len(answers)))
    assert (saved, len(found)) == ([3, 6, 7], 7)


def test_what_was_found_is_saved_when_the_user_stops(tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, "/1", "/2", "/3")
    saved: list[int] = []

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_links(corpus, LIMITS, DAY, progress=stop, save=lambda answers: saved.append(len(answers)))
    assert saved == [2]


def test_without_a_network_nothing_is_written(tmp_path: Path, server: Server) -> None:
    corpus = renamed(corpus_with(tmp_path, server, "/ok"), server, ok="127.0.0.1.invalid")
    saved: list[int] = []
    with pytest.raises(NetworkMissing, match="không có mạng"):
        check_links(corpus, LIMITS, DAY, save=lambda answers: saved.append(len(answers)))
    assert saved == []


@pytest.mark.parametrize("probed", [True, False])
def test_an_address_in_figures_that_answers_is_no_network(
    probed: bool, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not probed:  # the network was lost behind the probe
        monkeypatch.setattr(links, "is_network_missing", lambda *_: False)
    pages = [f"/khac-{n}" for n in range(30)]
    corpus = renamed(corpus_with(tmp_path, server, "/ok", *pages), server, khac="127.0.0.1.invalid")
    saved: list[int] = []
    with pytest.raises(NetworkMissing, match="không có mạng"):
        check_links(corpus, LIMITS, DAY, save=lambda answers: saved.append(len(answers)))
    assert saved == []


def renamed(corpus: Corpus, server: Server, **hosts: str) -> Corpus:
    """The corpus with other hosts for the pages of these names."""
    path = corpus.root / "bodies" / "bo-a.yaml"
    text = path.read_text("utf-8")
    for page, host in hosts.items():
        text = text.replace(f"127.0.0.1:{server.server_port}/{page}", f"{host}/{page}")
    path.write_text(text, "utf-8")
    return load_corpus(corpus.root)


def test_a_host_that_is_gone_is_gone_for_all_its_addresses(tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, "/ok?127.0.0.1", *(f"/khac-{n}" for n in range(5)))
    corpus = renamed(corpus, server, ok=f"localhost:{server.server_port}", khac="127.0.0.1.invalid")
    found = check_links(corpus, LIMITS, DAY)
    assert sorted(seen.why for seen in found.values()) == ["", *["không kết nối được máy chủ"] * 5]


def test_an_address_inside_the_network_is_not_asked_and_not_called_dead(tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, "/ok")
    found = check_links(corpus, replace(LIMITS, trusted=frozenset()), DAY)
    assert [(seen.ok, seen.why) for seen in found.values()] == [(True, "địa chỉ trong mạng nội bộ, máy không mở")]
    assert server.asked == []


def test_each_address_checked_is_counted(tmp_path: Path, server: Server) -> None:
    steps: list[tuple[int, int]] = []
    check_links(corpus_with(tmp_path, server, "/a", "/b"), LIMITS, DAY, 7, lambda *step: steps.append(step))
    assert steps == [(1, 2), (2, 2)]


def test_a_host_that_is_not_there_and_has_no_rules(tmp_path: Path, server: Server) -> None:
    corpus = corpus_with(tmp_path, server, "/ok")
    server.shutdown()
    server.server_close()
    assert ask(corpus, server)["/ok"] == LinkAnswer("2026-01-02", False, "không kết nối được máy chủ", "2026-01-02")


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        ("2026-01-02", "(kiểm tra 02/01/2026)"),
        ("", "(kiểm tra 02/01/2026)"),
        ("2025-12-01", "(từ 01/12/2025, kiểm tra 02/01/2026)"),
    ],
)
def test_a_dead_link_as_it_is_told(since: str, shown: str) -> None:
    link = DeadLink("https://a.vn/x", "2026-01-02", since, "máy chủ trả lời 404", ("bodies/a.yaml", "bodies/b.yaml"))
    assert str(link) == f"https://a.vn/x\n  máy chủ trả lời 404 {shown}; ở bodies/a.yaml, bodies/b.yaml"
    assert link.as_json() == {
        "url": "https://a.vn/x",
        "day": "2026-01-02",
        "since": since,
        "why": "máy chủ trả lời 404",
        "paths": ("bodies/a.yaml", "bodies/b.yaml"),
    }
