"""Every address asked for by everybody, of everything: the answers stand in a table of their own.

The table is written from what the roles are for, not from the code; an address that it does not
know fails. What it says holds in Alva's programme. In the other association only Cecilia is
answered, and nobody where a child is asked for under somebody else's parent.
"""

import io
import zipfile

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client

from stegvis.config.permissions import addresses
from stegvis.programmes.models.programmes import ProgrammeQuerySet
from tests.access_table import (
    ADMIN,
    BOTH,
    EVERYBODY,
    EXACT,
    EXPECTED,
    HEAD,
    HIDDEN,
    MANAGER,
    NOBODY,
    SAFE,
    SEES,
    WORKER,
    A,
    B,
    C,
    D,
)
from tests.addresses import filled_in
from tests.cast import sign_in
from tests.two_sides import two_sides
from tests.undone import undone

HEADERS = {
    "Cache-Control": "no-store, private",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Of every answer, files and refusals too."""
IDS = (
    *(f"{kind}_id" for kind in ("programme", "job", "association", "agency", "unit")),
    *(f"{kind}_id" for kind in ("user", "membership", "matter", "review", "alarm")),
)
CHILDREN = frozenset({"report_id", "frozen_id", "delivery_id"})
ADDRESSES = addresses()
OF_SOMETHING = [one for one in ADDRESSES if any(id_ in one.route for id_ in IDS)]
SENDING = [one for one in ADDRESSES if "POST" in one.declared.methods]
WITH_CHILD = [one for one in ADDRESSES if any(child in one.route for child in CHILDREN)]


def named(address):
    return address.route


def expected(address, people, answered=EVERYBODY):
    """What each is answered; those who are not `answered` as if there were nothing."""
    return {
        (method, who): codes[who] if who in answered else HIDDEN[who]
        for method, codes in EXPECTED[address.name].items()
        for who in people
    }


class House:
    """Both sides, and a browser for each person."""

    def __init__(self):
        self.sides = two_sides()
        self.browsers = {name: sign_in(Client(), one) for name, one in self.sides.people.items()}
        self.browsers[NOBODY] = Client()
        self.cookies = {who: one.cookies.copy() for who, one in self.browsers.items()}
        passkey = {"name": "x", "credential": {}}
        other = get_user_model().objects.create_user("annan@exempel.se", name="Annan")
        self.key = Authenticator.objects.create(user=other, type="webauthn", data=passkey)

    def ask(self, who, method, where):
        """As if nobody had asked before."""
        browser = self.browsers[who]
        browser.cookies = self.cookies[who].copy()
        cache.clear()
        with undone():
            answer = browser.post(where) if method == "POST" else browser.get(where)
        self.check_words(who, answer)
        assert {name: answer.get(name) for name in HEADERS} == HEADERS
        assert "unsafe" not in answer["Content-Security-Policy"]
        return answer.status_code

    def check_words(self, who, answer):
        told = told_by(answer)
        read = {one.word for one in self.sides.each if one.word.lower() in told}
        assert read <= self.words_of(who), (who, answer.request["PATH_INFO"])

    def words_of(self, who):
        ours, next_door, theirs = (one.word for one in self.sides.each)
        seen = {ours: SEES | {ADMIN}, next_door: {A, D, MANAGER, BOTH, ADMIN}, theirs: {C, BOTH}}
        return {word for word, people in seen.items() if who in people}

    def answers(self, address, ids, people):
        where = filled_in(address, {"pk": self.key.pk, **ids})
        return {
            (method, who): self.ask(who, method, where)
            for method in EXPECTED[address.name]
            for who in people
        }


def told_by(answer):
    """Everything that an answer says, files unpacked, in small letters."""
    content = b"" if answer.streaming else answer.content
    parts = [content, *(f"{name}: {value}\n".encode() for name, value in answer.items())]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(parts).decode(errors="replace").lower()


@pytest.fixture(scope="module")
def staged(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), undone():
        yield House()


@pytest.fixture
def house(staged, django_db_blocker):
    with django_db_blocker.unblock():
        yield staged


def test_every_address_and_method_has_an_expectation():
    declared = {one.name: set(one.declared.methods) for one in ADDRESSES}

    assert {name: set(methods) for name, methods in EXPECTED.items()} == declared


@pytest.mark.parametrize("address", ADDRESSES, ids=named)
def test_everybody_is_answered_as_the_table_says(house, address):
    assert house.answers(address, house.sides.ours.ids, EVERYBODY) == expected(address, EVERYBODY)


@pytest.mark.parametrize("address", OF_SOMETHING, ids=named)
def test_the_other_association_does_not_exist(house, address):
    """Cecilia leads her programme there as Alva does here, and one of the board here does too."""
    people = (A, C, D, MANAGER, BOTH, ADMIN, HEAD)

    answers = house.answers(address, house.sides.theirs.ids, people)

    led = {
        (method, who): codes[A]
        for method, codes in EXPECTED[address.name].items()
        for who in (C, BOTH)
    }
    assert answers == expected(address, people, ()) | led


@pytest.mark.parametrize("address", WITH_CHILD, ids=named)
def test_a_child_under_another_parent_does_not_exist(house, address):
    ours, next_door = house.sides.ours.ids, house.sides.next_door.ids
    mixed = next_door | {"programme_id": ours["programme_id"]}

    assert house.answers(address, mixed, (A, MANAGER)) == expected(address, (A, MANAGER), ())


@pytest.mark.parametrize(
    ("side", "levels"),
    [
        ("ours", {A: EXACT, B: EXACT, WORKER: EXACT, D: SAFE, MANAGER: SAFE, BOTH: SAFE}),
        ("theirs", {C: EXACT, BOTH: EXACT}),
    ],
)
def test_level_is_that_of_the_association(house, side, levels):
    (address,) = (one for one in ADDRESSES if one.name == "figure_json")
    where = filled_in(address, getattr(house.sides, side).ids)

    told = {who: house.browsers[who].get(where).json() for who in levels}

    assert {who: one["level"] for who, one in told.items()} == levels


@pytest.mark.parametrize("address", SENDING, ids=named)
def test_nothing_is_sent_from_elsewhere(house, address):
    browser = sign_in(Client(enforce_csrf_checks=True), house.sides.people[A])
    where = filled_in(address, {"pk": house.key.pk, **house.sides.ours.ids})

    assert browser.post(where, {"do": "x"}).status_code == 403


def test_the_matrix_sees_a_leak(house, monkeypatch):
    monkeypatch.setattr(ProgrammeQuerySet, "narrowed_to", lambda self, _viewer: self)
    (page,) = (one for one in ADDRESSES if one.name == "programme")

    with pytest.raises(AssertionError):
        house.answers(page, house.sides.theirs.ids, (A,))
