"""Choosing a report, and fetching it."""
