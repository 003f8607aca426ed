"""The menus above every page: the lists, the standing pages, and the plans of the corpus."""

from __future__ import annotations

from dataclasses import dataclass

from kb.views.site_snapshot import SiteSnapshot


@dataclass(frozen=True)
class MenuEntry:
    """Words that lead to a page (`href`, from the site's root), or that stand above further entries."""

    words: str
    href: str = ""
    entries: tuple[MenuEntry, ...] = ()


def menu(snapshot: SiteSnapshot, standing: tuple[MenuEntry, ...]) -> tuple[MenuEntry, ...]:
    """The first page, the plans, then what stands whatever the corpus holds.

    A single plan stands in the menu itself; several stand below one word.
    """
    plans = tuple(MenuEntry(f"Kế hoạch {plan.year}", plan.page_address) for plan in snapshot.corpus.plans.values())
    shown = (MenuEntry("Kế hoạch", entries=plans),) if len(plans) > 1 else plans
    return (MenuEntry("Trang đầu"), *shown, *standing)
