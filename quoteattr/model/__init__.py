"""Frozen values; each knows only itself."""
