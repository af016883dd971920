"""Rows with a rule of their own: what decides, what participants wish, and doubles."""

from itertools import pairwise

from stegvis.core.actions import row_security
from stegvis.core.values.sightings import collecting
from stegvis.participants.models import Consent, ConsentException, Involvement, Merge, Person, Wish
from tests.trust.seeing_asked import keys, reasons
from tests.trust.seeing_model import Row
from tests.trust.seeing_stage import REASON

DECIDING = (Involvement, Consent, ConsentException)


class Beside:
    """`accounts` are the participants' own; each person is thought to be the double of the next."""

    def __init__(self, stage, accounts):
        self.stage, self.accounts = stage, accounts
        self.wishes = {stage.wished(one): one for one in stage.persons}
        self.doubles = {stage.doubled(*pair): pair for pair in pairwise(stage.persons)}

    def check(self, asked, user):
        viewer, model = asked.look_as(user), asked.model
        assert keys(Wish) == set(self.wished(asked, user)), user
        with collecting(purpose="test"), row_security.unscoped(reason=REASON):
            seen = {one for one in self.stage.persons if model.why_person(user, one)}
            for kind in DECIDING:
                shown = {one.pk for one in kind.objects.visible_to(viewer)}
                assert shown == set(self.deciding(kind, seen)), (user, kind)
            self.compare(reasons(Wish.objects.visible_to(viewer)), self.wished(asked, user))
            doubles = {
                key: model.why_person(user, kept)
                for key, (kept, double) in self.doubles.items()
                if {kept, double} <= seen
            }
            self.compare(reasons(Merge.objects.visible_to(viewer)), doubles)

    def check_one_by_one(self, asked, user):
        """As a page about one person asks."""
        viewer = asked.look_as(user)
        with collecting(purpose="test"), row_security.unscoped(reason=REASON):
            told = {}
            for person in Person.objects.unscoped(reason=REASON):
                told |= reasons(Wish.objects.of(viewer, person))
                is_seen = asked.model.why_person(user, person.given_name)
                shown = [one.pk for one in Involvement.objects.of(viewer, person)]
                expected = self.deciding(Involvement, {person.given_name} if is_seen else ())
                assert sorted(shown) == sorted(expected), (user, person.given_name)
            self.compare(told, self.wished(asked, user))

    def wished(self, asked, user):
        """What the participant has written is their own."""
        found = {
            key: {"own"}
            if self.accounts.get(person) == user
            else asked.model.why_row(user, Row(person, "here", "ordinary"))
            for key, person in self.wishes.items()
        }
        return {key: why for key, why in found.items() if why}

    def deciding(self, kind, seen):
        persons = [self.stage.persons[one].pk for one in seen]
        held = kind.objects.unscoped(reason=REASON).filter(person__in=persons)
        return held.values_list("pk", flat=True)

    def compare(self, said, why):
        assert set(said) == set(why)
        assert {key: said[key] in why[key] for key in why} == dict.fromkeys(why, True)
