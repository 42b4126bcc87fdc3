"""What the answers show: result, consequences, checklist and report."""
