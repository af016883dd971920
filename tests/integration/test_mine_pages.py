"""The participant's own pages: consents, who has looked, wishes, and the way out."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from stegvis.participants.actions.own_pages import open_own_page
from stegvis.participants.models import Consent, ConsentRules, Wish
from tests.cast import sign_in
from tests.consenting import Consenting
from tests.pages import form_with, words_of
from tests.people import consent, looking, row_about

PAGES = ("my_page", "my_consents", "my_log", "my_wishes")


@pytest.fixture
def stage(cast, client):
    stage = Consenting(cast)
    with looking(stage.alva) as viewer:
        stage.user = open_own_page(stage.person, email="asa@exempel.se", viewer=viewer)
    sign_in(client, stage.user)
    return stage


def test_home_is_ones_own_page(client, stage):
    response = client.get("/", follow=True)
    assert response.redirect_chain == [(reverse("my_page"), 302)]
    assert "Hej Åsa" in words_of(response)


@pytest.mark.parametrize("name", PAGES)
def test_the_title_says_nothing(client, stage, name):
    body = client.get(reverse(name)).content.decode()
    assert "<title>Min sida</title>" in body
    assert "Stegvis –" not in body
    assert "no-store" in client.get(reverse(name))["Cache-Control"]


@pytest.mark.parametrize("name", PAGES)
def test_staff_has_no_such_page(client, stage, name):
    sign_in(client, stage.alva)
    assert client.get(reverse(name)).status_code == 404


def test_the_persons_page_is_not_for_the_participant(client, stage):
    assert client.get(reverse("people")).status_code == 404
    assert client.get(reverse("person", args=[stage.person.pk])).status_code == 404


def test_consents_are_told_in_sentences_and_one_is_taken_back(client, stage):
    team = consent(stage.person, stage.alvas, [stage.bos], classes=["ordinary"])
    consent(stage.person, stage.alvas, [], purpose="statistics", classes=[])
    address = reverse("my_consents")
    words = words_of(client.get(address))
    said = f"{stage.alvas.name} får dela vanliga uppgifter om dig med {stage.bos.name}."
    assert said in words
    assert f"{stage.alvas.name} får räkna med dig i sin statistik." in words

    response = client.post(address, {"consents": [str(team.pk)], "do": "some"}, follow=True)

    assert "1 samtycke är tillbakataget" in words_of(response)
    held = Consent.objects.unscoped(reason="t").filter(withdrawn_at=None)
    assert [one.purpose for one in held] == ["statistics"]
    withdrawn = Consent.objects.unscoped(reason="t").get(pk=team.pk)
    assert (withdrawn.withdrawn_by, withdrawn.withdrawn_by_participant) == (stage.user.pk, True)


def test_all_are_taken_back_with_one_button(client, stage):
    for purpose in ("team", "forward"):
        consent(stage.person, stage.alvas, [stage.bos], purpose=purpose)
    response = client.post(reverse("my_consents"), {"do": "all"}, follow=True)
    assert "2 samtycken är tillbakatagna" in words_of(response)


def test_it_is_told_who_has_looked_and_not_by_name(client, stage):
    row_about(stage.person, stage.alvas, "closed")
    sign_in(client, stage.alva)
    client.get(reverse("person", args=[stage.person.pk]))
    sign_in(client, stage.user)

    words = words_of(client.get(reverse("my_log")))

    assert f"Handläggare i insatsen, Enheten, {stage.alvas.name} läste om dig." in words
    assert "Alva Alm" not in words
    assert "Du själv" not in words
    assert "Du själv" in words_of(client.get(reverse("my_log")))


def test_names_are_told_where_the_association_has_decided_so(cast, client, stage):
    ConsentRules.objects.create(association=cast.here, extract_names_staff=True)
    sign_in(client, stage.alva)
    client.get(reverse("person", args=[stage.person.pk]))
    sign_in(client, stage.user)
    assert "Alva Alm, Handläggare i insatsen" in words_of(client.get(reverse("my_log")))


def test_whoever_was_refused_is_told_of_too(cast, client, stage):
    sign_in(client, cast.cecilia)
    client.get(reverse("person", args=[stage.person.pk]))
    sign_in(client, stage.user)
    assert "försökte läsa om dig, men fick inte" in words_of(client.get(reverse("my_log")))


def test_the_extract_is_a_pdf_with_every_row(client, stage):
    sign_in(client, stage.alva)
    for _time in range(3):
        client.get(reverse("person", args=[stage.person.pk]))
    sign_in(client, stage.user)
    pages = PdfReader(io.BytesIO(client.get(reverse("my_log_file")).content)).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert text.count("läste om dig") == 3
    assert "Medarbetarnas namn är inte med." in text


def test_something_is_asked_for_and_answered(client, stage):
    address = reverse("my_wishes")
    form = {"kind": "exception", "text": "Bo ska inte få läsa om mig"}
    assert "Skickat. Svaret kommer här." in words_of(client.post(address, form, follow=True))
    sign_in(client, stage.alva)
    page = words_of(client.get(reverse("person", args=[stage.person.pk])))
    assert "Bo ska inte få läsa om mig – Läs och svara" in page
    with looking(stage.alva) as viewer:
        (wish,) = Wish.objects.visible_to(viewer)
    where = reverse("answer_wish", args=[stage.person.pk, wish.pk])
    assert form_with(client.get(where), "text") != {}
    client.post(where, {"text": "Nu är det stängt för Bo."})
    sign_in(client, stage.user)
    assert "Svar: Nu är det stängt för Bo." in words_of(client.get(address))


def test_the_page_is_left_at_once(client, stage):
    response = client.post(reverse("leave_page"))

    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    left = client.get(response["Location"])
    assert "Sidan är stängd" in words_of(left)
    assert "Stegvis" not in left.content.decode()
    assert left["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.get(reverse("my_page")).status_code == 302
