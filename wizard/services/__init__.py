"""What a user does, one function each. Pages and the command line both call these; none knows of the other."""
