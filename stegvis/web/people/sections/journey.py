"""The person's way through the programmes: when they came, what is planned, where it led."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.viewers import Viewer
from stegvis.journeys.queries.journeys import Journey, journeys_of
from stegvis.journeys.queries.recording import recorder_or_none
from stegvis.journeys.values.journeys import DOUBTS, Doubt
from stegvis.participants.queries.persons import Person
from stegvis.participants.values.reasons import TEAM_CONSENT
from stegvis.web.people.section import Section
from stegvis.web.shell.links import Link


@dataclass(frozen=True)
class Line:
    """`href` is where it is put right; empty where the viewer may not."""

    text: str
    said: str
    href: str


@dataclass(frozen=True)
class Way:
    """One enrolment. `due` are sentences, each with whether it is late already."""

    programme: str
    owner: str
    is_shared: bool
    facts: list[tuple[str, str]]
    doubts: list[str]
    decision: str
    due: list[tuple[str, bool]]
    plans: list[Line]
    incomes: list[Line]
    actions: list[Link]


def section(viewer: Viewer, person: Person) -> Section | None:
    journeys = journeys_of(viewer, person)
    mine = recorder_or_none(viewer, person)
    agency = mine.agency_id if mine else None
    told = {
        "ways": [_way(one, viewer.on, may=one.enrolment.owner_id == agency) for one in journeys],
        "adding": reverse("new_enrolment", args=[person.pk]) if mine else "",
    }
    return Section("journey", _("Insatsen"), "people/sections/journey.html", told)


def _way(journey: Journey, today: date, *, may: bool) -> Way:
    row: Any = journey.enrolment  # with what its query said of it
    return Way(
        programme=row.programme.name,
        owner=row.owner.name,
        is_shared=row.seen_because == TEAM_CONSENT,
        facts=_facts(journey),
        doubts=[_(DOUBTS[Doubt(one)]) for one in row.doubts],
        decision=str(row.decided_why),
        due=[_due(journey, one.plan_kind, one.by, today) for one in journey.due],
        plans=_plans(journey, may=may),
        incomes=_incomes(journey, may=may),
        actions=_actions(journey) if may else [],
    )


def _facts(journey: Journey) -> list[tuple[str, str]]:
    row = journey.enrolment
    facts = [
        (_("Inskriven"), day(row.enrolled_on)),
        (_("Kom genom"), _name(journey, "referral_source", row.referral_source)),
        (_("Utbildning vid start"), _name(journey, "education", row.education)),
    ]
    if row.exited_on:
        facts += [
            (_("Sista dagen"), day(row.exited_on)),
            (_("Avslutsorsak"), _name(journey, "exit_reason", row.exit_reason)),
            (_("Gick vidare till"), _name(journey, "destination", row.destination)),
            (_("Fullföljde"), _yes_or_no(said=row.completed)),
        ]
    return facts


def _due(journey: Journey, kind: str, by: date, today: date) -> tuple[str, bool]:
    is_late = by < today
    sentence = (
        _("{plan} skulle ha gjorts senast {day}.")
        if is_late
        else _("{plan} ska göras senast {day}.")
    )
    return sentence.format(plan=_name(journey, "plan_kind", kind), day=day(by)), is_late


def _plans(journey: Journey, *, may: bool) -> list[Line]:
    person = journey.enrolment.person_id
    return [
        Line(
            _name(journey, "plan_kind", one.plan_kind),
            day(one.established_on) + (_(", godtagen av deltagaren") if one.accepted else ""),
            reverse("change_plan", args=[person, one.pk]) if may else "",
        )
        for one in journey.plans
    ]


def _incomes(journey: Journey, *, may: bool) -> list[Line]:
    person = journey.enrolment.person_id
    return [
        Line(
            _name(journey, "moment", one.moment),
            _name(journey, "income", one.income),
            reverse("change_income", args=[person, one.pk]) if may else "",
        )
        for one in journey.incomes
    ]


def _actions(journey: Journey) -> list[Link]:
    row = journey.enrolment
    ending = _("Ändra avslutet") if row.has_left else _("Avsluta")
    return [
        Link(text, reverse(name, args=[row.person_id, row.pk]))
        for text, name in (
            (_("Ny plan"), "new_plan"),
            (_("Försörjning"), "new_income"),
            (ending, "exit_enrolment"),
            (_("Ändra inskrivningen"), "change_enrolment"),
        )
    ]


def _name(journey: Journey, code_list: str, code: str) -> str:
    return journey.definition.codes(code_list).name_of(code) if code else _("Okänt")


def _yes_or_no(*, said: bool | None) -> str:
    return {True: _("Ja"), False: _("Nej"), None: _("Okänt")}[said]
