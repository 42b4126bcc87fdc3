"""The action plan, edited in Excel and read back in."""
