"""The finished example, open to everybody."""
