"""Every address asked for by everybody, of everything: the answers stand in a table of their own.

The table is written from what the roles are for, not from the code; an address that it does not
know fails. What it says holds in Alva's programme. In the other association only Cecilia is
answered, and nobody where a child is asked for under somebody else's parent.
"""

import io
import re
import zipfile

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from stegvis.config.permissions import addresses
from stegvis.programmes.models.programmes import ProgrammeQuerySet
from tests.cast import sign_in
from tests.two_sides import two_sides

A, B, C, D = "alva", "bo", "cecilia", "disa"
LEFT, MOVED, WORKER, MANAGER, NOBODY = "left", "moved", "worker", "manager", "nobody"
BOTH = "both"  # on the board here, leads a programme in the other association
SIGNED_IN = frozenset({A, B, C, D, LEFT, MOVED, WORKER, MANAGER, BOTH})
EVERYBODY = SIGNED_IN | {NOBODY}

SEES = FIGURES = READS = {A, B, D, WORKER, MANAGER, BOTH}
WRITES = {A, B, WORKER}
DELIVERS = {A, WORKER}
DEFINES = {A, MANAGER}
DESCRIBES_NEW_ONES = {A, C, MOVED, MANAGER, BOTH}
HAS_BEGUN_ONE = {A, C, MANAGER}

EXACT, SAFE = "internal", "report"
OK, LED_ON, WRONG, GONE, REFUSED = 200, 302, 400, 404, 409
HIDDEN = dict.fromkeys(SIGNED_IN, GONE) | {NOBODY: LED_ON}
"""To sign in, for who has not: the same for what is there and what is not."""


def reading(people, code=OK):
    return {"GET": HIDDEN | dict.fromkeys(people, code)}


def sending(people, code):
    return {"POST": HIDDEN | dict.fromkeys(people, code)}


def form(people, code=OK):
    """`code` is the answer to a form with nothing in it."""
    return reading(people) | sending(people, code)


CHANGE = {
    "change": LED_ON,
    "change_part": OK,
    "add_goal_from": OK,
    "change_goal": OK,
    "change_text": OK,
    "change_review": OK,
}
PROGRAMMES = {
    "programmes": reading(SIGNED_IN),
    "programme": reading(SEES),
    "programme_file": reading(SEES),
    "programme_versions": reading(SEES),
    "programme_version": reading(SEES),
    "programme_version_file": reading(SEES),
    "new_programme": form(DESCRIBES_NEW_ONES),
    "change_goals": reading(DEFINES),
    "add_goal": reading(DEFINES),
    "new_change_goals": reading(HAS_BEGUN_ONE),
    "new_add_goal": reading(HAS_BEGUN_ONE),
    **{name: form(DEFINES, code) for name, code in CHANGE.items()},
    **{f"new_{name}": form(HAS_BEGUN_ONE, code) for name, code in CHANGE.items()},
}
STANDING = {name: reading(FIGURES) for name in ("standing", "status", "figure", "figure_json")}
DATA = {
    "data": form(DELIVERS),
    "data_template": reading(DELIVERS),
    "delivery": reading(DELIVERS),
    "delivery_rows": reading(DELIVERS),
    "delivery_mapping": form(DELIVERS),
    "delivery_apply": sending(DELIVERS, LED_ON),
    "delivery_dismiss": sending(DELIVERS, LED_ON),
    "delivery_check": sending(DELIVERS, LED_ON),
    "delivery_undo": sending(DELIVERS, LED_ON),
    "job": reading(DELIVERS),
}
REPORTS = {
    "reports": reading(READS),
    "frozen_report": reading(READS),
    "frozen_file": reading(READS),
    "report_start": form(WRITES),
    "report_note": sending(WRITES, WRONG),
    "report": reading(WRITES),
    "report_text": sending(WRITES, WRONG),
    "report_preview": reading(WRITES),
    "report_file": reading(WRITES),
    "report_freeze": form(WRITES, REFUSED),
}
AROUND = {
    "home": reading(SIGNED_IN),
    "gallery": reading(EVERYBODY),
    "choose_language": sending(EVERYBODY, LED_ON),
    "choose_colours": sending(EVERYBODY, LED_ON),
}
ENTRANCE = {
    "account_login": {
        method: dict.fromkeys(SIGNED_IN, LED_ON) | {NOBODY: OK} for method in ("GET", "POST")
    },
    "mfa_authenticate": reading(SIGNED_IN, LED_ON) | sending(SIGNED_IN, LED_ON),
    "mfa_login_webauthn": reading(SIGNED_IN, LED_ON) | sending(SIGNED_IN, LED_ON),
    "account_logout": sending(EVERYBODY, LED_ON),
    "account_reset_password": form(EVERYBODY),
    "account_reset_password_done": reading(EVERYBODY),
    "account_reset_password_from_key": form(EVERYBODY),
    "account_reset_password_from_key_done": reading(EVERYBODY),
    "socialaccount_login_cancelled": reading(EVERYBODY),
    "openid_connect_login": sending(EVERYBODY, GONE),
    "openid_connect_callback": reading(EVERYBODY, GONE),
}
"""There is no provider outside; whoever is signed in already is led on."""

ACCOUNT = {
    **{name: reading(SIGNED_IN) for name in ("account", "mfa_index", "mfa_list_webauthn")},
    "account_end_other_sessions": sending(SIGNED_IN, LED_ON),
    "throw_away_kept": sending(SIGNED_IN, LED_ON),
    "mfa_activate_totp": form(SIGNED_IN),
    "mfa_generate_recovery_codes": form(SIGNED_IN),
    "mfa_add_webauthn": form(SIGNED_IN),
    "mfa_view_recovery_codes": reading(set()),
    "mfa_download_recovery_codes": reading(set()),
    "account_change_password": form(set()),
    "account_reauthenticate": form(set()),
    "mfa_reauthenticate": form(set()),
    "mfa_reauthenticate_webauthn": form(set()),
    "mfa_deactivate_totp": form(set()),
    "mfa_edit_webauthn": form(set()),
    "mfa_remove_webauthn": form(set()),
}
"""Nobody here has a password, an app or codes; the passkey that is asked for is another's."""

EXPECTED = PROGRAMMES | STANDING | DATA | REPORTS | AROUND | ENTRANCE | ACCOUNT

FILLED_IN = {
    "number": 1,
    "slug": "grunder",
    "goal_id": "work-or-studies",
    "pattern_id": "destination-later",
    "figure_id": "work-or-studies",
    "kind": "word",
    "heading": "summary",
    "part": "part",
    "uidb36": "1",
    "key": "x",
    "provider_id": "x",
}
OF_ROUTE = {
    "data_template": {"kind": "blad"},
    "frozen_file": {"name": "report.docx"},
    "report_file": {"name": "figures.xlsx"},
    "new_change_goal": {"goal_id": "shared-view"},
}
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
HEADERS = {
    "Cache-Control": "no-store, private",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Of every answer, files and refusals too."""
CHILDREN = frozenset({"report_id", "frozen_id", "delivery_id"})
ADDRESSES = addresses()
OF_SOMETHING = [one for one in ADDRESSES if "programme_id" in one.route or "job_id" in one.route]
SENDING = [one for one in ADDRESSES if "POST" in one.declared.methods]
WITH_CHILD = [one for one in ADDRESSES if any(child in one.route for child in CHILDREN)]


def named(address):
    return address.route


def filled_in(address, ids):
    given = FILLED_IN | OF_ROUTE.get(address.name, {}) | ids
    return PARAMETER.sub(lambda found: str(given[found[1] or found[2]]), address.route)


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
        with transaction.atomic():
            answer = browser.post(where) if method == "POST" else browser.get(where)
            transaction.set_rollback(True)
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
        seen = {ours: SEES, next_door: {A, D, MANAGER, BOTH}, theirs: {C, BOTH}}
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
    with django_db_blocker.unblock(), transaction.atomic():
        yield House()
        transaction.set_rollback(True)


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
    people = (A, C, D, MANAGER, BOTH)

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
