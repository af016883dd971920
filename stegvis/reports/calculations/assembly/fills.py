"""What a heading can be filled with, by the name that a template uses."""

from collections.abc import Callable
from functools import partial

from stegvis.programmes.values.indicators import Level
from stegvis.reports.calculations.assembly import (
    goal_blocks,
    people_blocks,
    programme_facts,
    status_blocks,
)
from stegvis.reports.calculations.illustrations.calendar import money_chart, seats_chart
from stegvis.reports.calculations.illustrations.flow import flow_chart
from stegvis.reports.calculations.illustrations.goals import goals_chart
from stegvis.reports.calculations.illustrations.waiting import waiting_chart
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.before_after import before_after
from stegvis.reports.calculations.tables.coverage import coverage_table
from stegvis.reports.calculations.tables.flow import flow_table
from stegvis.reports.calculations.tables.goals import gender_table, goals_tables
from stegvis.reports.calculations.tables.methods import methods_table
from stegvis.reports.calculations.tables.money import budget_tables, money_table, returned
from stegvis.reports.calculations.tables.more import (
    goals_by_group,
    opening_balances,
    other_figures,
)
from stegvis.reports.values.document import Block, ChartBlock, Table

Fill = Callable[[Subject], list[Block]]


def _one(made: Callable[[Subject], Table | ChartBlock | None], subject: Subject) -> list[Block]:
    block = made(subject)
    return [] if block is None else [block]


def _each(made: Callable[[Subject], Table | ChartBlock | None], subject: Subject) -> list[Block]:
    """One block for the programme and one for every sub-programme that has any."""
    return [block for one in subject.with_parts() for block in _one(made, one.alone())]


def _breakdown(figure_id: str) -> Fill:
    return partial(people_blocks.divided, figure_id)


def _before_after(figure_id: str) -> Fill:
    return partial(_each, partial(_flipped, before_after, figure_id))


def _flipped(
    made: Callable[[Subject, str], Table | None], figure_id: str, subject: Subject
) -> Table | None:
    return made(subject, figure_id)


FILLS: dict[str, Fill] = {
    "name": programme_facts.name,
    "reference": programme_facts.reference,
    "parties": programme_facts.parties,
    "party-list": programme_facts.party_list,
    "posts-financed": programme_facts.posts_financed,
    "posts-cofinanced": programme_facts.posts_cofinanced,
    "periods": programme_facts.periods,
    "period-start": programme_facts.period_start,
    "period-end": programme_facts.period_end,
    "intake-stop": programme_facts.intake_stop,
    "target-group": programme_facts.target_group,
    "deviations": programme_facts.deviations,
    "signatures": programme_facts.signatures,
    "goals": lambda subject: [*goals_tables(subject)],
    "goals-by-gender": partial(_one, gender_table),
    "goals-overall": partial(goal_blocks.goals_at, Level.OVERALL),
    "goals-effect": partial(goal_blocks.goals_at, Level.EFFECT),
    "goals-programme": partial(goal_blocks.goals_at, Level.PROGRAMME),
    "goals-missed": goal_blocks.missed,
    "participants": people_blocks.participants,
    "enrolment-time": people_blocks.enrolment_time,
    "volumes": people_blocks.volumes,
    "stock-flow": partial(_one, flow_table),
    "exits": _breakdown("exits-by-reason"),
    "destinations": _breakdown("destinations"),
    "ages": _breakdown("ages"),
    "municipalities": _breakdown("municipalities"),
    "education": _breakdown("education"),
    "referral-sources": _breakdown("referral-sources"),
    "income": _before_after("income-before-after"),
    "occupation": _before_after("occupation-before-after"),
    "coverage": partial(_one, coverage_table),
    "money": partial(_each, money_table),
    "budget": lambda subject: [b for one in subject.with_parts() for b in budget_tables(one)],
    "other-figures": partial(_one, other_figures),
    "goals-by-group": partial(_one, goals_by_group),
    "opening-balances": partial(_each, opening_balances),
    "money-returned": returned,
    "methods-of-counting": partial(_one, methods_table),
    "chart-goals": partial(_one, goals_chart),
    "chart-flow": partial(_each, flow_chart),
    "chart-time": partial(_each, waiting_chart),
    "chart-seats": partial(_each, seats_chart),
    "chart-money": partial(_each, money_chart),
    "status-goals": status_blocks.goals,
    "status-charts": status_blocks.charts,
    "status-people": status_blocks.people,
    "status-coverage": status_blocks.coverage,
    "status-money": status_blocks.money,
    "status-remaining": status_blocks.remaining,
}
"""A template names these; any other name is a fault when the template is read."""
