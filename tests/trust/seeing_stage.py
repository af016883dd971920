"""Two agencies of an association and one of another, with staff, persons and rows about them."""

from datetime import date, timedelta

from stegvis.core.actions import row_security
from stegvis.organisations.models import Agency, Association, Membership, Unit, User
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.participants.models import Disclosure
from tests.people import participant, row_about
from tests.trust.seeing_model import Row

FIRST = date(2026, 1, 1)
AGENCIES = ("here", "partner", "far")
UNITS = {"one": "here", "two": "here", "three": "partner", "four": "far"}
STAFF = {"alva": "one", "berit": "two", "bo": "three", "cecilia": "four"}
PERSONS = {"åsa": "here", "örjan": "partner"}
ABOUT = ("identity", "ordinary", "sensitive", "closed")
ROWS = [Row(who, owner, about) for who in PERSONS for owner in AGENCIES[:2] for about in ABOUT]


def day(number):
    return None if number is None else FIRST + timedelta(days=number)


def period(one):
    return {"starts_on": day(one.starts), "ends_on": day(one.ends)}


class Stage:
    """Made once; what happens in a run is undone after it."""

    def __init__(self):
        home, away = (Association.objects.create(name=name) for name in ("Hemma", "Borta"))
        self.agencies = {
            name: Agency.objects.create(
                association=away if name == "far" else home, name=name, kind=AgencyKind.MUNICIPALITY
            )
            for name in AGENCIES
        }
        self.units = {
            name: Unit.objects.create(agency=self.agencies[agency], name=name)
            for name, agency in UNITS.items()
        }
        self.users = {
            name: User.objects.create_user(f"{name}@exempel.se", name=name) for name in STAFF
        }
        self.persons = {
            name: participant(self.agencies[agency], name) for name, agency in PERSONS.items()
        }
        self.rows = {row: self.row(row) for row in ROWS}
        self.shown_to = {}

    def row(self, row):
        return row_about(self.persons[row.person], self.agencies[row.owner], row.about).pk

    def member(self, one):
        return Membership.objects.create(
            user=self.users[one.user],
            association=self.units[one.unit].agency.association,
            unit=self.units[one.unit],
            role="case_worker",
            **period(one),
        )

    def disclosed(self, row):
        with row_security.unscoped(reason="a test"):
            told = Disclosure.objects.create(
                person=self.persons[row.person],
                owner=self.agencies[row.owner],
                about=row.about,
                recipient=self.agencies.get(row.recipient),
                ground="law",
                purpose="prov",
                content="{}",
                sent_by=self.users["alva"].pk,
            )
        return told.pk
