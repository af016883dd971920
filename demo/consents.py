"""What the participants of the example have agreed to, what is shut, and what has been told."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from demo.attached import put_files
from demo.people import BO, GUN, OWN
from demo.persons import ASA, EMIL, REGISTERED, Participant
from stegvis.core.actions.access_log import working_for
from stegvis.core.actions.row_security import look_as
from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Viewer
from stegvis.organisations.models import Agency, Association, User
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.actions.consent_texts import NewText, add_text
from stegvis.participants.actions.consents import take_consents, withdraw
from stegvis.participants.actions.disclosures import disclose, receive
from stegvis.participants.actions.exceptions import make_exception
from stegvis.participants.actions.own_pages import give_own_page
from stegvis.participants.actions.wishes import ask
from stegvis.participants.models import Consent, Disclosure, Person, Signing
from stegvis.participants.queries.disclosable import chosen
from stegvis.participants.queries.disclosures import received_one
from stegvis.participants.queries.persons import persons_of
from stegvis.participants.values.consents import Form, Purpose
from stegvis.participants.values.disclosures import Copy, Ground, NewDisclosure
from stegvis.participants.values.exceptions import NewException
from stegvis.participants.values.signing import NewSigning, Tick
from stegvis.participants.values.wishes import WishKind

Users = Mapping[str, User]

TEXTS = Path(__file__).parent / "consent_texts.toml"
WHY = "the example"
SOON = timedelta(weeks=5)  # so that it is told that it ends
BEFORE = timedelta(days=60)
PHONE = "contact.phone"


def put_texts(association: Association, today: date) -> None:
    """From before anybody was registered, so that there was something to sign."""
    first = today - REGISTERED
    for one in tomllib.loads(TEXTS.read_text(encoding="utf-8"))["text"]:
        new = NewText(
            purpose=Purpose(one["purpose"]),
            language="sv",
            title=one["title"],
            body=one["body"].strip(),
            starts_on=first,
            months_valid=one["months_valid"],
        )
        add_text(association.pk, new, by=None, on=first)


def put_consents(users: Users, today: date, *, secret: str) -> None:
    """By Gun, who has the persons; `secret` is the hash that opens Åsa's own page."""
    gun, bo = users[GUN.email], users[BO.email]
    viewer = viewer_for(gun.pk, on=today)
    look_as(viewer)
    with working_for(viewer, reason=WHY):
        own, other = _agency(gun), _agency(bo)
        asa, emil = _person(ASA, viewer), _person(EMIL, viewer)
        merits = put_files(asa, own.pk, viewer)
        team = Tick(Purpose.TEAM, frozenset({other.pk}), frozenset({About.ORDINARY}), today + SOON)
        forward = Tick(Purpose.FORWARD, frozenset({other.pk}), frozenset({About.ORDINARY}))
        _sign(asa, (team, forward, Tick(Purpose.STATISTICS)), own, viewer)
        _sign(emil, (Tick(Purpose.STATISTICS),), own, viewer)
        _shut_out(emil, own, other, viewer)
        read = _tell(asa, ("Planera praktiken tillsammans", f"file.{merits}"), bo, own, viewer)
        _tell(asa, ("Boka ett gemensamt möte", PHONE), bo, own, viewer)
        account = User.objects.create(email=OWN.email, name=OWN.name, password=secret)
        give_own_page(asa, account, viewer)
    _receive(read, viewer_for(bo.pk, on=today))
    _wish(asa, account, today)


def _sign(
    person: Person, ticks: tuple[Tick, ...], own: Agency, viewer: Viewer, on: date | None = None
) -> Signing:
    note = f"Sagt vid ett möte, Gun och {person.given_name} var med."
    new = NewSigning(Form.ORAL, on or viewer.on, ticks, note=note)
    return take_consents(person, new, sender=own.pk, viewer=viewer)


def _shut_out(person: Person, own: Agency, other: Agency, viewer: Viewer) -> None:
    """First a consent, that is then withdrawn; and an exception, so that none opens it again."""
    team = Tick(Purpose.TEAM, frozenset({other.pk}), frozenset({About.ORDINARY}))
    before = _sign(person, (team,), own, viewer, viewer.on - BEFORE)
    told = Consent.objects.visible_to(viewer).filter(signing=before).values_list("pk", flat=True)
    withdraw(person.pk, viewer=viewer, only=set(told))
    shut = NewException(viewer.on, against_agency=other.pk, why="Emil vill själv berätta.")
    make_exception(person, shut, viewer=viewer)


def _tell(
    person: Person, what: tuple[str, str], user: User, own: Agency, viewer: Viewer
) -> Disclosure:
    """`what` is why, and the code of what is told."""
    purpose, code = what
    copy = Copy.of(chosen(viewer, person, own.pk, (code,)))
    new = NewDisclosure(
        ground=Ground.CONSENT,
        purpose=purpose,
        what=(code,),
        recipient=_agency(user).pk,
        to_user=user.pk,
        seen=copy.fingerprint,
    )
    return disclose(person.pk, new, sender=own.pk, viewer=viewer)


def _receive(disclosure: Disclosure, viewer: Viewer) -> None:
    with working_for(viewer, reason=WHY):
        receive(received_one(viewer, disclosure.pk), viewer=viewer)


def _wish(person: Person, account: User, today: date) -> None:
    viewer = viewer_for(account.pk, on=today)
    look_as(viewer)
    with working_for(viewer, reason=WHY):
        ask(person, kind=WishKind.OTHER, text="Kan vi ses på biblioteket?", by=account.pk)


def _person(one: Participant, viewer: Viewer) -> Person:
    names: dict[str, Any] = {"given_name": one.given_name, "family_name": one.family_name}
    found: Person = persons_of(viewer).exclude(number_index=None).get(**names)
    return found


def _agency(user: User) -> Agency:
    found: Agency = Agency.objects.get(units__memberships__user=user)
    return found
