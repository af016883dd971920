"""A unit with its head, and readings in the access log at any time."""

from datetime import datetime, time, timedelta
from uuid import uuid4

from django.utils import timezone

from stegvis.core.models import AccessEntry
from stegvis.organisations.models import Membership, User
from stegvis.participants.values.log_reviews import NewReview
from tests.cast import JOINED
from tests.people import agency_of, today, viewer


class Reviewed:
    """Alva works at the unit that Hedda heads; `read` writes a row of the log."""

    def __init__(self, cast):
        self.cast, self.alva = cast, cast.alva
        Membership.objects.filter(user=cast.alva).update(role="case_worker")
        self.agency = agency_of(cast.alva)
        self.unit = cast.alva.memberships.get().unit
        self.hedda = self.joined("Hedda Hård", "unit_head")

    def joined(self, name, role="case_worker", unit=None):
        user = User.objects.create_user(f"{uuid4().hex[:8]}@exempel.se", name=name)
        Membership.objects.create(
            user=user,
            association=self.cast.here,
            unit=unit or self.unit,
            role=role,
            starts_on=JOINED,
        )
        return user

    @property
    def head(self):
        return viewer(self.hedda)

    def month(self, days=30):
        return NewReview(self.unit.pk, today() - timedelta(days=days), today() - timedelta(days=1))

    def row(self, person, at, *, by=None, action="READ", **fields):
        defaults = {
            "user": (by or self.alva).pk,
            "role": "case_worker",
            "unit": self.unit.pk,
            "agency": self.agency.pk,
            "association": self.cast.here.pk,
            "about": "identity,ordinary",
            "ground": "" if action == "REFUSED" else "case_worker",
            "request": uuid4(),
        }
        said = defaults | fields
        return AccessEntry(person=person, action=action, at=at, **said)

    def read(self, *persons, at=None, **fields):
        """One request for each, a second apart."""
        first = at or yesterday_at(10)
        rows = [
            self.row(one, first + timedelta(seconds=number), **fields)
            for number, one in enumerate(persons)
        ]
        return AccessEntry.objects.bulk_create(rows, batch_size=1000)


def yesterday_at(hour):
    return on_day(working_day(), hour)


def working_day():
    """The latest before today that is not Saturday or Sunday."""
    day = today() - timedelta(days=1)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return day


def on_day(day, hour, minute=0):
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))
