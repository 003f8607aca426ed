"""For programs: the JSON of every record, the guide to it, and what the head of a page says of its record."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

from mkdocs.structure.files import File, Files
from site_build import SiteBuild, build_of

from kb.api.eli import eli
from kb.api.guide import guide
from kb.api.legislation import legislation
from kb.api.records import api_files, record_file
from kb.formats.visible import visible
from kb.model import Record
from kb.views.site_snapshot import SiteSnapshot


def on_files(files: Files, config: Any) -> Files:
    """Add the files of the API and `llms.txt`."""
    snapshot = build_of(config).snapshot
    for path, value in api_files(snapshot):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        files.append(File.generated(config, path, content=f"{text}\n"))
    text = guide(snapshot, unescape(config.site_name), unescape(config.site_description), config.site_url or "")
    files.append(File.generated(config, "llms.txt", content=text))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """The sitemap's date of a page is the day its record was last checked: dates come from the corpus."""
    record = _record_of(build_of(config), page)
    checked = [source.checked for source in record.sources] if record else []
    if checked:
        page.meta["checked"] = str(max(checked))
    return markdown


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Hand the theme what it writes into the head of a record's page."""
    build = build_of(config)
    record = _record_of(build, page)
    if record:
        up = build.pages[page.file.src_uri].up
        context["metadata"] = head(build.snapshot, record, up, config.site_url or up)
    return context


def _record_of(build: SiteBuild, page: Any) -> Record | None:
    """The record whose own page it is."""
    found = build.pages.get(page.file.src_uri)
    return found.record if found and found.is_records_own else None


def head(snapshot: SiteSnapshot, record: Record, up: str, root: str) -> dict[str, Any]:
    """What the theme writes into the head of the record's page; `up` leads from it to the root of the site."""
    said: dict[str, Any] = {"json": up + record_file(record), "root": root}
    document = snapshot.corpus.documents.get(record.id)
    if document:
        text = json.dumps(legislation(snapshot, document, root), ensure_ascii=False)
        # No text of the corpus can end the element that it stands in; characters that act are shown, as JSON escapes.
        said |= {"linked": visible(text).replace("<", "\\u003c"), "eli": eli(snapshot, document)}
    return said
