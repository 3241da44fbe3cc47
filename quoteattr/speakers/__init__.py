"""Resolves mentions ("he", "the minister") to speakers, from the text's own evidence."""

from quoteattr.speakers.resolution import resolve

__all__ = ["resolve"]
