"""The menus above and below every page: the tasks, the plans of the corpus, the lists, what is for editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Plan
from kb.views.site_snapshot import SiteSnapshot


@dataclass(frozen=True)
class MenuEntry:
    """Words that lead to a page (`href`, from the site's root), or that stand above further entries."""

    words: str
    href: str = ""
    entries: tuple[MenuEntry, ...] = ()


def menu(snapshot: SiteSnapshot, standing: tuple[MenuEntry, ...]) -> tuple[MenuEntry, ...]:
    """The first page, which is that of the search, the plans, then what stands whatever the corpus holds."""
    return (MenuEntry("Tìm"), *_plans(snapshot), *standing)


def _plans(snapshot: SiteSnapshot) -> Iterator[MenuEntry]:
    """A single plan stands in the menu itself; several stand below one word, the newest year first."""
    plans = sorted(snapshot.corpus.plans.values(), key=lambda plan: (-int(plan.year), plan.id))
    if len(plans) == 1:
        yield MenuEntry("Kế hoạch", plans[0].page_address)
    elif plans:
        below = tuple(MenuEntry(plan_words(snapshot, plan), plan.page_address) for plan in plans)
        yield MenuEntry("Kế hoạch", entries=below)


def plan_words(snapshot: SiteSnapshot, plan: Plan) -> str:
    """A plan by its year and by the body that issues it, which tell it from every other."""
    bodies = ", ".join(link.text for link in snapshot.links(plan.issuers))
    return f"Kế hoạch {plan.year}" + (f", {bodies}" if bodies else "")
