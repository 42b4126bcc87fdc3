"""Before an assessment: what this is, start, go on with one, and the pages about the product."""
