"""The pages where consents and exceptions are taken, withdrawn, made and ended."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stegvis.core.models import AccessEntry
from stegvis.organisations.models import User
from stegvis.participants.models import Consent, ConsentException, Signing
from tests.cast import sign_in
from tests.consenting import Consenting
from tests.pages import form_with, words_of
from tests.people import agency_of, consent, exception, row_about, today


@pytest.fixture
def stage(cast, client):
    stage = Consenting(cast).texts()
    sign_in(client, cast.alva)
    return stage


def where(name, stage, *more):
    return reverse(name, args=[stage.person.pk, *more])


def rows(model):
    return model.objects.unscoped(reason="t")


def taken(client, stage, **fields):
    address = where("take_consent", stage)
    given = {
        "sender": str(stage.alvas.pk),
        "form": "oral",
        "signed_on": today().isoformat(),
        "note": "Sagt vid mötet",
        "team": "on",
        "team_to": [str(stage.bos.pk)],
        "team_classes": ["ordinary"],
        "team_last": (today() + timedelta(days=30)).isoformat(),
    }
    return client.post(address, given | fields)


def test_a_consent_is_taken_and_stands_on_the_page(client, stage):
    response = taken(client, stage)

    assert response.status_code == 302
    words = words_of(client.get(response.url))
    last = today() + timedelta(days=30)
    assert "Samtycket är sparat" in words
    assert f"{stage.bos.name} till {last}" in words
    assert "Muntligt, antecknat. Sagt vid mötet" in words
    (one,) = rows(Consent)
    assert (one.purpose, one.ends_on) == ("team", last + timedelta(days=1))


def test_what_is_wrong_is_told_and_what_was_typed_is_kept(client, stage):
    response = taken(client, stage, team_to=[], note="Så sades det")

    assert "Samarbete i teamet: välj minst en mottagare." in words_of(response)
    assert form_with(response, "note")["note"] == "Så sades det"
    assert not rows(Signing).exists()


def test_the_usual_period_is_that_of_the_text(client, stage):
    form = form_with(client.get(where("take_consent", stage)), "team_last")

    assert form["team_last"] > (today() + timedelta(days=300)).isoformat()
    assert form["sender"] == str(stage.alvas.pk)


@pytest.mark.parametrize(("years", "is_told"), [(17, True), (18, True), (19, False)])
def test_it_is_told_that_somebody_may_be_a_minor(cast, client, years, is_told):
    stage = Consenting(cast, birth_year=today().year - years)
    sign_in(client, cast.alva)
    words = words_of(client.get(where("take_consent", stage)))
    assert ("Personen kan vara under 18 år" in words) is is_told


def test_without_texts_there_is_nothing_to_agree_to(cast, client):
    stage = Consenting(cast)
    sign_in(client, cast.alva)
    words = words_of(client.get(where("take_consent", stage)))
    assert "Det finns inga texter att samtycka till" in words


def test_one_consent_of_two_is_withdrawn(client, stage):
    team = consent(stage.person, stage.alvas, [stage.bos])
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    address = where("withdraw_consents", stage)
    assert "Samarbete i teamet: från" in words_of(client.get(address))

    response = client.post(address, {"consents": [str(team.pk)]}, follow=True)

    words = words_of(response)
    assert "1 samtycke är tillbakataget och gäller inte längre." in words
    assert f"Tillbakataget {today()}" in words
    assert [one.purpose for one in rows(Consent).filter(withdrawn_at=None)] == ["forward"]


def test_nothing_is_withdrawn_unless_something_is_chosen(client, stage):
    consent(stage.person, stage.alvas, [stage.bos])
    response = client.post(where("withdraw_consents", stage), {})
    assert "Kryssa för minst ett samtycke." in words_of(response)
    assert rows(Consent).filter(withdrawn_at=None).count() == 1


def test_an_exception_is_made_and_ended(client, stage):
    form = {"against": f"user:{stage.bo.pk}", "starts_on": today().isoformat(), "why": "Släkt"}
    response = client.post(where("new_exception", stage), form, follow=True)
    words = words_of(response)
    assert "Bo Berg ser inte personen alls." in words
    assert "Släkt" in words
    one = rows(ConsentException).get()
    assert (one.against_user_id, one.against_agency_id, one.owner_id) == (stage.bo.pk, None, None)

    response = client.post(where("exception_end", stage, one.pk), follow=True)

    assert "Undantaget är avslutat." in words_of(response)
    assert not rows(ConsentException).exists()


def test_an_exception_against_an_agency_says_what_it_shuts(client, stage):
    exception(stage.person, against_agency=stage.bos, owner=stage.alvas, classes=["sensitive"])
    words = words_of(client.get(reverse("person", args=[stage.person.pk])))
    assert f"{stage.bos.name} får inte läsa känsliga uppgifter från {stage.alvas.name}." in words


def test_an_exception_that_is_wrong_is_told(client, stage):
    form = {"starts_on": today().isoformat(), "last": (today() - timedelta(days=1)).isoformat()}
    response = client.post(where("new_exception", stage), form)
    assert "Undantagets sista dag kommer före den första." in words_of(response)


def test_a_partner_reads_of_consents_but_not_how_another_agency_took_them(cast, client, stage):
    consent(stage.person, stage.alvas, [agency_of(cast.disa)])
    row_about(stage.person, stage.bos, "ordinary")
    sign_in(client, stage.bo)
    words = words_of(client.get(reverse("person", args=[stage.person.pk])))
    assert "Samarbete i teamet" in words
    assert "På papper, inskannat" not in words


PAGES = ("take_consent", "withdraw_consents", "new_exception", "own_page")


@pytest.mark.parametrize("name", PAGES)
def test_who_does_not_see_the_person_finds_no_page(cast, client, stage, name):
    sign_in(client, cast.cecilia)
    assert client.get(where(name, stage)).status_code == 404
    assert client.post(where(name, stage), {}).status_code == 404


def test_a_page_of_ones_own_is_given(client, stage, settings):
    settings.STEGVIS_SENDS_LETTERS = True
    response = client.post(where("own_page", stage), {"email": "asa@exempel.se"}, follow=True)
    assert "Deltagare får ett brev till asa@exempel.se" in words_of(response)


LINK = re.compile(r"http://testserver(/konto/glomt/[^<]+)<")


@pytest.fixture
def letter(client, stage, settings):
    settings.STEGVIS_SENDS_LETTERS = False
    return client.post(where("own_page", stage), {"email": "asa@exempel.se"})


def opens(client, link):
    page = client.get(link, follow=True)
    return "token_fail" not in page.context or not page.context["token_fail"]


def test_without_letters_who_works_with_them_gets_one_on_paper_once(client, stage, letter):
    (link,) = LINK.findall(letter.content.decode())

    assert "asa@exempel.se" in words_of(letter)
    assert LINK.findall(client.get(where("person", stage)).content.decode()) == []
    entry = AccessEntry.objects.filter(purpose="own_page").get()
    assert (entry.person, entry.user) == (stage.person.pk, stage.alva.pk)
    assert opens(Client(), link)


def test_a_new_letter_ends_the_one_before(client, stage, letter):
    (first,) = LINK.findall(letter.content.decode())
    again = client.post(where("own_page_letter", stage))
    (second,) = LINK.findall(again.content.decode())

    assert (opens(Client(), first), opens(Client(), second)) == (False, True)
    assert AccessEntry.objects.filter(purpose="own_page_letter").count() == 1


def test_of_a_page_in_use_no_letter_is_written(client, stage, letter):
    User.objects.filter(email="asa@exempel.se").update(last_login=timezone.now())

    answer = client.post(where("own_page_letter", stage))

    assert (answer.status_code, LINK.findall(answer.content.decode())) == (409, [])
