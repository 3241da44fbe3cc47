"""Comparison: whether counterparts agree, and how they differ."""

from quoteattr.comparison.verdicts import judge

__all__ = ["judge"]
