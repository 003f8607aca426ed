"""What paper needs and a screen does not: the full citation, the status on the day, where the page stands."""

from __future__ import annotations

import io
from typing import Any

import segno
from site_build import build_of

from kb.views.paper import paper_of


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Hand the theme what stands above a printed page: the citation, and the page's address where it is known."""
    build = build_of(config)
    shown = build.pages.get(page.file.src_uri)
    context["paper"] = paper_of(build.snapshot, shown.record if shown else None)
    context["permalink"] = page.canonical_url or ""
    context["code"] = code(page.canonical_url) if page.canonical_url and not page.meta.get("moved") else ""
    return context


def code(address: str) -> str:
    """The address as a QR code, in SVG."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, svgclass="kb-qr", lineclass=None,
        title=f"Mã QR của địa chỉ {address}",
    )  # fmt: skip
    return out.getvalue().decode().strip()
