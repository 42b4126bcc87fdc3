"""The report as a workbook and as a list with semicolons, and the action plan read back from the workbook."""
