"""What would lower a risk: shown, tried without touching the answers, and set as a goal on the checklist."""
