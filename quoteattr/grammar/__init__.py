"""Shallow grammar over a document's tokens and tags: lines, noun phrases, subjects, complements, clauses.

Several stages ask these questions, so they stand below all stages. Nothing here knows what a quote is.
"""
