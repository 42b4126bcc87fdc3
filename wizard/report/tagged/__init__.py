"""Tagged PDF by ReportLab, which has none of its own: a canvas that keeps a structure tree, and what it writes of it.

Knows ReportLab and ISO 32000-1 (14.7 and 14.8), and nothing of reports. Whatever is drawn says what it is:

    canvas.enter(table); canvas.enter(row); canvas.enter(cell)
    canvas.mark(); canvas.drawString(…); canvas.unmark()
    canvas.leave(); canvas.leave(); canvas.leave()

An element takes its place in the tree when it is first entered, under whatever is open then, and may be entered again:
what goes on over the page is the same paragraph. What is decoration is marked as an artifact.
"""
