"""What a cluster refuses is one Vietnamese line and exit code 2, and no line holds a password."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from indexer.build.build import build_records
from indexer.engines.adapters.opensearch.connection import connect
from indexer.records.record import IndexRecord
from tests.cluster.proxy import PASSWORD, USER, PasswordProxy
from tests.support.corpora import clean_files, write

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
def index(known: PasswordProxy, url: str, tmp_path: Path) -> Iterator[str]:
    """An index of the test's own folder, gone behind it: the name belongs to one folder at a time."""
    settings = {"url": known.url, "alias": "kb-test-faults"}
    build_records(RECORDS, tmp_path / "index", {}, engine="opensearch", engine_settings=settings)
    yield str(tmp_path / "index")
    client = connect(url)
    for name in client.indices.get(index="kb-test-faults-*"):
        client.indices.delete(index=name)


def test_an_index_behind_tls_and_a_password_answers(index: str) -> None:
    result = run("search", "--index", index, "--json", "luật an ninh 7")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["hits"][0]["id"] == "7"
    kept = [path.read_text("utf-8") for path in Path(index).rglob("*.tsv")]
    assert not any(PASSWORD in text for text in kept)


@pytest.mark.parametrize("path", ["_forcemerge", "_tasks/"])
def test_a_user_who_may_not_merge_has_an_index(known: PasswordProxy, tmp_path: Path, path: str) -> None:
    known.forbidden = path
    settings = {"url": known.url, "alias": f"kb-test-un{path.strip('_/')}"}
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


def test_an_index_that_was_deleted(index: str, url: str, logged: io.StringIO) -> None:
    client = connect(url)
    for name in client.indices.get(index="kb-test-faults"):
        client.indices.delete(index=name)
    assert "không có chỉ mục kb-test-faults ở cụm" in refused(run("search", "--index", index, "an ninh"))
    assert "hoặc chỉ mục ấy không còn trên cụm" in refused(run("index", "--index", index, "--remove", "7"))
    assert not logged.getvalue()


@pytest.mark.parametrize(
    ("ids", "words", "said"),
    [
        (["1", "1"], (), "dòng 2: “id” 1 đã có ở dòng 1"),
        (["1"], ("--remove", "1"), "bản ghi 1 vừa có trong tệp sửa vừa phải bỏ"),
        ([f"mới {n}" for n in range(301)], (), "đã có 301 lượt bỏ, thêm bản ghi, quá 300"),
        (["1"], ("--remove", "không có"), "không có bản ghi không có trong chỉ mục"),
    ],
)
def test_changes_that_cannot_be(index: str, tmp_path: Path, ids: list[str], words: tuple[str, ...], said: str) -> None:
    article = {"law": "", "heading": "Luật An ninh 1", "text": "trật tự"}
    changed = tmp_path / "sua.jsonl"
    changed.write_text("".join(json.dumps(article | {"id": one}) + "\n" for one in ids), "utf-8")
    assert said in refused(run("index", "--index", index, "--update", "--from", str(changed), *words))


def test_changes_that_weigh_every_record_anew(index: str, tmp_path: Path) -> None:
    article = {"id": "1", "law": "Luật", "heading": "Luật An ninh 1", "text": "trật tự công cộng " * 90}
    (tmp_path / "sua.jsonl").write_text(json.dumps(article) + "\n", "utf-8")
    said = refused(run("index", "--index", index, "--update", "--from", str(tmp_path / "sua.jsonl")))
    assert "độ dài trung bình của các bản ghi sang nấc 2 % khác" in said


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
        ("https://127.0.0.1,", "phải bắt đầu bằng https:// hoặc http://"),
        (f"https://kb:{PASSWORD}@127.0.0.1", "không ghi mật khẩu trong địa chỉ"),
        (f"https://127.0.0.1?password={PASSWORD}", "không có “?”, “#”"),
        (f"https://127.0.0.1/#{PASSWORD}", "không có “?”, “#”"),
        (f"https://127.0.0.1;{PASSWORD}", "không đúng dạng"),
        (f"https://127.0.0.1/;{PASSWORD}", "không đúng dạng"),
        ("http://", "không đúng dạng"),
        ("http://[::1:9200", "không đúng dạng"),
        ("http://127.0.0.1:99999", "không đúng dạng"),
        ("http://127.0.0.1:0", "không đúng dạng"),
        ("http://127.0.0.1:abc", "không đúng dạng"),
        ("http://127.0.0.1:1,http://a b", "không đúng dạng"),
        ("HTTP://127.0.0.1:1", "không nối được với cụm"),
        ("http://[::1]:1", "không nối được với cụm"),
    ],
)
def test_an_address_of_a_wrong_form(tmp_path: Path, url: str, said: str) -> None:
    assert said in refused(run("index", "--index", str(tmp_path), "--engine", "opensearch", "--url", url))


@pytest.mark.parametrize("seconds", ["0", "-5", "nan", "inf", "1e999", "99999999999", "3601", "một", ""])
def test_a_time_limit_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv("KB_OPENSEARCH_TIMEOUT", seconds)
    words = ("index", "--index", str(tmp_path), "--engine", "opensearch", "--url", "http://127.0.0.1:1")
    assert "KB_OPENSEARCH_TIMEOUT phải là số giây, từ 0.1 đến 3600" in refused(run(*words))


@pytest.mark.parametrize("name", ["khong-co.pem", "", "trong.pem", "chu.pem"])
def test_an_authority_that_is_no_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """None, a folder, an empty file, a text."""
    (tmp_path / "trong.pem").touch()
    (tmp_path / "chu.pem").write_text("chứng thư", "utf-8")
    monkeypatch.setenv("KB_OPENSEARCH_CA", str(tmp_path / name))
    words = ("index", "--index", str(tmp_path / "index"), "--engine", "opensearch", "--url", "https://127.0.0.1:1")
    assert "hoặc không phải tệp chứng thư PEM" in refused(run(*words))


def test_an_authority_that_signed_another_certificate(
    index: str, tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = PasswordProxy(url.split(",")[0], tmp_path)
    other.shutdown()
    other.server_close()
    monkeypatch.setenv("KB_OPENSEARCH_CA", str(other.certificate))
    assert f"không do nơi cấp trong {other.certificate}" in refused(run("search", "--index", index, "an ninh"))


def test_a_cluster_without_tls(tmp_path: Path, url: str) -> None:
    address = url.split(",")[0].replace("http://", "https://")
    words = ("index", "--index", str(tmp_path), "--engine", "opensearch", "--url", address)
    assert "cụm không dùng TLS thì ghi http://" in refused(run(*words))


def test_a_corpus_edited_while_its_cluster_is_away(tmp_path: Path, url: str) -> None:
    """An index that cannot be rebuilt answers all the same; where it cannot either, that is told once."""
    corpus = write(tmp_path, clean_files())
    chosen = ("--engine", "opensearch", "--url", url, "--alias", "kb-test-away")
    assert run("--corpus", str(corpus), "index", *chosen).exit_code == 0
    (settings,) = tmp_path.rglob("engine.tsv")
    port = url.rpartition(":")[2]
    settings.write_text(settings.read_text("utf-8").replace(port, "1".zfill(len(port))), "utf-8")
    with (corpus / "documents" / "tt-1.yaml").open("a", encoding="utf-8") as file:
        file.write("# sửa\n")
    assert "không nối được với cụm" in refused(run("--corpus", str(corpus), "search", "nghị định"))


def test_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KB_OPENSEARCH_URL", raising=False)
    assert "thêm --url" in refused(run("index", "--index", str(tmp_path), "--engine", "opensearch"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--url", "https://may-chu"), "--url chỉ dùng với --engine opensearch"),
        (("--engine", "opensearch", "--alias", "Kho_Ấ"), "--alias chỉ gồm"),
        (("--engine", "opensearch", "--alias", "a" * 201), "không quá 200 ký tự"),
    ],
)
def test_settings_that_no_engine_takes(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    assert said in refused(run("index", "--index", str(tmp_path), *words))
