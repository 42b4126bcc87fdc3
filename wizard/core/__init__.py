"""The rules, pure: questions and answers in, a `Summary` out. Knows no web, no database, no files."""
