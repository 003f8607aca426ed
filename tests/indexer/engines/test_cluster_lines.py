"""What is computed on this side of a cluster: the line for each of its errors, batches of forms, posting lists."""

from __future__ import annotations

import zlib
from array import array
from base64 import b64encode

import pytest

from kb.errors import IndexUnusable

pytest.importorskip("opensearchpy", reason="opensearch-py is not installed (the extra `cluster`)")

from opensearchpy import exceptions

from indexer.engines.adapters.opensearch import forms, packed
from indexer.engines.adapters.opensearch.connection import TIMEOUT_VARIABLE, time_limit
from indexer.engines.adapters.opensearch.documents import term_documents
from indexer.engines.adapters.opensearch.faults import BLOCKED, UNANSWERED, PartialResults, told
from indexer.engines.adapters.opensearch.forms import ClusterForm, in_batches
from indexer.engines.adapters.opensearch.reading import _unpacked

URL = "https://cum:9200"
PARTLY = f"cụm OpenSearch ở {URL} chỉ trả lời được một phần trong thời hạn; không hiện kết quả thiếu, hãy thử lại"


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (PartialResults("kb"), PARTLY),
        (exceptions.TransportError(503, UNANSWERED, {}), PARTLY),
        (exceptions.ConnectionError("N/A", "refused", OSError()), f"không nối được với cụm OpenSearch ở {URL}"),
        (
            exceptions.TransportError(403, BLOCKED, {}),
            f"cụm OpenSearch ở {URL} không nhận ghi, thường vì đĩa đầy; dọn đĩa rồi chạy lại lệnh để làm tiếp",
        ),
        (
            exceptions.TransportError(404, "index_not_found_exception", {}),
            f"không có chỉ mục ở cụm OpenSearch {URL}, có thể đã bị xóa; dựng lại, chạy: kb index",
        ),
        *(
            (
                exceptions.TransportError(status, "x", {}),
                f"cụm OpenSearch ở {URL} chưa sẵn sàng (lỗi {status}); hãy thử lại",
            )
            for status in (502, 503, 504)
        ),
        (
            exceptions.TransportError(400, "parsing_exception", {}),
            f"cụm OpenSearch ở {URL} báo lỗi 400: parsing_exception",
        ),
        (
            exceptions.SerializationError("x"),
            f"ở {URL} không phải cụm OpenSearch trả lời; xem lại tên máy, cổng, đường dẫn",
        ),
    ],
)
def test_the_line_for_an_error(error: Exception, line: str) -> None:
    with pytest.raises(IndexUnusable) as refused, told(URL):
        raise error
    assert str(refused.value) == line


def test_a_time_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TIMEOUT_VARIABLE, "2.5")
    assert time_limit() == 2.5
    monkeypatch.setenv(TIMEOUT_VARIABLE, "hai")
    with pytest.raises(IndexUnusable, match=f"{TIMEOUT_VARIABLE} phải là số giây"):
        time_limit()


def test_forms_whose_postings_would_be_too_many_are_fetched_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "BATCH_POSTINGS", 10)
    listed = [ClusterForm(str(size), 0, size, 1, 1, size) for size in (4, 6, 1, 20, 3)]
    assert [[form.listed for form in batch] for batch in in_batches(listed)] == [[4, 6], [1], [20], [3]]


def test_a_long_posting_list_is_read_back_from_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PART", 2)
    documents = dict(term_documents([("a", (array("I", range(5)), bytes(range(1, 6))))]))
    assert list(documents) == ["t0.0", "t0.1", "t0.2"]
    form = ClusterForm("a", 0, 5, 5, 3, 5)
    parts = {name: str(document["postings"]) for name, document in documents.items()}
    assert _unpacked(form, parts) == (array("I", range(5)), bytes(range(1, 6)))
    for broken, why in (
        (parts | {"t0.2": b64encode(zlib.compress(b"")).decode()}, "cut short"),
        (parts | {"t0.2": b64encode(b"x").decode()}, "broken"),
        (parts | {"t0.2": "x"}, "broken"),
        ({}, "broken"),
    ):
        with pytest.raises(ValueError, match=why):
            _unpacked(form, broken)
