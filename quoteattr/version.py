"""The version of the library; the package metadata is built from it."""

__version__ = "0.1.0"
