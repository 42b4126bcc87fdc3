"""A summary as a Word document that a lawyer can go on writing in."""

from datetime import datetime
from pathlib import Path

from wizard.core.assessment import Assessment
from wizard.core.summary import Summary
from wizard.report.editions import Edition, make_blocks
from wizard.report.manuscript import Manuscript
from wizard.report.sheet import Faces
from wizard.report.typeset.typeface import load_typeface
from wizard.report.word.document import Imprint, write_word

#: Stand for the numbers of pages, which Word counts.
_NUMBER, _TOTAL = "\x00", "\x01"


def write_docx(
    assessment: Assessment, summary: Summary, *, edition: Edition = Edition.FULL, made_at: datetime, fonts: Path
) -> bytes:
    """Write an edition of the report as a Word document. The same input gives the same bytes.

    `fonts` is a folder of TrueType files as `load_typeface` reads them, for what is written in pictures. Raises
    FileNotFoundError where one is missing.
    """
    manuscript = Manuscript(assessment, summary, made_at)
    typeface = load_typeface(fonts)
    blocks = make_blocks(manuscript, edition)
    return write_word(blocks, _make_imprint(manuscript, edition), faces=Faces(typeface.regular, typeface.semibold))


def _make_imprint(manuscript: Manuscript, edition: Edition) -> Imprint:
    say = manuscript.say
    before, _, rest = say("page", number=_NUMBER, total=_TOTAL).partition(_NUMBER)
    between, _, after = rest.partition(_TOTAL)
    return Imprint(
        title=manuscript.title,
        author=say("brand"),
        subject=say("subject", edition=say(f"edition.{edition.value}"), version=manuscript.summary.content.version),
        footer=say("footer", date=manuscript.say_date(manuscript.made_at)),
        page=(before, between, after),
        made_at=manuscript.made_at,
    )
