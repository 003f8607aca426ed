"""What answers at an address and is no cluster that kb can use is told in one line."""

from __future__ import annotations

import io
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main

pytest.importorskip("opensearchpy", reason="opensearch-py is not installed (the extra `cluster`)")
NO_CLUSTER = "không phải cụm OpenSearch trả lời"


def version(**told: object) -> bytes:
    return json.dumps({"version": told}).encode()


@pytest.mark.parametrize(
    ("status", "kind", "body", "said"),
    [
        (200, "application/json", version(number="7.10.2"), "chạy Elasticsearch 7.10.2; kb cần OpenSearch từ 2.7 đến"),
        (200, "application/json", version(number="1.3.0", distribution="opensearch"), "chạy OpenSearch 1.3.0; kb cần"),
        (200, "application/json", version(number=2, distribution="opensearch"), "chạy OpenSearch 2; kb cần"),
        (200, "application/json", b"[1]", NO_CLUSTER),
        (200, "application/json", b'{"version": "2.19"}', NO_CLUSTER),
        (200, "application/json", b"not json", NO_CLUSTER),
        (200, "text/html", b"<html>", NO_CLUSTER),
        (200, "text/plain", b"OK", NO_CLUSTER),
        (404, "text/html", b"<html>", NO_CLUSTER),
        (404, "application/json", b'{"error": {"type": "index_not_found_exception"}}', NO_CLUSTER),
        (302, "text/html", b"", "chuyển sang địa chỉ khác (mã 302)"),
        (429, "application/json", b"{}", "chưa sẵn sàng (lỗi 429)"),
        (500, "text/html", b"<html>\n</html>", "báo lỗi 500"),
    ],
)
def test_no_cluster_that_kb_can_use(
    tmp_path: Path, logged: io.StringIO, status: int, kind: str, body: bytes, said: str
) -> None:
    class Strange(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Warning", '299 OpenSearch-2.19.0 "deprecated"')
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    with HTTPServer(("127.0.0.1", 0), Strange) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}"
        words = ["index", "--index", str(tmp_path), "--engine", "opensearch", "--url", url]
        result = CliRunner().invoke(main, words, catch_exceptions=False)
        server.shutdown()
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert said in result.stderr
    assert not logged.getvalue()
