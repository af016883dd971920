"""Signing in: the right password, and answers that tell a stranger nothing."""

import time
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.cast import PASSWORD

SIGN_IN = "/konto/logga-in/"
WRONG = "E-postadressen och lösenordet hör inte ihop."


@pytest.fixture(autouse=True)
def no_attempts_before():
    cache.clear()


@pytest.fixture
def alva(db, django_user_model):
    return django_user_model.objects.create_user("alva@exempel.se", PASSWORD, name="Alva Alm")


def send(client, email, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


def test_the_right_password_leads_home(client, alva):
    answer = send(client, alva.email)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/").status_code == 200


def test_sign_in_leads_to_the_page_that_was_asked_for(client, alva):
    asked = client.get("/konto/")

    answer = client.post(asked["Location"], {"login": alva.email, "password": PASSWORD})

    assert answer["Location"] == "/konto/"


def test_sign_in_never_leads_to_another_site(client, alva):
    answer = send(client, alva.email, next="https://example.org/")

    assert answer["Location"] == "/"


def test_sign_in_gives_the_session_a_new_name(client, alva):
    client.get(SIGN_IN)
    session = client.session
    session["before"] = "kept"
    session.save()
    client.cookies["stegvis_session"] = session.session_key

    send(client, alva.email)

    assert client.session.session_key != session.session_key


def faults(answer):
    return answer.context["form"].non_field_errors()


def test_an_unknown_address_is_answered_as_a_wrong_password(client, alva):
    unknown = send(client, "ingen@exempel.se")
    wrong = send(client, alva.email, "fel lösenord här")

    assert faults(unknown) == faults(wrong)
    assert faults(wrong)[0].startswith(WRONG)
    assert unknown.status_code == wrong.status_code == 200


def test_a_closed_account_is_answered_as_a_wrong_password(client, alva):
    alva.is_active = False
    alva.save()

    assert faults(send(client, alva.email))[0].startswith(WRONG)


def test_a_closed_account_ends_its_sessions(client, alva):
    send(client, alva.email)

    alva.is_active = False
    alva.save()

    assert client.get("/").status_code == 302


def test_too_many_guesses_are_stopped(client, alva):
    for _guess in range(5):
        send(client, alva.email, "gissning gissning")

    assert faults(send(client, alva.email)) == [
        "För många försök. Vänta några minuter och försök igen."
    ]


def letter():
    """It is sent by a thread of its own, when the answer has been decided."""
    for _wait in range(100):
        if mail.outbox:
            return mail.outbox[0]
        time.sleep(0.02)
    return None


def test_a_forgotten_password_has_the_same_receipt_for_everybody(client, alva):
    answers = [
        client.post("/konto/glomt/", {"email": email}) for email in ("x@exempel.se", alva.email)
    ]

    assert {(one.status_code, one["Location"]) for one in answers} == {
        (302, "/konto/glomt/skickat/")
    }


def test_a_forgotten_password_is_chosen_anew(client, alva, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/konto/glomt/", {"email": alva.email})
    link = next(line for line in letter().body.splitlines() if line.startswith("http"))

    form = client.get(urlsplit(link).path, follow=True)
    chosen = dict.fromkeys(("password1", "password2"), "ett helt nytt lösenord")
    answer = client.post(form.context["action_url"], chosen)

    assert answer["Location"] == "/konto/glomt/klart/"
    assert send(client, alva.email, chosen["password1"])["Location"] == "/"


def test_a_used_link_says_so(client, alva):
    page = client.get("/konto/glomt/1-set-password/")

    assert "Länken gäller inte längre" in page.content.decode()


def test_sign_out_clears_the_browser(client, alva):
    send(client, alva.email)

    answer = client.post("/konto/logga-ut/")

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get("/").status_code == 302


def test_signing_out_other_places_keeps_this_one(client, alva):
    elsewhere = Client()
    send(elsewhere, alva.email)
    send(client, alva.email)

    client.post("/konto/logga-ut-overallt/")

    assert (elsewhere.get("/").status_code, client.get("/").status_code) == (302, 200)
