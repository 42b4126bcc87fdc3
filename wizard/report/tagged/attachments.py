"""A file inside a PDF (ISO 32000-1, 7.11.4), described as PDF/UA-1 wants it (ISO 14289-1, 7.11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFString, PDFZCompress


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to travel in the document: name, what it is in words, its media type and its bytes."""

    name: str
    description: str
    media_type: str
    data: bytes
    made_at: datetime


def attach(document: Any, attachments: Sequence[Attachment]) -> None:
    """Put files into ReportLab's document, as the data that it was made from."""
    if not attachments:
        return
    references = [document.Reference(_specify(document, attachment)) for attachment in attachments]
    names = [PDFString(attachment.name) for attachment in attachments]
    tree = PDFArray([entry for pair in zip(names, references, strict=True) for entry in pair])
    catalog = document.Catalog
    catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": tree})})
    catalog.AF = PDFArray(references)
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]


def _specify(document: Any, attachment: Attachment) -> PDFDictionary:
    date = f"D:{attachment.made_at.astimezone(UTC):%Y%m%d%H%M%S}Z"
    about = PDFDictionary({"Size": len(attachment.data), "ModDate": PDFString(date), "CreationDate": PDFString(date)})
    # ReportLab's own names leave the slash as it is, which would begin another name.
    kind = f"/{attachment.media_type.replace('/', '#2F')}"
    entries = {"Type": "/EmbeddedFile", "Subtype": kind, "Params": about}
    file = document.Reference(PDFStream(PDFDictionary(entries), attachment.data, filters=[PDFZCompress]))
    return PDFDictionary(
        {
            "Type": "/Filespec",
            "F": PDFString(attachment.name),
            "UF": PDFString(attachment.name),
            "Desc": PDFString(attachment.description),
            "AFRelationship": "/Data",
            "EF": PDFDictionary({"F": file, "UF": file}),
        }
    )
