from dataclasses import replace
from datetime import date

from stegvis.core.values.periods import day_number
from stegvis.programmes.values.code_lists import CodeList
from stegvis.reports.calculations.illustrations.calendar import (
    calendar_ticks,
    money_chart,
    seats_chart,
)
from stegvis.reports.calculations.illustrations.flow import flow_chart
from stegvis.reports.calculations.illustrations.goals import goals_chart
from stegvis.reports.calculations.illustrations.waiting import waiting_chart
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.values.charts import Bar, FlowStage
from stegvis.results.values.figures import Cell, Point
from tests.follow_up_samples import definition, figure, figures, follow_up

SPACE = "\u00a0"


def subject(*shown, **more):
    found = replace(follow_up(), figures=shown) if shown else follow_up()
    return Subject(definition(**more), found)


def test_goals_chart_has_shares_with_their_targets():
    chart = goals_chart(subject()).chart

    assert chart.bars == (
        Bar(
            "Hälften går vidare till arbete eller studier",
            75 / 156,
            f"75 av 156 (48{SPACE}%)",
            low=0.404,
            high=0.559,
            target=0.5,
        ),
    )
    assert chart.description == (
        "Staplar med utfall och måltal. Hälften går vidare till arbete eller studier: "
        f"75 av 156 (48{SPACE}%), måltal 50{SPACE}%, inte nådd."
    )


def test_goals_chart_is_left_out_when_nothing_is_measured():
    assert goals_chart(subject(*figures()[1:3])) is None


def test_flow_chart_has_stages_and_where_the_others_went():
    cells = {"work": Cell(0.48, 75, 156), "care": Cell(0.38, 60, 156), "": Cell(0.13, 21, 156)}
    led_to = figure("destinations", kind="distribution", groups={"destination": cells})
    lists = {**definition().code_lists, "destination": CodeList.of({"care": "Vård"})}

    block = flow_chart(subject(*figures(), led_to, code_lists=lists))

    assert block.chart.stages == (
        FlowStage("Intresse eller remiss", 200),
        FlowStage("Inskrivna", 156),
        FlowStage("Avslutade", 156, (("Vård", 60), ("Uppgift saknas", 21))),
    )
    assert block.table.rows == (
        ("Intresse eller remiss", "200"),
        ("Inskrivna", "156"),
        ("Avslutade", "156"),
    )


def test_waiting_chart_tells_the_share_at_six_twelve_and_eighteen_months():
    block = waiting_chart(subject())

    assert block.table.rows == (
        ("6 månader", f"20{SPACE}%", "–", "90"),
        ("12 månader", f"20{SPACE}%", "–", "90"),
        ("18 månader", f"40{SPACE}%", "–", "20"),
    )
    assert block.chart.at_risk == ((0, 156), (180, 90), (365, 90), (540, 20))


def test_money_chart_has_the_ceiling_as_its_limit():
    block = money_chart(subject())

    assert block.chart.limit == (100.0, "Beviljat")
    assert block.chart.lines[0].points == ((19_100.0, 30.0), (19_900.0, 90.0))
    assert block.table.rows == (
        ("2022-04-18", f"30{SPACE}000{SPACE}kr"),
        ("2024-06-26", f"90{SPACE}000{SPACE}kr"),
    )


def test_seats_chart_has_the_seats_of_the_last_day_as_its_limit():
    curve = (Point(19_000, 10), Point(19_400, 14), Point(19_800, 12))
    shown = figure("occupancy", kind="series", unit="seat", value=12, points={"enrolled": curve})
    seats = [
        {"seat": "year", "number": 15, "first": date(2022, 1, 1), "last": date(2023, 12, 31)},
        {"seat": "year", "number": 20, "first": date(2024, 1, 1)},
    ]

    chart = seats_chart(subject(shown, seats=seats)).chart

    assert chart.limit == (20.0, "20 platser")
    assert chart.description == "Som mest 14 inskrivna samtidigt, 2023-02-12. Antal platser: 20."


def test_charts_without_their_figure_are_left_out():
    nothing = subject(figure("persons", value=0))

    made = [chart(nothing) for chart in (flow_chart, waiting_chart, money_chart, seats_chart)]

    assert made == [None, None, None, None]


def test_calendar_ticks_are_new_years_days():
    ticks = calendar_ticks(day_number(date(2022, 5, 1)), day_number(date(2024, 12, 31)))

    assert ticks == (
        (day_number(date(2023, 1, 1)), "2023"),
        (day_number(date(2024, 1, 1)), "2024"),
    )


def test_calendar_ticks_of_a_short_time_are_its_ends():
    first, last = day_number(date(2023, 11, 1)), day_number(date(2024, 12, 31))

    assert calendar_ticks(first, last) == ((first, "2023-11-01"), (last, "2024-12-31"))
