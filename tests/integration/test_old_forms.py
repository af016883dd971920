"""A form that was opened before one signed in anew: its text is not lost, and not a way in."""

import pytest
from django.test import Client

from tests.cast import sign_in

PLACE = "/val/sprak/"
OWN = "http://testserver"


@pytest.fixture
def strict(db, django_user_model):
    user = django_user_model.objects.create_user("alva@exempel.se", name="Alva Alm")
    return sign_in(Client(enforce_csrf_checks=True), user)


def send(client, origin, **fields):
    told = {"csrfmiddlewaretoken": "gammal", "text": "Tre sidor <om> samverkan", **fields}
    answer = client.post(PLACE, told, headers={"Origin": origin})
    return answer.status_code, answer.content.decode()


def test_an_old_form_can_be_sent_again(strict):
    status, page = send(strict, OWN)

    assert status == 403
    assert 'name="text" value="Tre sidor &lt;om&gt; samverkan"' in page
    assert 'value="gammal"' not in page


def test_a_form_of_another_site_gets_no_button(strict):
    _status, page = send(strict, "https://example.org")

    assert "samverkan" not in page


def test_a_form_with_a_password_is_not_repeated(strict):
    _status, page = send(strict, OWN, password="hemligt")  # noqa: S106 - of nobody

    assert "hemligt" not in page
    assert "samverkan" not in page
