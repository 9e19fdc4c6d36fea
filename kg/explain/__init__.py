"""Shows what was read from one file: in words, and as its pages with every reading marked."""

from kg.explain.page import html_page
from kg.explain.words import describe

__all__ = ["describe", "html_page"]
