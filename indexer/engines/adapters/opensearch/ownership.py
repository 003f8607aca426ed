"""Whose the indices behind a name are: kb replaces, renames and deletes none but those that it wrote itself."""

from __future__ import annotations

from typing import Any

from opensearchpy.exceptions import NotFoundError

from indexer.engines.adapters.opensearch.marks import Meta, is_of_folder, is_of_kb
from indexer.engines.adapters.opensearch.place import ClusterPlace
from kb.errors import IndexUnusable


def held(client: Any, name: str) -> dict[str, Meta]:
    """The indices behind a name, all of them kb's; empty when nothing has it.

    Raises IndexUnusable where the name is that of an index, and where one behind it is not kb's.
    """
    try:
        return _told(client, name)
    except NotFoundError:
        return {}


def in_use(client: Any, alias: str) -> tuple[str, Meta]:
    """The index that answers for an alias. Raises IndexUnusable as `held`, or the client's error for none."""
    (found, *others) = _told(client, alias).items()
    if others:
        raise IndexUnusable(f"tên “{alias}” trên cụm thuộc nhiều chỉ mục cùng lúc; chạy: kb index")
    return found


def check_names(client: Any, place: ClusterPlace) -> dict[str, Meta]:
    """The indices in use. Raises IndexUnusable where one of the names that a build takes belongs to others."""
    used, _, before = (held(client, name) for name in (place.alias, place.building, place.before))
    for meta in (used or before).values():
        if not (place.force or is_of_folder(meta, place)):
            raise IndexUnusable(
                f"tên “{place.alias}” trên cụm đang giữ chỉ mục của thư mục khác; dùng --alias khác, "
                "hoặc thêm --force nếu là cùng một kho"
            )
    return used


def delete(client: Any, index: str) -> None:
    """Delete an index. Raises IndexUnusable for one that is not kb's."""
    told = client.indices.get_mapping(index=index)[index]
    if not is_of_kb(told["mappings"].get("_meta", {})):
        raise IndexUnusable(f"chỉ mục “{index}” không do kb ghi, không xóa")
    client.indices.delete(index=index)


def _told(client: Any, name: str) -> dict[str, Meta]:
    found = client.indices.get_mapping(index=name)
    if name in found:
        raise IndexUnusable(f"trên cụm đã có một chỉ mục tên “{name}”; dùng --alias khác")
    metas: dict[str, Meta] = {index: told["mappings"].get("_meta", {}) for index, told in found.items()}
    for index, meta in metas.items():
        if not is_of_kb(meta):
            raise IndexUnusable(f"tên “{name}” đang thuộc chỉ mục “{index}” không do kb ghi; dùng --alias khác")
    return metas
