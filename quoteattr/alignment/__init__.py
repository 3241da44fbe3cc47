"""Alignment: which statements of different accounts are counterparts."""

from quoteattr.alignment.grouping import align

__all__ = ["align"]
