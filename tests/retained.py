"""A person with a row in every table that there is, for tests of what is erased."""

from datetime import date, timedelta

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.models import StoredFile
from stegvis.core.values.retention import PERSON_ROWS
from stegvis.journeys.models import Earlier, Income, Plan
from stegvis.organisations.models import Membership, User
from stegvis.participants.models import (
    Attachment,
    ContactSafety,
    Disclosure,
    Involvement,
    LinkRequest,
    Merge,
    Person,
    ProtectionDecision,
    Wish,
)
from tests.cast import JOINED
from tests.desk import ENROLLED, Desk
from tests.people import consent, exception, participant, row_about

NOBODY = "00000000-0000-0000-0000-000000000001"
WHY = "a test"


def filled(cast):
    """Elsa's person, who has left, with everything about them; the desk knows both."""
    desk = Desk(cast)
    person, owner = desk.person, desk.agency
    enrolment = desk.enrol()
    with row_security.unscoped(reason=WHY):
        journey = {"person": person, "owner": owner}
        Earlier.objects.create(**journey, kind="plan", row=NOBODY, of_version=1, stood="{}")
        journey["enrolment"] = enrolment
        Plan.objects.create(**journey, plan_kind="own", established_on=ENROLLED)
        Income.objects.create(**journey, moment="before", income="none", known_on=ENROLLED)
        file = StoredFile.objects.create(
            name="b.txt", media_type="text/plain", size=1, content=b"x"
        )
        of_person = {"person": person, "owner": owner}
        paper = Attachment.objects.create(**of_person, title="Å", file=file, added_by=NOBODY)
        given = consent(person, owner, [owner])
        given.signing.paper = paper
        given.signing.save()
        exception(person)
        row_about(person, owner, "ordinary")
        ContactSafety.objects.create(**of_person)
        Disclosure.objects.create(
            **of_person, ground="consent", consent=given, content="{}", sent_by=NOBODY, purpose="x"
        )
        double = participant(owner, "Åse", merged_into=person)
        Merge.objects.create(**of_person, double=double)
        ProtectionDecision.objects.create(**of_person, why="x", decided_by=NOBODY)
        Wish.objects.create(**of_person, kind="other", text="x", asked_by=NOBODY)
        LinkRequest.objects.create(
            association=cast.here, registered=double, asked_by=NOBODY, asked_for=owner, why="x"
        )
    desk.both = [person.pk, double.pk]
    return desk


def administrator(association, name):
    user = User.objects.create_user(f"{name}@exempel.se", name=name)
    given = {"association": association, "role": "administrator", "starts_on": JOINED}
    Membership.objects.create(user=user, **given)
    return user


def passed(desk, years=6, person=None):
    """All that went on with the person ended so many years ago."""
    then = timezone.localdate() - timedelta(days=366 * years)
    person = person or desk.person
    with row_security.unscoped(reason=WHY):
        for name in ("journeys.Enrolment",):
            rows = apps.get_model(name)._base_manager.filter(person=person)
            rows.update(enrolled_on=then - timedelta(days=30), exited_on=then)
        Involvement.objects.unscoped(reason=WHY).filter(person=person).update(
            starts_on=date(2010, 1, 1), ends_on=then + timedelta(days=1)
        )
        Person.objects.unscoped(reason=WHY).filter(pk__in=[person.pk, *desk.both]).update(
            registered_at=timezone.now() - timedelta(days=366 * years + 60)
        )
    return then


def left_of(persons):
    """How many rows about them each registered table still has."""
    with transaction.atomic(), row_security.unscoped(reason=WHY):
        return {
            label: found
            for label, rows in PERSON_ROWS.items()
            if (
                found := sum(
                    apps.get_model(label)._base_manager.filter(**{f"{one}__in": persons}).count()
                    for one in rows.lookups
                )
            )
        }
