"""The period of a day, by which periods are compared with `status_on`."""

from __future__ import annotations

from datetime import date

from kb.law.periods import EffectPeriod


def period_on(found: tuple[EffectPeriod, ...], day: date) -> EffectPeriod:
    """The period that contains `day`."""
    return next(span for span in reversed(found) if span.start is None or span.start <= day)
