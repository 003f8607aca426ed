"""Properties are tested whatever the machine's speed; a failing example is printed to be run again."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("kb", deadline=None, print_blob=True)
settings.load_profile("kb")
