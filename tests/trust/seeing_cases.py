"""Persons made by hand, one for each thing that decides: what chance takes long to meet with.

Where somebody stands is said here; what they then see, the model says.
"""

from stegvis.core.values.remembered import remembering
from tests.trust.beside_asked import Beside
from tests.trust.seeing_model import Agreed, Excepted, Involved, Member, Row
from tests.trust.seeing_stage import ABOUT, AGENCIES, PLACES, STAFF, Stage, Written
from tests.trust.writing_asked import Tried
from tests.undone import undone

LONG = (-9, None)
PERIODS = {
    "until today": (-9, 0),
    "until tomorrow": (-9, 1),
    "from today": (0, None),
    "from tomorrow": (1, None),
}
ORDINARY, SENSITIVE = frozenset({"ordinary"}), frozenset({"sensitive"})
USUAL, WHOLE = ORDINARY | SENSITIVE, frozenset(ABOUT)
TO_BOTH = frozenset({"partner", "far"})


def works(whom="bo", when=LONG, **said):
    """A user or a unit is involved, for the agency that they are of if nothing else is said."""
    user, unit = (whom, None) if whom in STAFF else (None, whom)
    usual = {"agency": PLACES[whom], "classes": USUAL, "reason": "case_worker"}

    def write(now, person):
        now.involve(Involved(*when, person=person, user=user, unit=unit, **(usual | said)))

    return write


def agrees(when=LONG, *, is_withdrawn=False, **said):
    """What Alva's agency has may be read by Bo's."""
    to = frozenset({"partner"})
    usual = {"sender": "here", "recipients": to, "purpose": "team", "classes": USUAL}

    def write(now, person):
        one = Agreed(*when, person, **(usual | said))
        now.agree(one)
        if is_withdrawn:
            now.withdraw(one)
        return one

    return write


def rests(when=LONG, **said):
    """Bo is involved for as long as a consent holds."""

    def write(now, person):
        works(consent=agrees(when, **said)(now, person))(now, person)

    return write


def shuts(when=LONG, **said):
    usual = {"owner": None, "agency": None, "user": None, "classes": frozenset()}
    return lambda now, person: now.shut(Excepted(*when, person, **(usual | said)))


def has_account(user):
    return lambda now, person: now.give_account(person, user)


def protects(kind="marked"):
    return lambda now, person: now.protect(person, kind)


OPEN = works(), agrees()
INVOLVED = {
    "of nobody": (),
    "Bo's": (works(),),
    "Alva's": (works("alva"),),
    "the unit's": (works("one"),),
    "another unit's": (works("two"),),
    "the unit's, for another agency": (works("one", agency="partner"),),
    "for an agency where she does not work": (works("alva", agency="partner"),),
    "herself, there": (works("alva", agency="partner", reason="own"),),
    "by name only": (works("alva", classes=frozenset()),),
    "in one class": (works("alva", classes=ORDINARY),),
    "in the other class": (works("alva", classes=SENSITIVE),),
    "in every class": (works("alva", classes=WHOLE),),
    "in one class for each agency": (
        works("alva", classes=ORDINARY),
        works("alva", agency="partner", reason="own", classes=SENSITIVE),
    ),
    "in one class for each reason": (
        works("alva", classes=ORDINARY),
        works("alva", (-8, None), classes=SENSITIVE, reason="leader"),
    ),
    "for another agency first": (
        works("alva", (-8, None)),
        works("alva", agency="partner", reason="own"),
    ),
    "herself": (works("alva", classes=frozenset(), reason="own"), has_account("alva")),
    "rests": (rests(),),
    "rests, for something else": (rests(purpose="forward"),),
    "rests on what is withdrawn": (rests(is_withdrawn=True),),
}
PROTECTED = {
    "named": (works("alva", named=True), protects()),
    "named, registered": (works("alva", named=True), protects("registered")),
    "not named": (works("alva"), protects()),
    "not named, registered": (works("alva"), protects("registered")),
    "the unit's, protected": (works("one"), protects()),
    "another is named": (works("alva"), works("berit", named=True), protects()),
    "named for another reason": (
        works("alva"),
        works("alva", (-8, None), reason="leader", classes=frozenset(), named=True),
        protects(),
    ),
    "named before": (works("alva"), works("alva", (-9, 0), named=True), protects()),
    "let in, named": (works(named=True), agrees(), protects()),
    "let in, not named": (*OPEN, protects()),
}
AGREED = {
    "agreed": OPEN,
    "agreed, of nobody": (agrees(),),
    "agreed, Bo has the name only": (works(classes=frozenset()), agrees()),
    "agreed, Bo has one class": (works(classes=ORDINARY), agrees()),
    "agreed, Bo has every class": (works(classes=WHOLE), agrees()),
    "agreed in one class": (works(), agrees(classes=ORDINARY)),
    "agreed in the other class": (works(), agrees(classes=SENSITIVE)),
    "agreed to who it is": (works(classes=WHOLE), agrees(classes=frozenset({"identity"}))),
    "agreed to something else": (works(), agrees(purpose="forward")),
    "agreed to be counted": (works(), agrees(purpose="statistics")),
    "agreed and withdrawn": (works(), agrees(is_withdrawn=True)),
    "agreed for what the partner has": (works(), agrees(sender="partner")),
    "agreed for others": (works(), agrees(recipients=frozenset({"far"}))),
    "agreed for others too": (works(), agrees(recipients=TO_BOTH)),
    "agreed, Bo is there for others": (works(agency="far", reason="own"), agrees()),
    "agreed, Bo has the class for others": (
        works(classes=ORDINARY),
        works(agency="far", reason="own", classes=SENSITIVE),
        agrees(),
    ),
}
FOR_BOTH = works(), works(agency="far", reason="own"), agrees(recipients=TO_BOTH)
EXCEPTED = {
    "shut": (*OPEN, shuts()),
    "shut, of the one agency": (*OPEN, shuts(owner="here")),
    "shut, of the other agency": (*OPEN, shuts(owner="partner")),
    "shut for the partner": (*OPEN, shuts(agency="partner")),
    "shut for others": (*OPEN, shuts(agency="far")),
    "shut in one class": (*OPEN, shuts(classes=ORDINARY)),
    "shut in the other class": (*OPEN, shuts(classes=SENSITIVE)),
    "shut for one of two": (*FOR_BOTH, shuts(agency="far")),
    "shut for both": (*FOR_BOTH, shuts(agency="far"), shuts(agency="partner")),
    "shut, and one's own": (works("alva"), shuts()),
    "shut for Bo": (*OPEN, shuts(user="bo")),
    "shut for Bo in one class": (*OPEN, shuts(user="bo", owner="here", classes=ORDINARY)),
    "shut for Alva": (works("alva"), works("one"), shuts(user="alva")),
    "shut for somebody else": (*OPEN, works("alva"), shuts(user="berit")),
}
DATED = {
    "Bo's": lambda when: (works(when=when),),
    "the unit's": lambda when: (works("three", when),),
    "rests": lambda when: (rests(when),),
    "agreed": lambda when: (works(), agrees(when)),
    "shut": lambda when: (*OPEN, shuts(when)),
    "shut for Bo": lambda when: (*OPEN, shuts(when, user="bo")),
}
IN_PERIODS = {
    f"{name} {said}": made(when) for name, made in DATED.items() for said, when in PERIODS.items()
}
CASES = INVOLVED | PROTECTED | AGREED | EXCEPTED | IN_PERIODS
ACCOUNTS = {"herself": "alva"}
TOLD = (
    ("here", "partner", "ordinary"),
    ("here", "far", "sensitive"),
    ("here", "outside", "ordinary"),
    ("partner", "here", "closed"),
    ("partner", "here", "identity"),
)
REQUESTED = ("one", "three")  # units that are asked to let somebody in to the person
WRITTEN = ("Alva's", "agreed", "in one class", "by name only", "not named", "named", "shut for Bo")
TOLD_OF = ("alva", "bo")  # the cases are theirs: others stand beside


class Cases:
    """All of them at once, on one day."""

    def __init__(self):
        rows = [
            Row(who, owner, about) for who in CASES for owner in AGENCIES[:2] for about in ABOUT
        ]
        self.stage = Stage(persons=dict.fromkeys(CASES, "here"), rows=rows)
        told = [Row(who, owner, about, to) for who in CASES for owner, to, about in TOLD]
        self.told = {row: self.stage.disclosed(row) for row in told}
        asked = [(who, unit) for who in CASES for unit in REQUESTED]
        self.requested = {one: self.stage.requested(*one) for one in asked}
        self.beside = Beside(self.stage, ACCOUNTS)
        self.written = Written(self.stage)
        for user, unit in STAFF.items():
            self.written.join(Member(-9, None, user, unit))
        for person, said in CASES.items():
            for write in said:
                write(self.written, person)

    def check(self):
        """How many views were compared; the first that is something else is raised."""
        self.stage.shown_to.clear()
        asked = Tried(self.stage, self.written.model, self.stage.rows, self.told)
        for user in STAFF:
            with undone():
                asked.check(user)
                asked.check_requests(user, self.requested)
                self.beside.check(asked, user)
        for user in TOLD_OF:
            with undone():
                asked.check_unnamed(user)
                self.check_writes(asked, user)
        for user in TOLD_OF:
            with undone(), remembering():
                asked.check_one_by_one(user)
                asked.check_grants(user, ACCOUNTS)
                self.beside.check_one_by_one(asked, user)
        return len(STAFF) * len(CASES)

    def check_writes(self, asked, user):
        asked.look_as(user)
        asked.check_added_person(user)
        for person in WRITTEN:
            asked.check_write_of_person(user, person)
        for row in (*self.stage.rows, *self.told):
            if row.person in WRITTEN:
                asked.check_write(user, row)
                if row.recipient:
                    asked.check_receipt(user, row)
