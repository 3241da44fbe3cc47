"""Statements: the tellings of an event that an article carries, and what each says, clause by clause."""

from quoteattr.statements.accounts import tellings, whole_telling

__all__ = ["tellings", "whole_telling"]
