"""Describing a programme gives no way into another, and no form takes a description away."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stegvis.organisations.models.organisations import AgencyKind
from stegvis.programmes.files.shipped import shipped
from stegvis.programmes.models import Assignment, Programme
from tests.cast import JOINED, person, sign_in
from tests.pages import form_with, words_of

WHY = "a test"


@pytest.fixture
def eva(cast):
    """Leads programmes in Alva's association, but not Alva's."""
    return person("Eva Ek", cast.here, AgencyKind.MUNICIPALITY, "programme_leader")


def begun(client, text):
    file = SimpleUploadedFile("insats.toml", text.encode())
    return client.post(reverse("new_programme"), {"do": "upload", "file": file})


def part_of_alvas():
    """Its figures would be counted from the facts of the whole."""
    text = shipped("halsoverket.toml").read_text(encoding="utf-8")
    return text.replace('id = "halsoverket"', 'id = "egen-del"', 1)


def saved(client):
    review = reverse("new_change_review")
    form = form_with(client.get(review), "seen")
    return client.post(review, {**form, "why": "Därför", "understood": "on", "label": "9"})


def parts():
    return Programme.objects.unscoped(reason=WHY).filter(slug="egen-del").count()


def test_nobody_makes_a_part_of_what_they_do_not_see(client, eva):
    begun(sign_in(client, eva), part_of_alvas())

    answer = saved(client)

    assert (answer.status_code, parts()) == (200, 0)
    assert "en del av ung-framtid, som inte finns i förbundet" in words_of(answer)


def test_who_sees_the_whole_makes_a_part_of_it(client, cast, eva):
    Assignment.objects.create(user=eva, programme=cast.programme, starts_on=JOINED)
    begun(sign_in(client, eva), part_of_alvas())

    assert (saved(client).status_code, parts()) == (302, 1)


def end_session(client):
    session = client.session
    session["began_at"] = time.time() - 7 * 24 * 3600
    session.save()


def test_form_sent_when_the_session_had_ended_leaves_the_description(client, cast):
    begun(sign_in(client, cast.alva), shipped("starter.toml").read_text(encoding="utf-8"))
    end_session(client)
    client.post(reverse("new_programme"), {"name": "En helt annan", "owner": "Älvnäs kommun"})

    sign_in(client, cast.alva)

    assert client.get(reverse("new_programme")).status_code == 200
    assert client.get(reverse("new_change")).status_code == 200


def test_form_sent_when_the_session_had_ended_leaves_the_change(client, cast):
    sign_in(client, cast.alva)
    end_session(client)
    client.post(reverse("change", args=[cast.programme.pk]), {"do": "Ta bort ändringarna"})

    sign_in(client, cast.alva)

    assert client.get(reverse("change", args=[cast.programme.pk])).status_code == 200


def test_new_programme_has_no_other_version_to_go_on_from(client, cast):
    begun(sign_in(client, cast.alva), shipped("starter.toml").read_text(encoding="utf-8"))

    assert client.post(reverse("new_change_review"), {"do": "go_on"}).status_code == 200


@pytest.mark.parametrize("rows", ["9" * 5_000, "²", "-1", "999999", ""])
def test_rows_that_cannot_be_counted_are_told_of(client, cast, rows):
    page = reverse("change_part", args=[cast.programme.pk, "parter"])
    sent = {"parties-TOTAL_FORMS": rows, "parties-INITIAL_FORMS": "0", "more": "parties"}

    assert sign_in(client, cast.alva).post(page, sent).status_code == 200
