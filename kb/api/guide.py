"""`llms.txt`: what the site is, what it holds and where, for programs that read text. https://llmstxt.org"""

from __future__ import annotations

from collections.abc import Iterator

from kb.api.records import ROOT
from kb.language.dates import show_day
from kb.model import RECORD_CLASSES
from kb.model.kinds import BODY, DOCUMENT, OBSERVANCE, PROGRAMME, TERM
from kb.views.basis_table import NAME, address
from kb.views.listing import WAYS
from kb.views.site_snapshot import SiteSnapshot
from kb.views.wording import plan_name

_LISTS = (
    *((f"{DOCUMENT.label} theo {way.text}", way.href) for way in WAYS),
    *((kind.label, kind.list_address) for kind in (PROGRAMME, OBSERVANCE, BODY, TERM)),
)


def guide(snapshot: SiteSnapshot, name: str, description: str, root: str) -> str:
    """The guide's text; `root` is the site's address, or empty for addresses from its root."""
    return "\n".join(_lines(snapshot, name, description, root)) + "\n"


def _lines(snapshot: SiteSnapshot, name: str, description: str, root: str) -> Iterator[str]:
    yield from (f"# {name}", "", f"> {description}.", "")
    yield (
        "Mỗi dữ kiện ghi nguồn và mức chắc chắn; điều chưa biết ghi là chưa xác định. Tình trạng hiệu lực xét ngày "
        f"{show_day(snapshot.day)}. Khi áp dụng phải đối chiếu với bản chính thức của văn bản."
    )
    yield from ("", "## Kế hoạch", "")
    for plan in snapshot.corpus.plans.values():
        whole = plan_name(plan)
        yield f"- [{whole[0].upper()}{whole[1:]}]({root}{plan.page_address}toan-van/): toàn văn, mỗi đoạn một địa chỉ"
        yield f"- [{NAME} của {whole}]({root}{address(plan)}): tình trạng, văn bản thay thế, từng chỗ viện dẫn"
    yield from ("", "## Danh mục", "")
    yield from (f"- [{title}]({root}{href})" for title, href in _LISTS)
    yield from ("", "## Dữ liệu JSON", "")
    yield f"- [Mục lục]({root}{ROOT}index.json)"
    for cls in RECORD_CLASSES:
        many, kind = len(snapshot.corpus.of(cls)), cls.record_kind
        schema = f"[khuôn dữ liệu]({root}{ROOT}schema/{kind.name}.json)"
        yield f"- [{kind.label}]({root}{ROOT}{kind.folder}.json): {many} bản ghi, mỗi bản ghi một tệp; {schema}"
