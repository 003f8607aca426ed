"""kb packed for a browser: its own modules, the Python that runs them, and the corpus as data."""

from kb.browser_runtime.installed import Runtime, installed
from kb.browser_runtime.parts import RuntimePart, parts, register_parts

__all__ = ["Runtime", "RuntimePart", "installed", "parts", "register_parts"]
