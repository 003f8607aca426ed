"""A client of a cluster: addresses from the index, user and password from the environment alone."""

from __future__ import annotations

import logging
import os
from base64 import b64encode
from typing import Any

from opensearchpy import OpenSearch

from kb.errors import IndexUnusable

USER_VARIABLE, PASSWORD_VARIABLE = "KB_OPENSEARCH_USER", "KB_OPENSEARCH_PASSWORD"
AUTHORITY_VARIABLE = "KB_OPENSEARCH_CA"
"""The file of the authority that signed the cluster's certificate, when the system does not know it."""
TIMEOUT_VARIABLE = "KB_OPENSEARCH_TIMEOUT"
TIMEOUT = 30.0
"""Seconds that one request may take, when the environment says nothing else."""
RETRIES = 3
"""How often another node is asked when one does not answer."""
OLDEST, BEYOND = (2, 7), (4,)
"""The versions of OpenSearch that this adapter was written for, from one up to another; tested with 2.19.

2.7 is the first in which a merge is a task that can be waited for."""

# What the client would print of each request that fails is told in one line (`faults`).
logging.getLogger("opensearch").addHandler(logging.NullHandler())


def connect(url: str, at_least: float = 0.0) -> Any:
    """A client of the cluster at `url`, whose requests may take `at_least` so many seconds.

    Raises IndexUnusable for an address of another form.
    """
    hosts = [host.strip() for host in url.split(",")]
    if not all(host.startswith(("https://", "http://")) for host in hosts):
        raise IndexUnusable("địa chỉ cụm OpenSearch phải bắt đầu bằng https:// hoặc http://")
    if any("@" in host for host in hosts):
        raise IndexUnusable(
            f"không ghi mật khẩu trong địa chỉ; đặt biến môi trường {USER_VARIABLE}, {PASSWORD_VARIABLE}"
        )
    return OpenSearch(
        hosts,
        headers=_credentials(),
        verify_certs=True,
        ca_certs=os.environ.get(AUTHORITY_VARIABLE) or None,
        timeout=max(time_limit(), at_least),
        max_retries=RETRIES,
        retry_on_timeout=False,
        # What a node answers is its answer: asked of a dead node next, it would read as a cluster that is not there.
        retry_on_status=(),
        http_compress=False,
    )


def _credentials() -> dict[str, str]:
    """The header that says who asks, in UTF-8 (RFC 7617): the library itself refuses letters beyond Latin-1."""
    user = os.environ.get(USER_VARIABLE)
    if not user:
        return {}
    pair = f"{user}:{os.environ.get(PASSWORD_VARIABLE, '')}"
    return {"authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def time_limit() -> float:
    """Seconds that one request may take."""
    try:
        return max(0.1, float(os.environ.get(TIMEOUT_VARIABLE, TIMEOUT)))
    except ValueError:
        raise IndexUnusable(f"biến môi trường {TIMEOUT_VARIABLE} phải là số giây") from None


def check_version(client: Any, url: str) -> None:
    """Ask the cluster what it is. Raises IndexUnusable for another program or version."""
    version = client.info().get("version", {})
    number, distribution = version.get("number", "?"), version.get("distribution", "Elasticsearch")
    parts = tuple(int(part) for part in number.split(".")[:2] if part.isdecimal())
    if distribution != "opensearch" or not OLDEST <= parts < BEYOND:
        name = "OpenSearch" if distribution == "opensearch" else distribution
        raise IndexUnusable(f"cụm ở {url} chạy {name} {number}; kb cần OpenSearch từ 2.7 đến 3")
