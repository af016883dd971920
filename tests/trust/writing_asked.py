"""Tries to write what somebody may and may not write, and compares with the model."""

from uuid import uuid4

from django.db import DatabaseError, transaction
from django.utils import timezone

from stegvis.participants.models import Disclosure, Involvement, Person, Representative
from tests.trust.seeing_asked import Asked
from tests.trust.seeing_stage import PLACES, REASON

REFUSED = "refused"
CHANGED = {Person: {"given_name": "X"}, Representative: {"evidence": "x"}}
CHANGED[Disclosure] = {"purpose": "x"}


class Tried(Asked):
    """By the user who looks, who is said again to the model. Nothing that is tried is kept."""

    def check_write(self, user, row):
        """Of one row, told to somebody or not: added, changed and taken away.

        What has been told is changed by nobody, whoever can reach it.
        """
        owns = bool(self.model.owning(user, row))
        reaches = owns or self.model.received(user, row)
        changed = REFUSED if reaches and row.recipient else int(owns)
        kind, key = self.kind_of(row), (self.rows | self.told).get(row)
        said = {
            "added": self.tried(lambda: self.added(self.made(row))),
            "changed": self.changed(kind, key),
            "deleted": self.deleted(kind, key),
        }
        is_there = key is not None
        assert said == {
            "added": 1 if owns else REFUSED,
            "changed": changed if is_there else 0,
            "deleted": int(owns and is_there),
        }, (user, row)

    def check_receipt(self, user, row):
        """Given by the recipient in their own name, once, and with its time."""
        held = Disclosure.objects.unscoped(reason=REASON).filter(pk=self.told[row])
        own, other = self.stage.users[user].pk, uuid4()
        receipt, now = {"received_by": own}, {"received_at": timezone.now()}
        receives = self.model.received(user, row)
        refused = REFUSED if receives or self.model.owning(user, row) else 0
        said = {
            "received": self.tried(lambda: held.update(**receipt, **now)),
            "again": self.tried(lambda: held.update(**receipt, **now) and held.update(**now)),
            "for somebody": self.tried(lambda: held.update(received_by=other, **now)),
            "without a time": self.tried(lambda: held.update(**receipt)),
        }
        assert said == dict.fromkeys(said, refused) | {"received": 1 if receives else refused}

    def check_write_of_person(self, user, person):
        """Who sees a person may change who it is, but not so that they see it no more."""
        key = self.stage.persons[person].pk
        sees = bool(self.model.why_person(user, person))
        is_named = any(one.named for one in self.model.mine(user, person))
        assert self.changed(Person, key) == int(sees), (user, person)
        hidden = self.changed(Person, key, protection="marked")
        assert hidden == (REFUSED if sees and not is_named else int(sees)), (user, person)

    def check_added_person(self, user):
        """Whoever adds a person is involved already, and by name where it is protected."""
        tried = {
            (said, protection): self.tried(lambda s=said, p=protection: self.new(user, s, p))
            for said in ("nobody", "involved", "named")
            for protection in ("none", "marked")
        }
        assert tried == {
            ("nobody", "none"): REFUSED,
            ("nobody", "marked"): REFUSED,
            ("involved", "none"): 1,
            ("involved", "marked"): REFUSED,
            ("named", "none"): 1,
            ("named", "marked"): 1,
        }, user

    def new(self, user, said, protection):
        agency = self.stage.agencies[PLACES[user]]
        person = Person(
            pk=uuid4(),
            association=agency.association,
            owner=agency,
            given_name="Ny",
            family_name="Ny",
            protection=protection,
        )
        if said != "nobody":
            Involvement.objects.create(
                person_id=person.pk,
                user=self.stage.users[user],
                agency=agency,
                reason="registered",
                named=said == "named",
                starts_on=self.stage.day(self.model.day),
            )
        return self.added(person)

    def added(self, one):
        """Without reading it again, which another rule would refuse."""
        kind = type(one)
        fields = [field for field in kind._meta.concrete_fields if not field.generated]
        rows = kind.objects.unscoped(reason=REASON)
        rows._insert([one], fields=fields, using=rows.db)
        return 1

    def made(self, row):
        said = {
            "person": self.stage.persons[row.person],
            "owner": self.stage.agencies[row.owner],
            "about": row.about,
        }
        if not row.recipient:
            day = self.stage.day(0)
            return Representative(kind="guardian", name="Ny", starts_on=day, **said)
        to, by = self.stage.agencies.get(row.recipient), uuid4()
        return Disclosure(recipient=to, ground="law", purpose="x", content="{}", sent_by=by, **said)

    def kind_of(self, row):
        return Disclosure if row.recipient else Representative

    def changed(self, kind, key, **fields):
        held = kind.objects.unscoped(reason=REASON).filter(pk=key)
        return self.tried(lambda: held.update(**(fields or CHANGED[kind])))

    def deleted(self, kind, key):
        held = kind.objects.unscoped(reason=REASON).filter(pk=key)
        return self.tried(lambda: held._raw_delete(held.db))

    def tried(self, write):
        """What came of it."""
        try:
            with transaction.atomic():
                done = write()
                transaction.set_rollback(True)
        except DatabaseError:
            return REFUSED
        return done
