"""Every address about a person, asked as everybody in every relation, by each of its methods.

What is expected stands in tests/people_table.py and in the model of who sees whom; the code is
only asked. Each answer is looked at three times: its code (T1), its words (T2) and the rows that
it left in the access log (T4).
"""

import random
import re
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.test import Client

from stegvis.config.permissions import addresses
from stegvis.core.models import AccessEntry
from tests.addresses import filled_in
from tests.cast import decided_programme, sign_in
from tests.people_table import PEOPLE
from tests.told import told_by
from tests.trust.canaries import Canaries
from tests.trust.headers import faults_of
from tests.trust.relations import EVERYBODY, NOBODY, RELATIONS, SHUT, Relations, may_meet
from tests.trust.seeing_model import Row
from tests.undone import undone

GONE, LED_ON = 404, 302
MISSING = UUID("00000000-0000-4000-8000-00000000000a")
NONCE = re.compile(rb"nonce-?=?\"?[^\"';]+|value=\"[^\"]{64}\"")
PERSON = "person_id"
MISSING_CHILD = "missing"
PARAMETER = re.compile(r"<uuid:(\w+)>")


@dataclass(frozen=True)
class Cell:
    name: str  # of the address
    method: str
    user: str
    person: str
    child_of: str = ""  # another person, whose file or row is asked for


@dataclass
class Asked:
    """One answer; `words` are those of persons that were in it, `log` what it left."""

    cell: Cell
    code: int
    words: list
    log: list
    headers: list  # those that say something else than they should
    shape: tuple = ()
    error: str = ""  # of an answer that is 500
    led_on: list = field(default_factory=list)  # words in the address that it leads to


@dataclass
class Matrix:
    """The stage, and a browser for everybody."""

    relations: Relations = field(default_factory=Relations)

    def __post_init__(self):
        self.stage, self.model = self.relations.stage, self.relations.model
        self.programmes = {
            owner: decided_programme(self.stage.here, slug)
            for owner, slug in (("here", "ung-framtid"), ("partner", "sara"))
        }
        self.canaries = Canaries(self.stage, self.programmes)
        self.canaries.fill_others(self.model, EVERYBODY)
        self.words = self.canaries.words()
        self.pattern = re.compile(r"zq\d{5}x")
        self.browsers, self.missing = {}, {}
        self.addresses = {one.name: one for one in addresses() if PERSON in one.route}

    def browser(self, user):
        """Signed in before the account was closed."""
        if user not in self.browsers:
            client = Client(raise_request_exception=False)
            if user != NOBODY:
                sign_in(client, self.stage.users[user])
            self.browsers[user] = client, client.cookies.copy()
        return self.browsers[user]

    def rules(self):
        """Of the addresses that there are; that each has one is a test of its own."""
        return [(name, PEOPLE[name]) for name in sorted(PEOPLE.keys() & self.addresses)]

    def cells(self):
        users = [*EVERYBODY, NOBODY]
        return [
            Cell(name, method, user, person)
            for name, rule in self.rules()
            for method in rule.answers
            for person in RELATIONS
            for user in users
            if user in {NOBODY, SHUT} or may_meet(user, person)
        ]

    def cells_of_children(self):
        """What belongs to somebody else whom the same people may see."""
        return [
            Cell(name, method, user, "own", "own and closed")
            for name, address in self.addresses.items()
            if name in PEOPLE
            for method in PEOPLE[name].answers
            if children(address.route)
            for user in ("case_worker.own", "leading_case_worker.own", "programme_leader.own")
        ]

    def some(self, number):
        """The same ones each time, spread over all."""
        cells = self.cells()
        return random.Random(1).sample(cells, min(number, len(cells)))  # noqa: S311 - a sample

    def ask(self, cell):
        self.browser(cell.user)
        where = self.where(cell, self.stage.persons[cell.person].pk)
        with undone():
            answer = self.send(cell, where)
            log = list(AccessEntry.objects.order_by("id"))
            words = sorted(set(self.pattern.findall(told_by(answer))))
            error = repr(answer.exc_info[1]) if answer.exc_info else ""
        headers, led_on = (
            faults_of(answer),
            self.pattern.findall(answer.get("Location", "").lower()),
        )
        return Asked(cell, answer.status_code, words, log, headers, shape(answer), error, led_on)

    def send(self, cell, where):
        """As if nobody had asked before."""
        browser, cookies = self.browser(cell.user)
        browser.cookies = cookies.copy()
        return browser.post(where) if cell.method == "POST" else browser.get(where)

    def where(self, cell, person):
        if cell.child_of == MISSING_CHILD:
            ids = dict.fromkeys(self.ids_of(cell.person), MISSING)
        else:
            ids = self.ids_of(cell.child_of or cell.person)
        own = {"programme_id": self.programmes["here"].pk} | ids | {PERSON: person}
        return filled_in(self.addresses[cell.name], own)

    def ids_of(self, person):
        return {
            name: key
            for owner in ("partner", "here")
            for name, key in self.canaries.ids[person][owner].items()
        }

    def is_wrong_of_child(self, asked):
        """Somebody else's is answered as one that does not exist."""
        missing = replace(asked.cell, child_of=MISSING_CHILD)
        with undone():
            answer = self.send(missing, self.where(missing, self.stage.persons[missing.person].pk))
        if (answer.status_code, shape(answer)) == (asked.code, asked.shape):
            return ""
        return f"{asked.cell}: {asked.code}, not {answer.status_code} as of a missing one"

    def shape_of_missing(self, cell):
        key = cell.name, cell.method, cell.user
        if key not in self.missing:
            with undone():
                self.missing[key] = shape(self.send(cell, self.where(cell, MISSING)))
        return self.missing[key]

    def expected(self, cell):
        rule = PEOPLE[cell.name]
        if cell.user in {NOBODY, SHUT}:
            return LED_ON
        return rule.answers[cell.method] if self.is_let_in(cell, rule) else GONE

    def is_let_in(self, cell, rule):
        """By role, in the association, and by a relation to the person."""
        user = EVERYBODY[cell.user]
        if user.role not in rule.roles or user.group == "far":
            return False
        if rule.works:
            return any(one.classes for one in self.model.mine(cell.user, cell.person))
        if rule.about == "identity" and not rule.owns:
            return bool(self.model.why_person(cell.user, cell.person))
        asked = self.model.owning if rule.owns else self.model.why_row
        return bool(asked(cell.user, Row(cell.person, "here", rule.about)))

    def is_wrong(self, asked):
        if asked.cell.child_of:
            return self.is_wrong_of_child(asked)
        expected = self.expected(asked.cell)
        if asked.code != expected:
            return f"{asked.cell}: {asked.code}, not {expected} {asked.error}"
        if expected == GONE and asked.shape != self.shape_of_missing(asked.cell):
            return f"{asked.cell}: hidden is not as missing"
        return ""


def children(route):
    """What stands in the address beside the person and the programme."""
    return set(PARAMETER.findall(route)) - {PERSON, "programme_id"}


def shape(answer):
    """What tells a hidden person from a missing one must not be there: length and headers."""
    body = b"" if answer.streaming else NONCE.sub(b"", answer.content)
    headers = {name: NONCE.sub(b"", value.encode()) for name, value in answer.items()}
    return len(body), tuple(sorted(headers.items()))
