"""What consents, wishes and tellings put on the list of work."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stegvis.core.models import AccessEntry
from stegvis.participants.actions.own_pages import open_own_page
from stegvis.participants.actions.wishes import ask
from stegvis.participants.values.wishes import WishKind
from tests.cast import sign_in
from tests.consenting import Consenting
from tests.pages import words_of
from tests.people import consent, looking, today


@pytest.fixture
def stage(cast, client):
    sign_in(client, cast.alva)
    return Consenting(cast)


def test_a_consent_that_ends_is_told_without_a_name(client, stage):
    last = today() + timedelta(weeks=7)
    consent(stage.person, stage.alvas, [stage.bos], ends_on=last + timedelta(days=1))

    body = client.get("/").content.decode()

    assert f"Ett samtycke går ut {last}: Samarbete i teamet." in body
    assert reverse("person", args=[stage.person.pk]) in body
    assert "Öberg" not in body
    assert not AccessEntry.objects.exists()


def test_a_wish_waits_for_its_answer(client, stage):
    with looking(stage.alva) as viewer:
        account = open_own_page(stage.person, email="asa@exempel.se", viewer=viewer)
    with looking(account):
        ask(stage.person, kind=WishKind.OTHER, text="Kan vi ses?", by=account.pk)

    assert "1 önskemål från en deltagare väntar på svar." in words_of(client.get("/"))
    words = words_of(client.get(reverse("wishes")))
    assert "Åsa Öberg" in words
    assert "Kan vi ses?" in words
    assert AccessEntry.objects.latest("id").action == "LIST"
    sign_in(client, stage.bo)
    assert "Inga önskemål väntar" in words_of(client.get(reverse("wishes")))


def test_nothing_waits_for_who_sees_no_persons(cast, client, stage):
    consent(stage.person, stage.alvas, [stage.bos], ends_on=today() + timedelta(days=1))
    sign_in(client, cast.disa)
    assert "samtycke" not in words_of(client.get("/"))
