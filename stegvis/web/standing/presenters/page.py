"""Läget: every section of one programme and of its parts, nothing that has no facts."""

from dataclasses import dataclass, replace

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.values.roles import Permission
from stegvis.reports.calculations.assembly.assembled import subject_of
from stegvis.reports.calculations.assembly.front import LEVEL_NOTES, preliminary_words
from stegvis.reports.calculations.illustrations.calendar import money_chart, seats_chart
from stegvis.reports.calculations.illustrations.flow import flow_chart
from stegvis.reports.calculations.illustrations.waiting import waiting_chart
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.tables.flow import flow_table
from stegvis.reports.calculations.tables.money import money_table
from stegvis.reports.calculations.wording.amounts import capital
from stegvis.reports.calculations.wording.coverage import coverage_of
from stegvis.results.queries.standing import Standing
from stegvis.web.standing.addresses import Addresses
from stegvis.web.standing.presenters.blocks import Drawn, Tabled, drawn, tabled
from stegvis.web.standing.presenters.goals import GoalRow, goal_rows, judged_by_people, summary
from stegvis.web.standing.presenters.missing import ToDo, missing
from stegvis.web.standing.presenters.numbers import (
    KeyNumber,
    NumberTable,
    coverage_numbers,
    key_numbers,
    other_numbers,
)


@dataclass(frozen=True)
class Section:
    """One programme or part; `key` is the beginning of the ids of its headings."""

    name: str
    key: str
    covered: str
    numbers: list[KeyNumber]
    goals: list[GoalRow]
    judged: list[tuple[str, str]]
    others: NumberTable
    flow: Drawn | None
    by_year: Tabled | None
    waiting: Drawn | None
    seats: Drawn | None
    coverage: NumberTable
    money: Drawn | None
    money_table: Tabled | None

    @property
    def has_people(self) -> bool:
        return bool(self.flow or self.by_year or self.waiting)

    @property
    def has_money(self) -> bool:
        return bool(self.money or self.money_table)


@dataclass(frozen=True)
class StandingPage:
    summary: str
    preliminary: str
    protected: str
    missing: list[ToDo]
    whole: Section
    parts: list[Section]
    has_facts: bool


def standing_page(
    standing: Standing, subject: Subject, addresses: Addresses, data: str = ""
) -> StandingPage:
    """`data` is the address where facts are delivered, for those who may."""
    follow_up = standing.follow_up
    return StandingPage(
        summary=summary(subject),
        preliminary=preliminary_words(follow_up.rows_left_out),
        protected=_said(LEVEL_NOTES[follow_up.level]),
        missing=missing(subject, addresses, data),
        whole=_section(subject.alone(), addresses),
        parts=[_section(part, addresses) for part in subject.parts],
        has_facts=bool(standing.state.data_state),
    )


def _said(sentence: str) -> str:
    return _(sentence) if sentence else ""


def until(standing: Standing) -> str:
    if standing.since is None:
        return _("Till och med {day}.").format(day=day(standing.as_of))
    return _("De som har skrivits in från och med {first}, till och med {last}.").format(
        first=day(standing.since), last=day(standing.as_of)
    )


def subject_at(standing: Standing) -> Subject:
    known = standing.decided
    return subject_of(known.definition, known.parts, standing.follow_up)


def _section(subject: Subject, addresses: Addresses) -> Section:
    return Section(
        name=subject.name,
        key=subject.definition.id,
        covered=coverage_of(subject.follow_up),
        numbers=key_numbers(subject, addresses),
        goals=goal_rows(subject, addresses),
        judged=judged_by_people(subject, addresses),
        others=other_numbers(subject, addresses),
        flow=drawn(flow_chart(subject)),
        by_year=_by_year(subject),
        waiting=drawn(waiting_chart(subject)),
        seats=drawn(seats_chart(subject)),
        coverage=coverage_numbers(subject, addresses),
        money=drawn(money_chart(subject)),
        money_table=tabled(money_table(subject)),
    )


def _by_year(subject: Subject) -> Tabled | None:
    """The programme stands in the heading, so its rows are only the years."""
    found = tabled(flow_table(subject))
    if found is None:
        return None
    rows = tuple(
        (capital(first.removeprefix(subject.name).lstrip(" ,")) or _("Hela tiden"), *rest)
        for first, *rest in found.rows
    )
    return replace(found, header=(_("År"), *found.header[1:]), rows=rows)


def may_deliver(viewer: Viewer, standing: Standing) -> bool:
    return viewer.may(Permission.DELIVER_FACTS, standing.programme.association_id)
