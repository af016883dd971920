"""The demo in the database of a story, kept as long as its module lasts: it takes a while."""

import os
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connections, transaction
from django.utils import timezone

from demo import people
from demo.load import WHY, load
from stegvis.core.actions import row_security
from stegvis.core.models import Job
from stegvis.journeys.models import Income, Plan
from stegvis.organisations.actions.memberships import GRANT
from stegvis.organisations.models import Association, ErasurePlan, Membership, TwoStep, User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.models import (
    ConsentText,
    Disclosure,
    Involvement,
    LinkRequest,
    LogAlarm,
    LogReview,
    Person,
    Wish,
)
from stegvis.programmes.actions.working_copies import keep_copy
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Programme
from stegvis.programmes.values.working_copy import WorkingCopy
from stegvis.reports.models import FrozenReport, Report
from stegvis.results.actions.deliveries import ReceivedFile, receive
from stegvis.results.models import Delivery
from stegvis.results.values.deliveries import APPLIED, CHECKED
from tests.administered import administrator
from tests.cast import PASSWORD
from tests.database import empty_tables
from tests.house import ROOT
from tests.people import agency_of, involve, participant, row_about
from tests.queued import DELIVERIES, work_off

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OWN_SHEET = ROOT / "docs" / "guide" / "exempel" / "deltagarlista.xlsx"


@dataclass(frozen=True)
class Example:
    """`people` by first name; `places` is what stands in the blanks of an address."""

    people: dict[str, User]
    places: dict[str, object]


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        load(timezone.localdate(), password=PASSWORD)
        yield staged()
        connections.close_all()
        empty_tables()


@pytest.fixture
def transactional_db(example, django_db_blocker):
    """Nothing is emptied between the stories of a module that has the example."""
    with django_db_blocker.unblock():
        yield
        connections.close_all()


def staged():
    found = User.objects.filter(email__in=[one.email for one in people.PEOPLE])
    users = {one.name.split()[0].lower(): one for one in found}
    programmes = {one.slug: one for one in Programme.objects.unscoped(reason=WHY)}
    asking = asked(programmes["forrehabiliterande-insatser"], users["alva"])
    begun(programmes["ung-framtid"].association_id, users["alva"])
    work_off("stegvis" if os.environ.get("STEGVIS_SCREENSHOTS") else DELIVERIES)
    here, new, there = (
        f"/insatser/{programmes[slug].pk}/"
        for slug in ("ung-framtid", "forrehabiliterande-insatser", "sara")
    )
    found = {"here": here, "new": new, "there": there, "asking": asking.pk}
    found |= met(users["alva"])
    users["ada"] = administrator(Association.objects.get(name=people.HERE))
    found |= administered(users["bo"])
    users["own"] = User.objects.get(email=people.OWN.email)
    found |= consented() | recorded() | reviewed(users["ida"])
    found |= leaving(users["ida"])
    return Example(users, found | kept(programmes["ung-framtid"]))


def administered(user):
    """What an administrator opens, and what waits for somebody else."""
    membership = Membership.objects.get(user=user)
    association = membership.association_id
    programmes = Programme.objects.unscoped(reason=WHY).filter(association=association)
    return {
        "association": association,
        "agency": membership.unit.agency_id,
        "unit": membership.unit_id,
        "user": user.pk,
        "membership": membership.pk,
        "matter": TwoStep.objects.get(kind=GRANT).pk,
        "kept": programmes.get(slug="ung-framtid").pk,
        "plan": ErasurePlan.objects.get(association=association).pk,
    }


@transaction.atomic
def consented():
    """Åsa of the demo, who has agreed to something, and Emil, who has no page of his own."""
    with row_security.unscoped(reason=WHY):
        persons = Person.objects.unscoped(reason=WHY)
        asa = persons.get(account__email=people.OWN.email)
        emil = persons.exclude(number_index=None).get(given_name="Emil", owner=asa.owner)
        nora = persons.get(given_name="Nora", owner=asa.owner)
        wish = Wish.objects.unscoped(reason=WHY).get(person=asa)
        told = Disclosure.objects.unscoped(reason=WHY).get(person=asa, received_at=None)
        text = ConsentText.objects.filter(association=asa.association).first()
        held = Involvement.objects.unscoped(reason=WHY).filter(person=asa, user__name="Gun Grahn")
        involvement = held.order_by("pk").first().pk
    places = {"asa": f"/personer/{asa.pk}/", "emil": f"/personer/{emil.pk}/"}
    places |= {"nora": f"/personer/{nora.pk}/"}
    return places | {
        "involvement": involvement,
        "wish": wish.pk,
        "disclosure": told.pk,
        "text": text.pk,
    }


@transaction.atomic
def leaving(ida):
    """Lo leaves Ida's unit soon, and has Åsa."""
    today, where = timezone.localdate(), ida.memberships.get()
    lo = User.objects.create_user("lo@exempelbygden.example", name="Lo Lind")
    held = Membership.objects.create(
        user=lo,
        association=where.association,
        unit=where.unit,
        role="case_worker",
        starts_on=today - timedelta(days=400),
        ends_on=today + timedelta(days=14),
    )
    with row_security.unscoped(reason=WHY):
        asa = Person.objects.unscoped(reason=WHY).get(account__email=people.OWN.email)
    involve(lo, asa, agency=where.unit.agency)
    return {"leaving": held.pk, "unheard": unheard(where).pk}


def unheard(where):
    """Somebody asks of a person whom nobody at Ida's agency works with."""
    agency = where.unit.agency
    with row_security.unscoped(reason=WHY):
        return LinkRequest.objects.create(
            association=where.association,
            person=participant(agency, "Ulla", "Ulv"),
            to_unit=where.unit,
            asked_by=User.objects.get(email=people.BO.email).pk,
            asked_for=Membership.objects.get(user__email=people.BO.email).unit.agency,
            why="Ett ärende hos oss.",
        )


@transaction.atomic
def recorded():
    """Somebody of the demo who is recorded on screen, with a plan and an income."""
    with row_security.unscoped(reason=WHY):
        plan = Plan.objects.unscoped(reason=WHY).select_related("enrolment").order_by("pk").first()
        incomes = Income.objects.unscoped(reason=WHY).filter(enrolment=plan.enrolment)
        income = incomes.order_by("pk").first()
    person = {"recorded": f"/personer/{plan.person_id}/", "enrolment": plan.enrolment_id}
    return person | {"plan_made": plan.pk, "income": income.pk}


def reviewed(ida):
    """A check that is under way, one that is signed, and an alarm."""
    reviews = LogReview.objects.filter(opened_by=ida)
    alarm = LogAlarm.objects.earliest("happened_at")
    return {
        "review": reviews.get(protocol=None).pk,
        "signed": reviews.exclude(protocol=None).get().pk,
        "alarm": alarm.pk,
    }


@transaction.atomic
def met(user):
    person = participant(agency_of(user), "Åsa", "Öberg", protection="marked")
    involve(user, person, named=True)
    acting = row_about(person, agency_of(user), "identity")
    return {"person": f"/personer/{person.pk}/", "representative": acting.pk}


def asked(programme, user):
    """A sheet of one's own, whose words have to be told."""
    file = ReceivedFile(OWN_SHEET.name, XLSX, OWN_SHEET.read_bytes())
    return receive(programme, [file], by=user.pk)


def begun(association, user):
    """A programme that is being described."""
    text = shipped("starter.toml").read_text(encoding="utf-8")
    viewer = viewer_for(user.pk, on=timezone.localdate())
    keep_copy(WorkingCopy(text, association), programme=None, viewer=viewer)


def kept(programme):
    deliveries = Delivery.objects.unscoped(reason=WHY).filter(programme=programme)
    return {
        "faulty": deliveries.get(state=CHECKED).pk,
        "applied": deliveries.filter(state=APPLIED).latest("applied_at").pk,
        "report": Report.objects.unscoped(reason=WHY).get(programme=programme).pk,
        "frozen": FrozenReport.objects.unscoped(reason=WHY).get().pk,
        "job": Job.objects.filter(subject=programme.pk).latest("asked_at").pk,
    }
