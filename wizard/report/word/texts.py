"""What stands in a paragraph: text, links, badges, boxes to tick."""

from collections.abc import Callable, Sequence

from docx.oxml.ns import qn

from wizard.report import palette
from wizard.report.blocks import Badge, Part, Span, Tick
from wizard.report.palette import Tone
from wizard.report.word.xml import Element, clean, clean_line, make, make_text

#: Gives the id by which a document knows an address.
Relate = Callable[[str], str]

#: The boxes of Word's own tick boxes, and the face that has them.
_BOXES = {True: "\u2612", False: "\u2610"}
_BOX_FACE = "MS Gothic"


def make_runs(parts: Sequence[Part], relate: Relate, *, strong: bool = False) -> list[Element]:
    """Make what stands in a paragraph."""
    found: list[Element] = []
    for part in parts:
        span = part if isinstance(part, Span) else Span(part)
        run = make_run(clean(span.text), _properties(span, strong=strong))
        found.append(_make_link(run, relate(span.href)) if span.href else run)
    return found


def make_run(text: str, properties: Element | None = None) -> Element:
    """Make a run of text that is clean; the line breaks in it stay."""
    run = make("r", properties)
    for place, line in enumerate(text.split("\n")):
        if place:
            run.append(make("br"))
        run.append(make_text(line))
    return run


def make_field(instruction: str, shown: str) -> Element:
    """Make a field that Word fills in, and what stands there until it does."""
    return make("fldSimple", make("r", make_text(shown)), instr=instruction)


def make_badge(badge: Badge) -> Element:
    """Make a word on a colour."""
    return _shade(f"\u00a0{clean_line(badge.word)}\u00a0", badge.tone)


def make_box(tick: Tick, number: int) -> Element:
    """Make a box that can be ticked in Word, or a dash for what is dropped. No two boxes have one number."""
    if tick.is_dropped:
        return make_run("\u2013")
    states = [
        make(f"w14:{name}", val=f"{ord(_BOXES[is_ticked]):04X}", font=_BOX_FACE)
        for name, is_ticked in (("checkedState", True), ("uncheckedState", False))
    ]
    box = make("w14:checkbox", make("w14:checked", val=int(tick.is_done)), *states)
    face = make("rPr", make("rFonts", ascii=_BOX_FACE, hAnsi=_BOX_FACE, eastAsia=_BOX_FACE, hint="eastAsia"))
    return make(
        "sdt",
        make("sdtPr", make("alias", val=clean_line(tick.word)), make("id", val=number), box),
        make("sdtContent", make_run(_BOXES[tick.is_done], face)),
    )


def make_tick(tick: Tick, number: int) -> list[Element]:
    """Make the box of something, and the word for how far it is; what is dropped has only the word."""
    word = clean_line(tick.word)
    return [make_run(word)] if tick.is_dropped else [make_box(tick, number), make_run(f" {word}")]


def _properties(span: Span, *, strong: bool) -> Element | None:
    style = "Hyperlink" if span.href else "SubtleEmphasis" if span.muted else "Strong" if span.strong else ""
    found = make(
        "rPr",
        make("rStyle", val=style) if style else None,
        make("b") if strong or (span.strong and style != "Strong") else None,
        make("lang", val=span.lang) if span.lang else None,
    )
    return found if len(found) else None


def _make_link(run: Element, id_: str) -> Element:
    link = make("hyperlink", run)
    link.set(qn("r:id"), id_)
    return link


def _shade(text: str, tone: Tone) -> Element:
    colours = make(
        "rPr",
        make("b"),
        make("color", val=palette.WHITE[1:]),
        make("shd", val="clear", color="auto", fill=tone.strong[1:]),
    )
    return make_run(text, colours)
