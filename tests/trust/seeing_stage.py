"""Two agencies of an association and one of another, with staff, persons and rows about them."""

from datetime import date, timedelta

from django.utils import timezone

from stegvis.core.actions import row_security
from stegvis.organisations.models import Agency, Association, Membership, Unit, User
from stegvis.organisations.models.organisations import AgencyKind
from stegvis.participants.models import (
    Disclosure,
    Involvement,
    LinkRequest,
    Merge,
    Person,
    Wish,
)
from tests.people import consent, exception, participant, row_about
from tests.trust.seeing_model import Model, Row

REASON = "a test"
FIRST = date(2026, 1, 1)
AGENCIES = ("here", "partner", "far")
UNITS = {"one": "here", "two": "here", "three": "partner", "four": "far"}
STAFF = {"alva": "one", "berit": "two", "bo": "three", "cecilia": "four"}
PLACES = UNITS | {user: UNITS[unit] for user, unit in STAFF.items()}
PERSONS = {"åsa": "here", "örjan": "partner"}
ABOUT = ("identity", "ordinary", "sensitive", "closed")
ROWS = [Row(who, owner, about) for who in PERSONS for owner in AGENCIES[:2] for about in ABOUT]


class Stage:
    """Made once; what happens in a run is undone after it. Day 0 is `first`."""

    def __init__(self, *, staff=STAFF, persons=PERSONS, rows=ROWS, first=FIRST):
        self.first = first
        self.here, self.away = (Association.objects.create(name=name) for name in ("Hemma", "Bort"))
        self.agencies = {name: self.agency(name) for name in AGENCIES}
        self.units = {
            name: Unit.objects.create(agency=self.agencies[agency], name=name)
            for name, agency in UNITS.items()
        }
        self.users = {
            name: User.objects.create_user(f"{name}@exempel.se", name=name) for name in staff
        }
        self.persons = {
            name: participant(self.agencies[agency], name) for name, agency in persons.items()
        }
        self.rows = {row: self.row(row) for row in rows}
        self.shown_to = {}

    def agency(self, name):
        association = self.away if name == "far" else self.here
        kind = AgencyKind.MUNICIPALITY
        return Agency.objects.create(association=association, name=name, kind=kind)

    def day(self, number):
        return None if number is None else self.first + timedelta(days=number)

    def period(self, one):
        return {"starts_on": self.day(one.starts), "ends_on": self.day(one.ends)}

    def row(self, row):
        return row_about(self.persons[row.person], self.agencies[row.owner], row.about).pk

    def disclosed(self, row):
        with row_security.unscoped(reason=REASON):
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

    def wished(self, person):
        """A note from the participant to the agency that answers."""
        said = {"kind": "other", "text": "prov", "asked_by": self.users["alva"].pk}
        return self.about(person, Wish, **said)

    def doubled(self, person, double):
        return self.about(person, Merge, double=self.persons[double], about="identity")

    def about(self, person, model, **said):
        with row_security.unscoped(reason=REASON):
            owner = self.agencies["here"]
            return model.objects.create(person=self.persons[person], owner=owner, **said).pk

    def requested(self, person, unit):
        """The unit is asked about a number that it holds."""
        with row_security.unscoped(reason=REASON):
            asked = LinkRequest.objects.create(
                association=self.here,
                person=self.persons[person],
                to_unit=self.units[unit],
                asked_by=self.users["alva"].pk,
                asked_for=self.agencies["here"],
                why="prov",
            )
        return asked.pk


class Written:
    """Writes what happens to the model and to the database, each in its own words."""

    def __init__(self, stage):
        self.stage, self.model, self.stored = stage, Model(places=UNITS), {}

    def keep(self, held, one, row):
        held.append(one)
        self.stored[id(one)] = row

    def join(self, one, role="case_worker"):
        row = Membership.objects.create(
            user=self.stage.users[one.user],
            association=self.stage.units[one.unit].agency.association,
            unit=self.stage.units[one.unit],
            role=role,
            **self.stage.period(one),
        )
        self.keep(self.model.members, one, row)

    def involve(self, one):
        row = Involvement.objects.create(
            person=self.stage.persons[one.person],
            user=self.stage.users.get(one.user),
            unit=self.stage.units.get(one.unit),
            agency=self.stage.agencies[one.agency],
            classes=sorted(one.classes),
            reason=one.reason,
            named=one.named,
            consent=self.stored[id(one.consent)] if one.consent else None,
            **self.stage.period(one),
        )
        self.keep(self.model.involved, one, row)

    def agree(self, one):
        row = consent(
            self.stage.persons[one.person],
            self.stage.agencies[one.sender],
            [self.stage.agencies[name] for name in sorted(one.recipients)],
            purpose=one.purpose,
            classes=sorted(one.classes),
            **self.stage.period(one),
        )
        self.keep(self.model.agreed, one, row)

    def withdraw(self, one):
        one.withdrawn = True
        self._write_down(one, withdrawn_at=timezone.now())

    def shut(self, one):
        row = exception(
            self.stage.persons[one.person],
            owner=self.stage.agencies.get(one.owner),
            against_agency=self.stage.agencies.get(one.agency),
            against_user=self.stage.users.get(one.user),
            classes=sorted(one.classes),
            **self.stage.period(one),
        )
        self.keep(self.model.excepted, one, row)

    def end(self, one, earliest):
        one.ends = max(self.model.day, earliest)
        self._write_down(one, **self.stage.period(one))

    def protect(self, person, protection):
        with row_security.unscoped(reason=REASON):
            held = Person.objects.unscoped(reason=REASON)
            held.filter(pk=self.stage.persons[person].pk).update(protection=protection)
        self.model.protected.discard(person)
        if protection != "none":
            self.model.protected.add(person)

    def give_account(self, person, user):
        with row_security.unscoped(reason=REASON):
            held = Person.objects.unscoped(reason=REASON)
            held.filter(pk=self.stage.persons[person].pk).update(account=self.stage.users[user])

    def shut_account(self, user, *, is_active):
        User.objects.filter(pk=self.stage.users[user].pk).update(is_active=is_active)
        self.model.shut_accounts.discard(user)
        if not is_active:
            self.model.shut_accounts.add(user)

    def _write_down(self, one, **fields):
        row = self.stored[id(one)]
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
