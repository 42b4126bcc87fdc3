"""A report as a Word document: real styles, real lists, real headings, so that Word's own tools work on it.

`write_word` takes the same blocks that the PDF is set from. What a block is called here is what Word calls it; where
Word has no such thing, it becomes plain text.
"""
