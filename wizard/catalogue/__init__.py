"""`questions/` and `guidance/` read into frozen core objects, or refused with every fault named."""
