"""Some records of an index replaced, added or taken out, the others not read: what is known of them is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from indexer.build.amend import MOST_CHANGED
from indexer.build.build import CACHE
from indexer.build.editing import AmendmentEditing
from indexer.build.inverter import Inverter
from indexer.engines.opening import SETTING, engine_named
from indexer.engines.port import AmendingEngine, Engine
from indexer.manifest import MANIFEST, RECORDS, read_table, usable
from indexer.ranking.weights import AVERAGE_STEP, averages
from indexer.records.record import IndexRecord
from kb.errors import IndexUnusable
from kb.site_build.exclusive_lock import exclusive_lock


def amend_some(directory: Path, changed: Iterable[IndexRecord], removed: Collection[str]) -> None:
    """Put `changed` in the place of the records with their ids, after all others where there are none; take out those
    with the ids `removed`.

    What is read then is the same as of an index written anew with them. Raises IndexUnusable for an engine that cannot
    do it, for an id that is not there, and where the index has to be written whole.
    """
    usable(directory)
    with exclusive_lock(directory / "lock"):
        folder = usable(directory)
        engine = engine_named(read_table(folder / MANIFEST).get(SETTING, ""))
        written = engine.written_index(folder) if isinstance(engine, AmendingEngine) else None
        if written is None:
            raise IndexUnusable(
                f"không sửa được từng bản ghi của chỉ mục ở {directory}: {_why_whole(engine)}; dựng lại: kb index"
            )
        average = averages(written.lengths, written.lengths[RECORDS])
        editing = AmendmentEditing(written, Inverter(directory / CACHE, average))
        come = {record.id: record for record in changed}
        if both := come.keys() & {*removed}:
            raise IndexUnusable(f"bản ghi {min(both)} vừa có trong tệp sửa vừa phải bỏ; chọn một")
        editing.replace(come, removed)
        changes = editing.replacements()
        _check_amendable(editing.lengths, average, sum(len(one.gone) + len(one.come) for one in changes))
        written.amend(changes, editing.lengths)


def _check_amendable(lengths: Mapping[str, int], average: Mapping[str, float], changed: int) -> None:
    """Raises IndexUnusable, with the cause, where the index has to be written whole."""
    if averages(lengths, lengths[RECORDS]) != average:
        raise IndexUnusable(
            f"sau khi sửa, độ dài trung bình của các bản ghi sang nấc {100 * AVERAGE_STEP:g} % khác, "
            "trọng số của mọi bản ghi đổi theo; dựng lại cả chỉ mục: kb index"
        )
    if changed > MOST_CHANGED:
        raise IndexUnusable(
            f"kể từ lần dựng trước đã có {changed} lượt bỏ, thêm bản ghi, quá {MOST_CHANGED}; "
            "dựng lại cả chỉ mục: kb index"
        )


def _why_whole(engine: Engine) -> str:
    """Why an index has nothing that could be amended."""
    if isinstance(engine, AmendingEngine):
        return "do phiên bản khác của kb dựng, hoặc chỉ mục ấy không còn trên cụm"
    return "chỉ mục trên máy chỉ dựng lại được cả"
