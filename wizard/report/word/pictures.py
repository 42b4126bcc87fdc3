"""Pictures for Word: what the PDF has as vectors, as a PNG that is sharp on paper."""

from io import BytesIO
from threading import Lock

import pypdfium2
from docx.parts.story import StoryPart
from docx.shared import Pt
from reportlab.graphics import renderPDF

from wizard.report.blocks import Picture
from wizard.report.sheet import Faces
from wizard.report.word.styles import WIDTH
from wizard.report.word.xml import Element, clean, clean_line, make

_DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72

#: PDFium is not made for several threads.
_LOCK = Lock()


def make_picture(picture: Picture, faces: Faces, part: StoryPart, number: int) -> Element:
    """Make a run that holds a picture, with what a person would see as its text."""
    inline: Element = part.new_pic_inline(BytesIO(_draw(picture, faces)), width=Pt(WIDTH))
    for side in "TBLR":
        # Unless it is told, a reader may leave room around it.
        inline.set(f"dist{side}", "0")
    properties = inline.docPr
    for key, value in {
        "id": str(number),
        "name": clean_line(picture.title),
        "title": clean_line(picture.title),
    }.items():
        properties.set(key, value)
    properties.set("descr", clean(picture.description))
    return make("r", make("drawing", inline))


def _draw(picture: Picture, faces: Faces) -> bytes:
    page = BytesIO()
    renderPDF.drawToFile(picture.draw(WIDTH, faces), page)
    with _LOCK:
        document = pypdfium2.PdfDocument(page)
        try:
            image = document[0].render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH).to_pil()
        finally:
            document.close()
    file = BytesIO()
    image.save(file, "PNG", optimize=True, dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH))
    return file.getvalue()
