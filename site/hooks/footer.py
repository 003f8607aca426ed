"""What stands below every page: where an error of it is reported, every list there is, who runs the site."""

from __future__ import annotations

from html import unescape
from typing import Any

from checker import runtime_of
from keeper import keeper_of

from kb.views.menu import FOOTER


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Hand the theme the lists, the keeper, and the address of a report on this page."""
    address = page.canonical_url or page.file.url
    return below(context, config, unescape(page.title), address)


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """The page of a wrong address is a template of its own."""
    return below(context, config, template_name, "")


def below(context: Any, config: Any, title: str, address: str) -> Any:
    """The context with what the partial `copyright.html` shows."""
    keeper = keeper_of(config)
    context.update(keeper=keeper, footer=FOOTER, report=keeper.report(title, address))
    context.update(has_checker=runtime_of(config) is not None)
    return context
