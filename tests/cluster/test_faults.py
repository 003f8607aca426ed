"""What a cluster refuses is one Vietnamese line and exit code 2, and no line holds a password."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from indexer.build.build import build_records
from indexer.engines.adapters.opensearch.connection import connect
from indexer.records.record import IndexRecord
from tests.cluster.proxy import PASSWORD, USER, PasswordProxy

RECORDS = [IndexRecord(str(n), "document", "Luật", "", f"Luật An ninh {n}", "trật tự") for n in range(30)]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


def refused(result: Result) -> str:
    """The one line of a refusal."""
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert PASSWORD not in result.stderr
    return result.stderr


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What whoever runs the tests has set must not speak in them."""
    for name in ("USER", "PASSWORD", "CA", "TIMEOUT"):
        monkeypatch.delenv(f"KB_OPENSEARCH_{name}", raising=False)


@pytest.fixture(scope="module")
def proxy(url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PasswordProxy]:
    server = PasswordProxy(url.split(",")[0], tmp_path_factory.mktemp("proxy"))
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def known(proxy: PasswordProxy, monkeypatch: pytest.MonkeyPatch) -> PasswordProxy:
    """The proxy, for a user who has its certificate and password."""
    monkeypatch.setenv("KB_OPENSEARCH_USER", USER)
    monkeypatch.setenv("KB_OPENSEARCH_PASSWORD", PASSWORD)
    monkeypatch.setenv("KB_OPENSEARCH_CA", str(proxy.certificate))
    proxy.delay, proxy.forbidden = 0.0, ""
    return proxy


@pytest.fixture
def index(known: PasswordProxy, tmp_path: Path) -> str:
    settings = {"url": known.url, "alias": "kb-test-faults"}
    build_records(RECORDS, tmp_path / "index", {}, engine="opensearch", engine_settings=settings)
    return str(tmp_path / "index")


def test_an_index_behind_tls_and_a_password_answers(index: str) -> None:
    result = run("search", "--index", index, "--json", "luật an ninh 7")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["hits"][0]["id"] == "7"
    kept = [path.read_text("utf-8") for path in Path(index).rglob("*.tsv")]
    assert not any(PASSWORD in text for text in kept)


@pytest.mark.parametrize("path", ["_forcemerge", "_tasks/"])
def test_a_user_who_may_not_merge_has_an_index(known: PasswordProxy, tmp_path: Path, path: str) -> None:
    known.forbidden = path
    settings = {"url": known.url, "alias": "kb-test-unmerged"}
    build_records(RECORDS, tmp_path, {}, engine="opensearch", engine_settings=settings)
    found = run("search", "--index", str(tmp_path), "--json", "luật an ninh 7")
    assert json.loads(found.stdout)["hits"][0]["id"] == "7"


def test_a_wrong_password(index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_OPENSEARCH_PASSWORD", "sai")
    assert "từ chối người dùng" in refused(run("search", "--index", index, "an ninh"))


def test_a_certificate_that_nobody_vouches_for(index: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_OPENSEARCH_CA")
    assert "không tin được chứng thư" in refused(run("search", "--index", index, "an ninh"))


def test_a_slow_cluster(index: str, known: PasswordProxy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_OPENSEARCH_TIMEOUT", "0.3")
    known.delay = 1.0
    assert "không trả lời trong 0.3 giây" in refused(run("search", "--index", index, "an ninh"))


def test_an_index_that_was_deleted(index: str, url: str) -> None:
    client = connect(url)
    for name in client.indices.get(index="kb-test-faults"):
        client.indices.delete(index=name)
    assert "chạy: kb index" in refused(run("search", "--index", index, "an ninh"))


def test_a_full_disk(index: str, url: str, known: PasswordProxy) -> None:
    """A node whose disk is full gives its indices this block; the index before goes on answering."""
    block = {"settings": {"index.blocks.read_only_allow_delete": True}}
    client = connect(url)
    client.indices.put_index_template(
        name="kb-full", body={"index_patterns": ["kb-test-faults-*"], "template": block, "priority": 9}
    )
    try:
        assert "không nhận ghi" in refused(run("index", "--index", index))
    finally:
        client.indices.delete_index_template(name="kb-full")
    assert run("search", "--index", index, "luật an ninh").exit_code == 0


def test_an_unreachable_cluster(tmp_path: Path) -> None:
    words = ("index", "--index", str(tmp_path), "--engine", "opensearch", "--url", "http://127.0.0.1:1")
    assert "không nối được với cụm OpenSearch ở http://127.0.0.1:1" in refused(run(*words))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("127.0.0.1:9200", "phải bắt đầu bằng https:// hoặc http://"),
        (f"https://kb:{PASSWORD}@127.0.0.1", "không ghi mật khẩu trong địa chỉ"),
    ],
)
def test_an_address_of_a_wrong_form(tmp_path: Path, url: str, said: str) -> None:
    assert said in refused(run("index", "--index", str(tmp_path), "--engine", "opensearch", "--url", url))


def test_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_OPENSEARCH_URL", raising=False)
    assert "thêm --url" in refused(run("index", "--index", str(tmp_path), "--engine", "opensearch"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--url", "https://may-chu"), "--url chỉ dùng với --engine opensearch"),
        (("--engine", "opensearch", "--alias", "Kho_Ấ"), "--alias chỉ gồm"),
    ],
)
def test_settings_that_no_engine_takes(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    assert said in refused(run("index", "--index", str(tmp_path), *words))


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ({"number": "7.10.2"}, "Elasticsearch 7.10.2"),
        ({"number": "1.3.0", "distribution": "opensearch"}, "OpenSearch 1.3.0"),
    ],
)
def test_another_program_or_version(tmp_path: Path, version: dict[str, str], said: str) -> None:
    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps({"version": version}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    with HTTPServer(("127.0.0.1", 0), Other) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}"
        said_ = refused(run("index", "--index", str(tmp_path), "--engine", "opensearch", "--url", url))
        server.shutdown()
    assert f"chạy {said}; kb cần OpenSearch từ 2.7 đến 3" in said_
