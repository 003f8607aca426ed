"""The addresses of a cluster as a user types them: scheme, host, port, and the path of a proxy before it."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from kb.errors import IndexUnusable

USER_VARIABLE, PASSWORD_VARIABLE = "KB_OPENSEARCH_USER", "KB_OPENSEARCH_PASSWORD"
"""The variables that say who asks: an address never does."""
_HOST = re.compile(r"[\w.:-]+")
_PATH = re.compile(r"[\w./~-]*")


def nodes_of(url: str) -> list[str]:
    """Each of the addresses, a comma between. Raises IndexUnusable for one of another form.

    What is refused is not repeated: it may be a password, and what is taken stands in a file.
    """
    return [_node(typed.strip()) for typed in url.split(",")]


def _node(typed: str) -> str:
    if not typed.lower().startswith(("https://", "http://")):
        raise IndexUnusable("địa chỉ cụm OpenSearch phải bắt đầu bằng https:// hoặc http://")
    if "@" in typed:
        raise IndexUnusable(
            f"không ghi mật khẩu trong địa chỉ; đặt biến môi trường {USER_VARIABLE}, {PASSWORD_VARIABLE}"
        )
    if {"?", "#"} & set(typed):
        raise IndexUnusable(
            "địa chỉ cụm OpenSearch không có “?”, “#”; "
            f"mật khẩu thì đặt biến môi trường {USER_VARIABLE}, {PASSWORD_VARIABLE}"
        )
    try:
        whole = _is_whole(urlsplit(typed))
    except ValueError:  # of a bracket that is not closed, of a port that is none
        whole = False
    if not whole:
        raise IndexUnusable("địa chỉ cụm OpenSearch không đúng dạng https://TÊN-MÁY:CỔNG, cổng từ 1 đến 65535")
    return typed


def _is_whole(parts: SplitResult) -> bool:
    """Whether there is a host, and nothing that no host or path has. Raises ValueError for a port that is none."""
    return bool(_HOST.fullmatch(parts.hostname or "") and _PATH.fullmatch(parts.path)) and parts.port != 0
