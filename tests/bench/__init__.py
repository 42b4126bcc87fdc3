"""What a page costs, in CPU time beside a floor that is measured in the same run: `make bench`."""
