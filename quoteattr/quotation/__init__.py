"""Finds quotes: `marks` (what each mark is), `pairing`, `cues`, `reports`, and what stands alone."""

from __future__ import annotations

from quoteattr.quotation.finding import find

__all__ = ["find"]
