"""The only SQL: typed models, the statements that read and write them, and the migrations that make their tables."""
