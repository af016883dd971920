"""Asks both walls what somebody sees, and compares with the model."""

from dataclasses import replace

from stegvis.core.actions import row_security
from stegvis.core.values.sightings import Action, collecting
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.models import (
    Disclosure,
    LinkRequest,
    Merge,
    Person,
    Representative,
    Wish,
)
from stegvis.participants.models.granting import grants_of
from tests.trust.seeing_stage import REASON

KINDS = (Person, Representative, Disclosure)


def reasons(shown):
    return {one.pk: one.seen_because for one in shown}


def keys(model):
    return set(model.objects.unscoped(reason=REASON).values_list("pk", flat=True))


def one_by_one(viewer):
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

    def look_as(self, user):
        viewer = viewer_for(self.stage.users[user].pk, on=self.stage.day(self.model.day))
        row_security.look_as(viewer)
        return viewer

    def check_requests(self, user, requested):
        """Keys by person and the unit that is asked: there, those who see the person."""
        viewer, model = self.look_as(user), self.model
        with row_security.unscoped(reason=REASON):
            shown = {one.pk for one in LinkRequest.objects.visible_to(viewer)}
        assert shown == {
            key
            for (person, unit), key in requested.items()
            if unit in model.units_of(user) and model.why_person(user, person)
        }, user

    def check_one_by_one(self, user):
        """As a page about one person asks, which has to come to the same."""
        viewer = self.look_as(user)
        with collecting(purpose="test"), row_security.unscoped(reason=REASON):
            asked = [reasons(shown) for shown in self.shown_to(viewer)[1:]]
            assert asked == one_by_one(viewer), user

    def check_grants(self, user, accounts):
        """What such a page asks first; `accounts` are the participants' own."""
        viewer = self.look_as(user)
        with row_security.unscoped(reason=REASON):
            persons = Person.objects.unscoped(reason=REASON).in_bulk()
        for name, one in self.stage.persons.items():
            mine, found = self.model.mine(user, name), grants_of(viewer, persons[one.pk])
            assert found.is_own == (accounts.get(name) == user), (user, name)
            assert found.sees == bool(mine), (user, name)
            assert found.agencies == self.keys_of({one.agency for one in mine}), (user, name)
            acting = {one.agency for one in mine if one.classes}
            assert found.acting == self.keys_of(acting), (user, name)

    def keys_of(self, agencies):
        return {self.stage.agencies[one].pk for one in agencies}

    def check_unnamed(self, user):
        """Who has not signed in sees nobody, whatever unit and agency are said to be theirs."""
        viewer = replace(self.look_as(user), user=None)
        row_security.look_as(viewer)
        kinds = (*KINDS, Wish, Merge)
        second = [keys(kind) for kind in kinds]
        with collecting(purpose="test"), row_security.unscoped(reason=REASON):
            first = [set(reasons(kind.objects.visible_to(viewer))) for kind in kinds]
        assert (first, second) == ([set()] * len(kinds), [set()] * len(kinds))
