"""Participants for tests: who stands in which relation to the cast, in one line each."""

from contextlib import contextmanager
from datetime import date, timedelta

from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.core.values.sightings import collecting
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.models import (
    Consent,
    ConsentException,
    ConsentRecipient,
    ConsentText,
    Involvement,
    Person,
    Representative,
    Signing,
)

LONG_AGO = date(2020, 1, 1)
EVERYTHING = ["ordinary", "sensitive"]


def agency_of(user):
    return user.memberships.get().unit.agency


def today():
    return timezone.localdate()


def viewer(user):
    return viewer_for(user.pk, on=today())


def participant(owner, given="Åsa", family="Öberg", **fields):
    """Registered by `owner`'s agency; nobody is involved yet."""
    with row_security.unscoped(reason="a test"):
        return Person.objects.create(
            association=owner.association,
            owner=owner,
            given_name=given,
            family_name=family,
            **fields,
        )


def involve(user, person, **fields):
    defaults = {
        "agency": fields.get("agency") or agency_of(user),
        "classes": EVERYTHING,
        "reason": "case_worker",
        "starts_on": LONG_AGO,
    }
    whom = {} if "unit" in fields else {"user": user}
    return Involvement.objects.create(person=person, **whom, **(defaults | fields))


def consent(person, sender, recipients, *, purpose="team", classes=EVERYTHING, **fields):
    """A tick on a signature of its own, on paper."""
    with row_security.unscoped(reason="a test"):
        text, _is_new = ConsentText.objects.get_or_create(
            association=person.association,
            purpose=purpose,
            number=1,
            defaults={"title": "Samtycke", "body": "Jag samtycker.", "starts_on": LONG_AGO},
        )
        signing = Signing.objects.create(
            person=person,
            owner=sender,
            form="paper",
            signed_on=LONG_AGO,
            taken_by="00000000-0000-0000-0000-000000000001",
        )
    given = Consent.objects.create(
        person=person,
        signing=signing,
        text=text,
        purpose=purpose,
        sender=sender,
        classes=list(classes),
        **({"starts_on": LONG_AGO} | fields),
    )
    for agency in recipients:
        ConsentRecipient.objects.create(consent=given, agency=agency)
    return given


def exception(person, **fields):
    return ConsentException.objects.create(person=person, **({"starts_on": LONG_AGO} | fields))


def row_about(person, owner, about):
    """The smallest row about a person that there is."""
    with row_security.unscoped(reason="a test"):
        return Representative.objects.create(
            person=person,
            owner=owner,
            about=about,
            kind="guardian",
            name="Någon",
            starts_on=LONG_AGO,
        )


@contextmanager
def looking(user):
    """What a page does around its view: the database is told, and the log collects."""
    looker = viewer(user)
    row_security.look_as(looker)
    with collecting(purpose="test"):
        yield looker


def yesterday():
    return today() - timedelta(days=1)
