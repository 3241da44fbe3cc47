"""Tests of the language data and its loader."""
