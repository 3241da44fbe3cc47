"""Measures of speed; no part of the package."""
