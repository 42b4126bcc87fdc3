"""Continuing from a report."""
