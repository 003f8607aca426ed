"""What a cluster refuses, as one line that says what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from opensearchpy import exceptions

from indexer.engines.adapters.opensearch.address import PASSWORD_VARIABLE, USER_VARIABLE
from indexer.engines.adapters.opensearch.connection import (
    AUTHORITY_VARIABLE,
    TIMEOUT_VARIABLE,
    no_cluster,
    time_limit,
)
from kb.errors import IndexUnusable

BLOCKED = "cluster_block_exception"
"""The kind of error of an index that takes no writes, most often because a disk is full."""

UNANSWERED = "search_phase_execution_exception"
"""The kind of error of a search of which some shards gave no answer."""


class PartialResults(Exception):
    """A part of the cluster did not answer in time, so that an answer would leave records out."""


@contextmanager
def told(url: str) -> Iterator[None]:
    """Errors of the client as IndexUnusable."""
    try:
        yield
    except (exceptions.OpenSearchException, PartialResults) as error:
        raise IndexUnusable(line_of(error, url)) from error


def line_of(error: Exception, url: str) -> str:
    """The line for an error of the cluster at `url`."""
    if isinstance(error, PartialResults) or _is_unanswered(error):
        return f"cụm OpenSearch ở {url} chỉ trả lời được một phần trong thời hạn; không hiện kết quả thiếu, hãy thử lại"
    if isinstance(error, exceptions.SSLError):
        return _insecure(error, url)
    if isinstance(error, exceptions.ConnectionTimeout):
        return f"cụm OpenSearch ở {url} không trả lời trong {time_limit():g} giây; chờ lâu hơn bằng {TIMEOUT_VARIABLE}"
    if isinstance(error, exceptions.ConnectionError):
        return f"không nối được với cụm OpenSearch ở {url}"
    if isinstance(error, exceptions.TransportError):
        return _refused(error, url)
    if isinstance(error, exceptions.SerializationError):
        return no_cluster(url)
    return f"cụm OpenSearch ở {url} báo lỗi: {error}"


def _insecure(error: exceptions.SSLError, url: str) -> str:
    """The line for a connection without trust: of no TLS, of a certificate of an authority that is not known."""
    authority = os.environ.get(AUTHORITY_VARIABLE)
    if "CERTIFICATE_VERIFY_FAILED" not in str(error.info):
        return f"không lập được kết nối TLS với {url}; cụm không dùng TLS thì ghi http:// thay cho https://"
    if not authority:
        return f"không tin được chứng thư của {url}; đặt biến {AUTHORITY_VARIABLE} là tệp chứng thư của nơi cấp"
    return (
        f"không tin được chứng thư của {url}: không do nơi cấp trong {authority} ({AUTHORITY_VARIABLE}) ký, "
        "đã hết hạn, hoặc cấp cho tên máy khác"
    )


def _is_unanswered(error: Exception) -> bool:
    """Whether a search is refused because a part of the cluster does not answer."""
    return isinstance(error, exceptions.TransportError) and error.error == UNANSWERED


def _refused(error: exceptions.TransportError, url: str) -> str:
    """The line for an answer with a status of refusal."""
    if error.error == BLOCKED:
        return f"cụm OpenSearch ở {url} không nhận ghi, thường vì đĩa đầy; dọn đĩa rồi chạy lại lệnh để làm tiếp"
    if error.status_code in (401, 403):
        return f"cụm OpenSearch ở {url} từ chối người dùng; xem biến môi trường {USER_VARIABLE}, {PASSWORD_VARIABLE}"
    if error.status_code == 404:
        return f"không có chỉ mục{_index_of(error)} ở cụm OpenSearch {url}, có thể đã bị xóa; dựng lại, chạy: kb index"
    if error.status_code in (429, 502, 503, 504):
        return f"cụm OpenSearch ở {url} chưa sẵn sàng (lỗi {error.status_code}); hãy thử lại"
    if str(error.status_code).startswith("3"):
        return f"máy ở {url} chuyển sang địa chỉ khác (mã {error.status_code}); ghi địa chỉ của chính cụm OpenSearch"
    kind = f": {error.error}" if isinstance(error.info, dict) else ""
    return f"cụm OpenSearch ở {url} báo lỗi {error.status_code}{kind}"


def _index_of(error: exceptions.TransportError) -> str:
    """The name of the index that is not there, a blank before it; empty where the cluster does not say it."""
    told_ = error.info.get("error") if isinstance(error.info, dict) else None
    name = told_.get("resource.id") if isinstance(told_, dict) else None
    return f" {name}" if name else ""
