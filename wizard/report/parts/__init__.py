"""The parts of a report, one a file: each takes the manuscript and gives flowables."""
