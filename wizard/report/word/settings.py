"""How Word treats the document: as of today's Word and not an old one's, in Danish."""

from wizard.report.word.styles import LANGUAGE
from wizard.report.word.xml import Element, make

_OF_WORD = "http://schemas.microsoft.com/office/word"
#: Without the mode of the newest Word, it says of the document that it is an old one.
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
_COLOURS = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"} | {
    name: name for name in (*(f"accent{number}" for number in range(1, 7)), "hyperlink", "followedHyperlink")
}


def fill_settings(settings: Element) -> None:
    """Put the settings of a report in place of those that are there."""
    settings.clear()
    compatible = [make("compatSetting", name=name, uri=_OF_WORD, val=value) for name, value in _COMPATIBILITY.items()]
    settings.extend(
        [
            make("zoom", percent=100),
            make("defaultTabStop", val=720),
            make("characterSpacingControl", val="doNotCompress"),
            make("compat", *compatible),
            make("themeFontLang", val=LANGUAGE),
            make("clrSchemeMapping", **_COLOURS),
            make("decimalSymbol", val=","),
            make("listSeparator", val=";"),
        ]
    )
