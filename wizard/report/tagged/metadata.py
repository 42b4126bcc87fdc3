"""What a document says of itself, as XMP (ISO 16684-1) with the mark of PDF/UA-1 (ISO 14289-1, 5)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

# The byte order mark belongs in the header of the packet.
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{author}</xmp:CreatorTool>
<xmp:CreateDate>{made_at}</xmp:CreateDate>
<xmp:ModifyDate>{made_at}</xmp:ModifyDate>
<pdf:Producer>ReportLab</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, author, subject, language (a tag of RFC 5646) and the moment of making."""

    title: str
    author: str
    subject: str
    language: str
    made_at: datetime

    def make_stream(self) -> PDFStream:
        """Make the metadata stream; it is not compressed, so that whoever cannot read PDF can find it."""
        text = _PACKET.format(
            title=escape(self.title),
            subject=escape(self.subject),
            author=escape(self.author),
            language=escape(self.language),
            made_at=f"{self.made_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        )
        return PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), text.encode(), filters=[])
