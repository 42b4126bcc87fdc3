"""A summary as bytes that leave the building. Nothing here computes anything: it only lays out."""
