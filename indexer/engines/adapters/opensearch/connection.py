"""A client of a cluster: addresses from the index, user and password from the environment alone."""

from __future__ import annotations

import logging
import math
import os
import ssl
import warnings
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from opensearchpy import OpenSearch
from opensearchpy.exceptions import NotFoundError, OpenSearchWarning

from indexer.engines.adapters.opensearch.address import PASSWORD_VARIABLE, USER_VARIABLE, nodes_of
from kb.errors import IndexUnusable

AUTHORITY_VARIABLE = "KB_OPENSEARCH_CA"
"""The file of the authority that signed the cluster's certificate, when the system does not know it."""
TIMEOUT_VARIABLE = "KB_OPENSEARCH_TIMEOUT"
TIMEOUT = 30.0
"""Seconds that one request may take, when the environment says nothing else."""
SHORTEST, LONGEST = 0.1, 3600.0
"""Between which that may be: no time at all and no end are slips of the pen."""
RETRIES = 3
"""How often another node is asked when one does not answer."""
CONNECTIONS = 16
"""Connections kept open to a node, for so many threads at once; beyond them each request opens its own."""
OLDEST, BEYOND = (2, 7), (4,)
"""The versions of OpenSearch that this adapter was written for, from one up to another; tested with 2.19.

2.7 is the first in which a merge is a task that can be waited for."""

# What the client would print of each request that fails is told in one line (`faults`). The logger of all has a handler
# as soon as any library configures it, hence no propagation.
for _name in ("opensearch", "urllib3.connectionpool"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False
warnings.filterwarnings("ignore", category=OpenSearchWarning)


def connect(url: str, at_least: float = 0.0) -> Any:
    """A client of the cluster at `url`, whose requests may take `at_least` so many seconds.

    Raises IndexUnusable for an address of another form, and for variables that say what cannot be.
    """
    hosts = nodes_of(url)
    return OpenSearch(
        hosts,
        headers=_credentials(),
        verify_certs=True,
        ca_certs=_authority(hosts),
        timeout=max(time_limit(), at_least),
        pool_maxsize=CONNECTIONS,
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


def _authority(hosts: Sequence[str]) -> str | None:
    """The file of the authority where a host has TLS. Raises IndexUnusable for one that holds no certificate."""
    path = os.environ.get(AUTHORITY_VARIABLE)
    if not path or not any(host.lower().startswith("https:") for host in hosts):
        return None
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(path)
    except OSError as error:
        raise IndexUnusable(
            f"biến môi trường {AUTHORITY_VARIABLE}: {path} không có, không đọc được hoặc không phải tệp chứng thư PEM"
        ) from error
    return path


def time_limit() -> float:
    """Seconds that one request may take. Raises IndexUnusable for a time that is none."""
    try:
        seconds = float(os.environ.get(TIMEOUT_VARIABLE, TIMEOUT))
    except ValueError:
        seconds = math.nan
    if not SHORTEST <= seconds <= LONGEST:
        raise IndexUnusable(f"biến môi trường {TIMEOUT_VARIABLE} phải là số giây, từ 0.1 đến 3600")
    return seconds


def check_version(client: Any, url: str) -> None:
    """Ask the cluster what it is. Raises IndexUnusable for another program or version."""
    try:
        answer = client.info()
    except NotFoundError as error:
        raise IndexUnusable(no_cluster(url)) from error
    version = answer.get("version") if isinstance(answer, dict) else None
    if not isinstance(version, dict):
        raise IndexUnusable(no_cluster(url))
    number, distribution = str(version.get("number", "?")), version.get("distribution", "Elasticsearch")
    parts = tuple(int(part) for part in number.split(".")[:2] if part.isdecimal())
    if distribution != "opensearch" or not OLDEST <= parts < BEYOND:
        name = "OpenSearch" if distribution == "opensearch" else distribution
        raise IndexUnusable(f"cụm ở {url} chạy {name} {number}; kb cần OpenSearch từ 2.7 đến 3")


def no_cluster(url: str) -> str:
    """The line for an address at which something else answers."""
    return f"ở {url} không phải cụm OpenSearch trả lời; xem lại tên máy, cổng, đường dẫn"
