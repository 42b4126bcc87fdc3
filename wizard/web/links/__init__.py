"""The private links to an assessment: see, make, revoke; and the end of it."""
