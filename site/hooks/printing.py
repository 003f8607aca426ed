"""What paper needs and a screen does not: the full citation, the status on the day, where the page stands."""

from __future__ import annotations

import io
from typing import Any

import segno
from shelf import shelf_of

from kb.views.paper import paper_of


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    folder = page.file.src_uri.removesuffix("index.md")
    context["paper"] = paper_of(shelf_of(config), folder)
    context["permalink"] = f"{config.site_url}{folder}" if config.site_url else ""
    context["code"] = code(context["permalink"]) if config.site_url and not page.meta.get("moved") else ""
    return context


def code(address: str) -> str:
    """The address as a QR code, in SVG."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, svgclass="kb-qr", lineclass=None,
        title=f"Mã QR của địa chỉ {address}",
    )  # fmt: skip
    return out.getvalue().decode().strip()
