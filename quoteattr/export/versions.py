"""The names and versions of the data that is written; a change that breaks readers raises the number."""

READING = "quoteattr/reading/1"
COMPARISON = "quoteattr/comparison/1"
