"""Setting text on pages: fonts, paragraphs, tables, headings. Knows ReportLab, and nothing of assessments."""
