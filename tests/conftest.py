"""Properties are tested whatever the machine's speed; a failing example is printed to be run again."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("kb", deadline=None, print_blob=True)
settings.load_profile("kb")

# What whoever runs the tests keeps in a register of their own must not speak in them.
os.environ["KB_DATA"] = os.devnull
