"""What the answers show: result, consequences and checklist."""
