"""Asks both walls what somebody sees and may write, and compares with the model."""

from django.db import DatabaseError, transaction

from stegvis.core.actions import row_security
from stegvis.core.values.sightings import Action, collecting
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.models import Disclosure, Person, Representative
from tests.trust.seeing_stage import REASON

KINDS = (Person, Representative, Disclosure)


def reasons(shown):
    return {one.pk: one.seen_because for one in shown}


def keys(model):
    return set(model.objects.unscoped(reason=REASON).values_list("pk", flat=True))


def one_by_one(viewer):
    """As a page about one person asks, which has to come to the same."""
    persons = list(Person.objects.unscoped(reason=REASON))
    return [
        {key: why for one in persons for key, why in reasons(kind.objects.of(viewer, one)).items()}
        for kind in KINDS[1:]
    ]


class Asked:
    """One state of the model and of the database. `rows` and `told` are keys by what they are."""

    def __init__(self, stage, model, rows, told):
        self.stage, self.model, self.rows, self.told = stage, model, rows, told

    def check(self, user):
        """The first wall is asked where the second is away, so that neither hides the other."""
        viewer = self.look_as(user)
        with collecting(purpose="test") as seen, row_security.unscoped(reason=REASON):
            first = [reasons(shown) for shown in self.shown_to(viewer)]
            assert first[1:] == one_by_one(viewer), user
        second = [keys(kind) for kind in KINDS]
        expected = self.expected(user)
        assert [set(one) for one in expected] == [set(one) for one in first], user
        assert [set(one) for one in expected] == second, user
        for why, said in zip(expected, first, strict=True):
            assert {key: said[key] in why[key] for key in why} == dict.fromkeys(why, True), user
        self.check_log(expected[0], seen)

    def shown_to(self, viewer):
        """Kept on the stage, as they take longer to build than to ask."""
        if viewer not in self.stage.shown_to:
            self.stage.shown_to[viewer] = [kind.objects.visible_to(viewer) for kind in KINDS]
        return [shown.all() for shown in self.stage.shown_to[viewer]]

    def check_log(self, persons, seen):
        rows = seen.rows(Action.READ)
        assert {row.person for row in rows} == set(persons)
        assert len(rows) == len(persons)
        assert all(row.ground for row in rows)

    def expected(self, user):
        model, persons = self.model, self.stage.persons
        why = [
            {one.pk: model.why_person(user, name) for name, one in persons.items()},
            {key: model.why_row(user, row) for row, key in self.rows.items()},
            {key: model.why_row(user, row) for row, key in self.told.items()},
        ]
        return [{key: found for key, found in kind.items() if found} for kind in why]

    def check_write(self, user, row):
        owns = bool(self.model.owning(user, row))
        self.look_as(user)
        held = Representative.objects.unscoped(reason=REASON).filter(pk=self.rows.get(row))
        is_there = row in self.rows
        assert self.tried(lambda: self.added(row)) == (1 if owns else "refused")
        assert self.tried(lambda: held.update(evidence="x")) == int(owns and is_there)
        assert self.tried(lambda: held.delete()[0]) == int(owns and is_there)

    def added(self, row):
        Representative.objects.bulk_create(
            [
                Representative(
                    person=self.stage.persons[row.person],
                    owner=self.stage.agencies[row.owner],
                    about=row.about,
                    kind="guardian",
                    name="Ny",
                    starts_on=self.stage.day(0),
                )
            ]
        )
        return 1

    def tried(self, write):
        """What came of it; nothing is kept."""
        try:
            with transaction.atomic():
                done = write()
                transaction.set_rollback(True)
        except DatabaseError:
            return "refused"
        return done

    def look_as(self, user):
        viewer = viewer_for(self.stage.users[user].pk, on=self.stage.day(self.model.day))
        row_security.look_as(viewer)
        return viewer
