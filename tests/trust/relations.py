"""Everybody in every role, in every relation to a person: the stage of the matrix (T1, T2, T4).

Three groups have all roles each: at the agency that answers for the persons, at its partner, and
in another association. A relation is a person with whom a whole group stands alike.
"""

from dataclasses import dataclass

from django.utils import timezone

from stegvis.organisations.values.roles import ROLE_OF
from tests.trust.seeing_model import Agreed, Excepted, Involved, Member
from tests.trust.seeing_stage import Stage, Written

USUAL = frozenset({"ordinary", "sensitive"})
WHOLE = USUAL | {"closed"}
LONG = (-900, None)
GROUPS = {"own": ("one", "here"), "partner": ("three", "partner"), "far": ("four", "far")}
NOBODY, SHUT = "nobody", "shut"  # signed out, and with an account that has been closed
ROLES = tuple(ROLE_OF)
PARTICIPANT = "participant.own"


@dataclass(frozen=True)
class User:
    name: str
    group: str
    role: str


STAFF = {
    f"{role}.{group}": User(f"{role}.{group}", group, role) for group in GROUPS for role in ROLES
}
OTHERS = {SHUT: User(SHUT, "own", "case_worker"), "alva": User("alva", "own", "case_worker")}
EVERYBODY = STAFF | OTHERS


def of_group(group):
    return [one.name for one in STAFF.values() if one.group == group]


class Relations:
    """What is said of each person, written to the model and to the database."""

    def __init__(self):
        persons = dict.fromkeys(RELATIONS, "here")
        today = timezone.localdate()
        self.stage = Stage(staff=EVERYBODY, persons=persons, rows=(), first=today)
        self.written = Written(self.stage)
        self.model = self.written.model
        for user in EVERYBODY.values():
            unit = GROUPS[user.group][0]
            self.written.join(Member(*LONG, user.name, unit), role=user.role)
        for person, (group, relate) in RELATIONS.items():
            relate(self, person, group)
            self.involve(person, [SHUT])
        self.written.shut_account(SHUT, is_active=False)

    def involve(self, person, whom, when=LONG, **fields):
        for user in whom:
            agency = GROUPS[EVERYBODY[user].group][1]
            self.write_involved(person, when, **({"user": user, "agency": agency} | fields))

    def write_involved(self, person, when, **fields):
        said = {"user": None, "unit": None, "classes": USUAL, "reason": "case_worker"} | fields
        self.written.involve(Involved(*when, person=person, **said))

    def agree(self, person, when=LONG, purpose="team", classes=USUAL):
        one = Agreed(*when, person, "here", frozenset({"partner"}), purpose, classes)
        self.written.agree(one)
        return one

    def shut(self, person, **against):
        said = {"owner": None, "agency": None, "user": None, "classes": frozenset()} | against
        self.written.shut(Excepted(*LONG, person, **said))


def own(now, person, group):
    now.involve(person, of_group(group))


def own_and_closed(now, person, group):
    now.involve(person, of_group(group), classes=WHOLE)


def name_only(now, person, group):
    now.involve(person, of_group(group), classes=frozenset())


def by_unit(now, person, _group):
    now.write_involved(person, LONG, unit="one", agency="here", reason="unit")


def colleagues(now, person, _group):
    """Of the same unit: Alva has the person, nobody else does."""
    now.involve(person, ["alva"])


def other_unit(now, person, _group):
    now.write_involved(person, LONG, unit="two", agency="here", reason="unit")


def ended(now, person, group):
    now.involve(person, of_group(group), (-9, 0))


def coming(now, person, group):
    now.involve(person, of_group(group), (1, None))


def their_own(now, person, group):
    """With a page of their own: only the participant is of their own involvement."""
    now.involve(person, [one for one in of_group(group) if one != PARTICIPANT])
    now.involve(person, [PARTICIPANT], classes=frozenset(), reason="own", named=True)
    now.written.give_account(person, PARTICIPANT)


def named(now, person, group):
    now.involve(person, of_group(group), named=True)
    now.written.protect(person, "marked")


def unnamed(now, person, group):
    now.involve(person, of_group(group))
    by_unit(now, person, group)
    now.written.protect(person, "registered")


def shut_out(now, person, group):
    now.involve(person, of_group(group))
    for user in of_group(group):
        now.shut(person, user=user)


def shut_for_all(now, person, group):
    now.involve(person, of_group(group))
    now.shut(person)


def agreed(now, person, group):
    now.involve(person, of_group(group), reason="partner")
    now.agree(person)


def agreed_to_other_things(now, person, group):
    now.involve(person, of_group(group), reason="partner")
    now.agree(person, purpose="statistics")
    now.agree(person, classes=frozenset({"ordinary"}))


def withdrawn(now, person, group):
    """The partner works with the person still, and reads no more."""
    now.involve(person, of_group(group), reason="partner")
    now.written.withdraw(now.agree(person))


def resting(now, person, group):
    """What let the partner in was the consent itself, and it is withdrawn."""
    given = now.agree(person)
    now.involve(person, of_group(group), reason="partner", consent=given)
    now.written.withdraw(given)


def expired(now, person, group):
    given = now.agree(person, (-9, 0))
    now.involve(person, of_group(group), reason="partner", consent=given)


def excepted(now, person, group):
    agreed(now, person, group)
    now.shut(person, agency="partner")


def unrelated(now, person, _group):
    now.involve(person, ["alva"])
    now.agree(person)


RELATIONS = {
    "own": ("own", own),
    "own and closed": ("own", own_and_closed),
    "name only": ("own", name_only),
    "unit": ("own", by_unit),
    "colleague's": ("own", colleagues),
    "other unit's": ("own", other_unit),
    "ended": ("own", ended),
    "coming": ("own", coming),
    "with a page of their own": ("own", their_own),
    "protected, named": ("own", named),
    "protected, not named": ("own", unnamed),
    "shut out": ("own", shut_out),
    "shut for all others": ("own", shut_for_all),
    "partner, no consent": ("partner", own),
    "partner, agreed": ("partner", agreed),
    "partner, agreed to other things": ("partner", agreed_to_other_things),
    "partner, withdrawn": ("partner", withdrawn),
    "partner, rested on what is withdrawn": ("partner", resting),
    "partner, expired": ("partner", expired),
    "partner, exception": ("partner", excepted),
    "partner, unrelated": ("partner", unrelated),
    "partner, protected": ("partner", unnamed),
    "far, unrelated": ("far", unrelated),
    "far, involved": ("far", own),
}


def may_meet(user, person):
    """Who is asked of whom: those whose relation it is, and those whom nothing ties to it."""
    group = RELATIONS[person][0]
    return EVERYBODY[user].group in {group, "far"}
