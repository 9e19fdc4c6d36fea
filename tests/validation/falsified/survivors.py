"""What no check can find, and why: kind of falsification, family (or all) -> reason."""

from __future__ import annotations

ALL = "all"

SURVIVORS: dict[tuple[str, str], str] = {}
