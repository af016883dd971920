"""What the page for the steering group shows in charts."""

from dataclasses import replace

from stegvis.reports.calculations.assembly.programme_facts import paragraph
from stegvis.reports.calculations.assembly.status_blocks import charts
from stegvis.reports.calculations.illustrations.calendar import money_chart
from stegvis.reports.calculations.illustrations.goals import goals_chart
from stegvis.reports.calculations.subject import Subject
from tests.follow_up_samples import definition, follow_up, goal, goals, share


def test_charts_of_the_status_are_goals_and_money_with_a_few_words():
    subject = Subject(definition(), follow_up())
    money = replace(money_chart(subject), table=None)

    assert charts(subject) == [
        goals_chart(subject),
        money,
        paragraph(money.chart.description, "small"),
    ]


def test_charts_of_the_status_are_none_where_nothing_can_be_drawn():
    assert charts(Subject(definition(), replace(follow_up(), figures=()))) == []


def test_charts_of_the_status_give_way_to_many_goals():
    ids = [f"goal-{number}" for number in range(7)]
    many = definition(goals=[*goals(), *(goal(one, one) for one in ids)])
    found = follow_up(figures=(*follow_up().figures, *(share(one, 1, 2) for one in ids)))

    assert charts(Subject(many, found)) == []
