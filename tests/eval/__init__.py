"""How well the matching finds what an informed colleague would want: `make eval`."""
