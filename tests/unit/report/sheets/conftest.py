import pytest

from tests.unit.report.conftest import MADE_AT
from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.sheets.workbook import write_xlsx


@pytest.fixture(scope="session")
def raw(assessment: Assessment, summary: Summary) -> bytes:
    """The workbook of the small project."""
    return write_xlsx(assessment, summary, made_at=MADE_AT)
