"""What stands in a chart: its words, its marks, its name; and that nothing collides."""

import re
from xml.etree import ElementTree as ET

import pytest

from stegvis.core.values.language import speaking
from stegvis.reports.calculations.charts.draw import draw
from stegvis.reports.calculations.charts.svg import HALF_WIDTH, WIDTH, with_plain_colours
from stegvis.reports.calculations.charts.words import text_width
from stegvis.reports.values.charts import Bar, BarChart, FlowChart, FlowStage, Line, LineChart
from tests.report_samples import AT_ITS_LIMIT, CHARTS, EMPTY_CHARTS, GOALS, MONEY, SEATS, SURVIVAL

SVG = "{http://www.w3.org/2000/svg}"
SPACE = "\u00a0"


def parsed(chart, width=WIDTH):
    return ET.fromstring(draw(chart, width))  # noqa: S314 - our own drawing


def words(chart):
    return [element.text for element in parsed(chart).iter(f"{SVG}text")]


def boxes(chart, width):
    """Left, right and baseline of every text."""
    found = []
    for one in parsed(chart, width).iter(f"{SVG}text"):
        bold = one.get("font-weight") == "600"
        width = text_width(one.text, float(one.get("font-size")), bold=bold)
        share = {"middle": 0.5, "end": 1.0}.get(one.get("text-anchor"), 0.0)
        left = float(one.get("x")) - share * width
        found.append((left, left + width, float(one.get("y")), one.text))
    return found


def test_bars_say_label_value_axis_and_marks():
    chart = BarChart(
        "t", "d", (Bar("Till arbete", 0.48, "48 %", 0.4, 0.56, 0.5),), 1.0, as_percent=True
    )

    percents = [f"{tick}{SPACE}%" for tick in (0, 20, 40, 60, 80, 100)]
    assert words(chart) == [*percents, "Till arbete", "48 %", "95 % osäkerhetsintervall", "Mål"]


def test_bars_without_interval_or_target_have_no_legend():
    chart = BarChart("t", "d", (Bar("Kvinnor", 4, "4"), Bar("Män", 2, "2")), 4)

    assert words(chart) == ["0", "1", "2", "3", "4", "Kvinnor", "4", "Män", "2"]


def test_bars_in_groups_are_told_apart_by_pattern():
    bars = [Bar(who, 3, "3", group=where) for where in ("Arbete", "Studier") for who in ("K", "M")]
    drawn = parsed(BarChart("t", "d", tuple(bars), 4))

    fills = [
        one.get("fill") for one in drawn.iter(f"{SVG}rect") if one.get("height") in {"16", "12"}
    ]
    patterns = [pattern.get("id") for pattern in drawn.iter(f"{SVG}pattern")]
    striped = f"url(#{patterns[0]})"
    accent = "var(--stegvis-accent, #0b5a66)"
    track = "var(--stegvis-track, #edf1f3)"
    assert len(patterns) == 1
    assert fills == [track, accent, track, striped] * 2 + [accent, striped]


def test_flow_says_who_left_and_why():
    stages = (FlowStage("Sökte", 1200, (("tackade nej", 3), ("flyttade", 1))), FlowStage("Kom", 6))

    assert words(FlowChart("t", "d", stages)) == [
        "Sökte",
        f"1{SPACE}200",
        f"Lämnade: tackade nej{SPACE}3, flyttade{SPACE}1",
        "Kom",
        "6",
        "Gick vidare eller är kvar",
        "Lämnade",
    ]


def test_lines_print_numbers_at_risk_under_the_axis():
    printed = words(SURVIVAL)

    assert printed[-6:] == ["Antal som ännu följs", "156", "121", "84", "51", "12"]


def test_stairs_hold_a_value_until_the_next_point():
    chart = LineChart(
        "t", "d", (Line("a", ((0, 0), (10, 10)), stairs=True),), "x", "y", ((0, "0"),), 10
    )
    path = next(one for one in parsed(chart).iter(f"{SVG}path"))

    corners = re.findall(r"[\d.]+ [\d.]+", path.get("d"))
    assert [corner.split()[1] for corner in corners] == ["263.0", "263.0", "32.0"]


def test_lines_beyond_one_are_told_apart_by_dash():
    paths = [one.get("stroke-dasharray") for one in parsed(MONEY).iter(f"{SVG}path")]

    assert paths == ["none", "7 4"]


def test_lines_name_their_limit():
    assert "Beslutad ram 1 587 500 kr" in words(MONEY)


def test_crowded_axis_leaves_labels_out():
    shown = [word for word in words(SEATS) if word.startswith("2024-")]

    assert shown == [f"2024-{month:02d}" for month in (1, 3, 5, 7, 9, 11)]


@pytest.mark.parametrize("width", [WIDTH, HALF_WIDTH])
@pytest.mark.parametrize("chart", [*CHARTS, AT_ITS_LIMIT], ids=lambda chart: chart.title)
def test_labels_stay_on_the_paper_and_apart(chart, width):
    placed = boxes(chart, width)

    outside = [box for box in placed if box[0] < -0.5 or box[1] > width + 0.5]
    touching = [
        (one[3], other[3])
        for index, one in enumerate(placed)
        for other in placed[index + 1 :]
        if abs(one[2] - other[2]) < 11 and one[0] < other[1] and other[0] < one[1]
    ]
    assert (outside, touching) == ([], [])


@pytest.mark.parametrize("chart", EMPTY_CHARTS, ids=lambda chart: type(chart).__name__)
def test_charts_without_data_say_so(chart):
    assert words(chart) == ["Inga uppgifter"]


def test_charts_are_named_and_described():
    drawn = parsed(GOALS)

    title, description = drawn.find(f"{SVG}title"), drawn.find(f"{SVG}desc")
    assert (title.text, description.text) == (GOALS.title, GOALS.description)
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_ids_of_charts_on_one_page_differ():
    ids = [one.get("id") for chart in CHARTS for one in parsed(chart).iter() if one.get("id")]

    assert len(ids) == len(set(ids))


def test_words_from_data_are_never_markup():
    chart = BarChart("<t>", "a & b", (Bar("<script>", 1, '"&"'),), 1)

    assert words(chart)[-2:] == ["<script>", '"&"']
    assert parsed(chart).find(f"{SVG}title").text == "<t>"


def test_plain_colours_leave_no_variable():
    svg = draw(GOALS)

    assert "var(" in svg
    assert "var(" not in with_plain_colours(svg)


def test_charts_speak_english_when_asked():
    with speaking("en"):
        printed = words(BarChart("t", "d", (Bar("Till arbete", 0.5, "50%"),), 1.0, as_percent=True))

    assert printed[:3] == ["0%", "20%", "40%"]


def contrast(first, second):
    """Contrast of two colours. Source: WCAG 2.2, relative luminance."""

    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted([luminance(first), luminance(second)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_is_dark_enough_to_read():
    fills = {
        one.get("fill")
        for chart in (*CHARTS, *EMPTY_CHARTS)
        for one in ET.fromstring(with_plain_colours(draw(chart))).iter(f"{SVG}text")  # noqa: S314
    }

    on_tint = {fill: contrast(fill, "#edf1f3") for fill in fills}
    assert len(on_tint) == 2
    assert min(on_tint.values()) >= 4.5


def test_flow_that_nobody_left_needs_no_legend():
    stages = (FlowStage("Sökte", 3), FlowStage("Kom", 3))

    assert words(FlowChart("t", "d", stages)) == ["Sökte", "3", "Kom", "3"]


def test_line_of_one_point_is_a_dot():
    chart = LineChart("t", "d", (Line("a", ((5, 5),)),), "x", "y", ((5, "maj"),), 10)
    dots = [(one.get("cx"), one.get("cy")) for one in parsed(chart).iter(f"{SVG}circle")]

    assert len(dots) == 1
    assert list(parsed(chart).iter(f"{SVG}path")) == []
