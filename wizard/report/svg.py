"""A drawing as SVG text for a page with a strict CSP: presentation attributes only, no style, no script.

ReportLab's own SVG renderer writes style attributes and the same ids in every picture, and rounds colours to whole
percents. The pictures here consist of four shapes, so they are written directly.
"""

from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import Color

_FAMILY = "'IBM Plex Sans', system-ui, -apple-system, 'Segoe UI', sans-serif"


def to_svg(drawing: Drawing, *, title: str, description: str, prefix: str) -> str:
    """Write the drawing as an `<svg>` element that fills the width it is given.

    `title` and `description` say what a person would see; their ids begin with `prefix`, which is unique on the page.
    Raises TypeError for a shape that is none of rectangle, line, circle and text.
    """
    names = (quoteattr(f"{prefix}-title"), quoteattr(f"{prefix}-desc"))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(drawing.width)} {_number(drawing.height)}"'
        f' width="100%" role="img" aria-labelledby={quoteattr(f"{prefix}-title {prefix}-desc")}'
        f' font-family="{_FAMILY}">'
        f"<title id={names[0]}>{escape(title)}</title><desc id={names[1]}>{escape(description)}</desc>"
    )
    return head + "".join(_write(shape, drawing.height) for shape in drawing.contents) + "</svg>"


def _write(shape: object, height: float) -> str:
    match shape:
        case Rect():
            top = height - shape.y - shape.height
            corner = f' rx="{_number(shape.rx)}"' if shape.rx else ""
            size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
            return f'<rect x="{_number(shape.x)}" y="{_number(top)}" {size}{corner}{_paint(shape)}/>'
        case Circle():
            place = f'cx="{_number(shape.cx)}" cy="{_number(height - shape.cy)}" r="{_number(shape.r)}"'
            return f"<circle {place}{_paint(shape)}/>"
        case Line():
            start = f'x1="{_number(shape.x1)}" y1="{_number(height - shape.y1)}"'
            end = f'x2="{_number(shape.x2)}" y2="{_number(height - shape.y2)}"'
            return f"<line {start} {end}{_stroke(shape.strokeColor, shape.strokeWidth)}/>"
        case String():
            weight = ' font-weight="600"' if "Bold" in shape.fontName else ""
            anchor = "" if shape.textAnchor == "start" else f' text-anchor="{shape.textAnchor}"'
            place = f'x="{_number(shape.x)}" y="{_number(height - shape.y)}" font-size="{_number(shape.fontSize)}"'
            return f'<text {place}{weight}{anchor} fill="{_colour(shape.fillColor)}">{escape(shape.text)}</text>'
        case _:
            raise TypeError(f"a picture cannot hold {type(shape).__name__}")


def _paint(shape: Rect | Circle) -> str:
    return f' fill="{_colour(shape.fillColor)}"{_stroke(shape.strokeColor, shape.strokeWidth)}'


def _stroke(colour: Color | None, width: float) -> str:
    return f' stroke="{_colour(colour)}" stroke-width="{_number(width)}"' if colour else ""


def _colour(colour: Color | None) -> str:
    return "#" + colour.hexval()[2:] if colour else "none"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
