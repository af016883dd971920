"""Every address without a person in it, asked as every role in each of its places.

On the stage of the matrix, where there is also one of everything else that has an address. What
is expected stands in tests/role_table.py, and for what is alike for all in tests/access_table.py.
"""

import random
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.core.cache import cache

from stegvis.organisations.models import User
from stegvis.participants.models import ConsentText
from stegvis.programmes.models import Assignment
from tests.access_table import EXPECTED, NOBODY, A
from tests.addresses import filled_in
from tests.cast import JOINED
from tests.role_table import ALIKE, BY_ROLE, HAVE_BEGUN
from tests.told import told_by
from tests.trust.crawl import may_read_somewhere
from tests.trust.relations import EVERYBODY, SHUT
from tests.two_sides import begun, organised, side
from tests.undone import undone

GONE, LED_ON = 404, 302
FILES = ("report.docx", "report.pdf", "figures.xlsx")
WORKER = "leading_case_worker.own"
FORMATS = {
    "status": [{"kind": kind} for kind in ("word", "pdf")],
    "data_template": [{"kind": kind} for kind in ("blad", "tabeller")],
    "report_file": [{"name": name} for name in FILES],
    "frozen_file": [{"name": name} for name in (*FILES, "figures.json", "report.json")],
}
"""The same thing in other kinds of file."""


@dataclass(frozen=True)
class Door:
    """`values` are what the address is filled in with beside the keys of the stage."""

    place: int  # of the address among those of the resolver
    name: str
    method: str
    user: str
    values: tuple = ()


@dataclass(frozen=True)
class Opened:
    door: Door
    code: int
    error: str
    words: list


class Everywhere:
    """What else there is on the stage; Alva's colleague answers for it."""

    def __init__(self, matrix, addresses):
        self.matrix, stage = matrix, matrix.stage
        self.addresses = addresses
        users, programme = stage.users, matrix.programmes["here"]
        for user in EVERYBODY.values():
            if user.group == "own":
                Assignment.objects.create(
                    user=users[user.name], programme=programme, starts_on=JOINED
                )
        for name in HAVE_BEGUN:
            begun(users[name], stage.here)
        held = organised(users[WORKER], stage.here)
        self.ids = side(programme, "Hemmaord", users[WORKER], held).ids
        passkey = {"name": "x", "credential": {}}
        other = User.objects.create_user("annan@exempel.se", name="Annan")
        key = Authenticator.objects.create(user=other, type="webauthn", data=passkey)
        self.ids["pk"] = key.pk
        self.ids["text_id"] = ConsentText.objects.filter(association=stage.here).earliest("pk").pk

    def doors(self):
        return [
            Door(place, one.name, method, user, tuple(values.items()))
            for place, one in enumerate(self.addresses)
            for values in FORMATS.get(one.name, [{}])
            for method in one.declared.methods
            for user in [*EVERYBODY, NOBODY]
        ]

    def some(self, number):
        """Every address and method as somebody, and the rest as far as the number goes."""
        dice = random.Random(2)  # noqa: S311 - a sample
        doors = self.doors()
        dice.shuffle(doors)
        first = {(one.place, one.method): one for one in doors}
        rest = [one for one in doors if first[one.place, one.method] != one]
        return [*first.values(), *rest][: max(number, len(first))]

    def ask(self, door):
        """As if nobody had asked before."""
        cache.clear()
        browser, cookies = self.matrix.browser(door.user)
        browser.cookies = cookies.copy()
        where = filled_in(self.addresses[door.place], self.ids | dict(door.values))
        with undone():
            answer = browser.post(where) if door.method == "POST" else browser.get(where)
            error = repr(answer.exc_info[1]) if answer.exc_info else ""
            words = set(self.matrix.pattern.findall(told_by(answer)))
        return Opened(door, answer.status_code, error, sorted(words))

    def expected(self, door):
        if door.user in {NOBODY, SHUT}:
            return EXPECTED[door.name][door.method][NOBODY]
        if door.name in ALIKE:
            return EXPECTED[door.name][door.method][A]
        user, entry = EVERYBODY[door.user], BY_ROLE[door.name]
        is_let_in = entry.is_for(user.role, user.group)
        return entry.answers[door.method] if is_let_in else GONE

    def is_wrong(self, opened):
        expected = self.expected(opened.door)
        if opened.code == expected:
            return ""
        return f"{opened.door}: {opened.code}, not {expected} {opened.error}"

    def foreign_words(self, opened):
        """Of persons whom this user does not see, or of rows that they may not read."""
        held = ((word, self.matrix.words[word]) for word in opened.words)
        return [
            f"{opened.door}: {canary}"
            for _word, canary in held
            if not may_read_somewhere(self.matrix, opened.door.user, canary)
        ]
