"""The pages: a package for each journey. They call services, and draw what comes back."""
