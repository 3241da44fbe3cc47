"""Measures the library on the development data; no part of the package."""
