import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from reportlab.graphics.shapes import Drawing, Ellipse, String

from wizard.core.risk import RISK_TABLE, Consequence, Exposure
from wizard.core.summary import Summary
from wizard.report.pictures import (
    area_overview,
    describe_areas,
    describe_matrix,
    markers,
    risk_matrix,
    risk_tally,
    to_svg,
)

SVG = "{http://www.w3.org/2000/svg}"


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.contents if isinstance(shape, String)]


def draw_all(summary: Summary) -> list[Drawing]:
    return [area_overview(summary), risk_matrix(summary), risk_tally(summary)]


def test_markers_number_the_exposed_challenges_gravest_first(summary: Summary) -> None:
    assert [(one.number, one.found.challenge.id, one.risk) for one in markers(summary)] == [
        (place, found.challenge.id, found.risk) for place, found in enumerate(summary.exposed, start=1)
    ]
    assert [one.found.challenge.id for one in markers(summary)] == ["hjemmel", "hullede-data"]


def test_area_overview_writes_name_gravest_risk_and_counts(summary: Summary) -> None:
    written = words(area_overview(summary))
    assert written[-6:] == ["Data", "Kritisk", "1", "1", "0", "0"]
    assert {"Kritisk", "Høj", "Middel", "Lav"} <= set(written)


def test_area_without_risk_says_so(empty: Summary) -> None:
    assert words(area_overview(empty))[-6:] == ["Data", "Ingen vist", "0", "0", "0", "0"]


def test_every_cell_of_the_matrix_names_its_risk(empty: Summary) -> None:
    say = empty.content.phrases
    written = words(risk_matrix(empty))
    names = [
        say(f"risk.{risk.id}") if risk else say("report.picture.no-risk")
        for exposure in reversed(Exposure)
        for risk in RISK_TABLE[exposure]
    ]
    assert [word for word in written if word in names and written.count(word) > 1].count("Ingen risiko") == 4
    for name in set(names):
        # The words of exposures are also those of risks.
        labels = [say(f"exposure.{exposure.value}") for exposure in Exposure].count(name)
        assert written.count(name) == names.count(name) + labels


def test_matrix_holds_each_marker_once_and_counts_what_is_not_exposed(summary: Summary) -> None:
    written = words(risk_matrix(summary))
    assert [word for word in written if word.isdigit()] == [str(one.number) for one in markers(summary)]
    assert "2 udfordringer" in written


def test_marker_stands_in_the_row_and_column_of_its_risk(summary: Summary) -> None:
    drawing = risk_matrix(summary)
    texts = {shape.text: shape for shape in drawing.contents if isinstance(shape, String)}
    # Nr. 1 has a serious consequence, nr. 2 a destructive one and less exposure.
    assert texts["1"].x < texts["Ødelæggende"].x < texts["2"].x
    assert texts["1"].y > texts["2"].y


def test_a_full_cell_makes_its_row_taller_and_spills_nothing(summary: Summary) -> None:
    [found] = [found for found in summary.risks if found.challenge.id == "hjemmel"]
    crowded = replace(summary, risks=(found,) * 30)
    drawing = risk_matrix(crowded)
    assert drawing.height > risk_matrix(summary).height + 100
    places = [(shape.x, shape.y) for shape in drawing.contents if isinstance(shape, String) and shape.text.isdigit()]
    assert len(set(places)) == 30
    assert all(0 < x < drawing.width and 0 < y < drawing.height for x, y in places)


def test_everything_lies_inside_the_drawing(summary: Summary, empty: Summary) -> None:
    for drawing in (*draw_all(summary), *draw_all(empty)):
        left, bottom, right, top = drawing.getBounds()
        assert left >= -1
        assert bottom >= -1
        assert right <= drawing.width + 1
        assert top <= drawing.height + 1


def test_words_say_what_the_pictures_show(summary: Summary) -> None:
    assert "Data: alvorligste risiko er kritisk (1 kritisk, 1 høj)." in describe_areas(summary)
    matrix = describe_matrix(summary)
    assert "Eksponering høj og konsekvens meget alvorlig giver risikoen kritisk: nr. 1." in matrix
    assert "Eksponering mellem og konsekvens ødelæggende giver risikoen høj: nr. 2." in matrix
    assert "2 udfordringer" in matrix


def test_words_about_a_picture_without_risks(empty: Summary) -> None:
    assert "Data: ingen risiko vist." in describe_areas(empty)
    assert "nr." not in describe_matrix(empty)
    assert "4 udfordringer" in describe_matrix(empty)


def test_svg_is_xml_without_style_script_or_address(summary: Summary) -> None:
    for drawing in draw_all(summary):
        text = to_svg(drawing, title="Et »billede« & mere", description="<script>alert(1)</script>", prefix="p")
        root = ET.fromstring(text)  # noqa: S314 - our own text
        assert not [element for element in root.iter() if element.tag in (f"{SVG}style", f"{SVG}script")]
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not attributes & {"style", "class", "href", "onload"}
        assert text.count("http") == 1, "only the namespace"


def test_svg_is_a_named_picture_that_fills_its_width(summary: Summary) -> None:
    drawing = risk_matrix(summary)
    root = ET.fromstring(to_svg(drawing, title="Titel", description="Ord", prefix="side-1"))  # noqa: S314 - our own text
    assert root.attrib["role"] == "img"
    assert root.attrib["width"] == "100%"
    assert "height" not in root.attrib
    assert root.attrib["viewBox"].startswith("0 0 360 ")
    assert root.attrib["aria-labelledby"] == "side-1-title side-1-desc"
    named = {element.attrib["id"]: element.text for element in root.iter() if "id" in element.attrib}
    assert named == {"side-1-title": "Titel", "side-1-desc": "Ord"}
    assert "sans-serif" in root.attrib["font-family"]


def test_svg_shows_the_same_words_at_the_same_places(summary: Summary) -> None:
    for drawing in draw_all(summary):
        root = ET.fromstring(to_svg(drawing, title="", description="", prefix="p"))  # noqa: S314 - our own text
        shown = list(root.iter(f"{SVG}text"))
        drawn = [shape for shape in drawing.contents if isinstance(shape, String)]
        assert [element.text for element in shown] == [shape.text for shape in drawn]
        for element, shape in zip(shown, drawn, strict=True):
            assert float(element.attrib["x"]) == pytest.approx(shape.x, abs=0.01)
            assert float(element.attrib["y"]) == pytest.approx(drawing.height - shape.y, abs=0.01)


def test_svg_keeps_colours_exact(summary: Summary) -> None:
    colours = set(
        re.findall(r'fill="(#[0-9a-f]{6})"', to_svg(risk_tally(summary), title="", description="", prefix="p"))
    )
    assert {"#f5d3da", "#8c1230"} <= colours


def test_svg_refuses_a_shape_that_it_cannot_write() -> None:
    drawing = Drawing(10, 10, Ellipse(5, 5, 4, 2))
    with pytest.raises(TypeError, match="Ellipse"):
        to_svg(drawing, title="", description="", prefix="p")


def test_all_columns_of_the_matrix_are_named(summary: Summary) -> None:
    written = " ".join(words(risk_matrix(summary, width=481)))
    for consequence in Consequence:
        assert summary.content.phrases(f"consequence.{consequence.id}") in written
