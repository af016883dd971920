"""Telling on purpose, on screen: chosen, previewed, sent, received."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from stegvis.core.models import AccessEntry, StoredFile
from stegvis.organisations.models import Membership
from stegvis.participants.models import Attachment, ContactSafety, Disclosure
from stegvis.participants.queries.disclosures import copy_of
from stegvis.reports.calculations.disclosed import in_groups
from tests.cast import sign_in
from tests.consenting import Consenting
from tests.pages import form_with, words_of
from tests.people import agency_of, consent, involve, looking, participant


@pytest.fixture
def stage(cast, client):
    stage = Consenting(cast)
    consent(stage.person, stage.alvas, [stage.bos], purpose="forward")
    with looking(cast.alva):
        fields = {"person": stage.person, "owner": stage.alvas, "about": "sensitive"}
        ContactSafety.objects.create(**fields, phone="070-1740605")
        file = StoredFile.objects.create(
            name="intyg.txt", media_type="text/plain", size=5, digest="0", content=b"Intyg"
        )
        stage.file = Attachment.objects.create(
            **fields, file=file, title="intyg.txt", kind="certificate", added_by=cast.alva.pk
        )
    sign_in(client, cast.alva)
    return stage


def chosen(stage, **fields):
    given = {
        "to": f"{stage.bos.pk}:{stage.bo.pk}",
        "what": ["contact.phone", f"file.{stage.file.pk}"],
        "ground": "consent",
        "purpose": "Remiss",
        "do": "preview",
    }
    return given | fields


def address(stage):
    return reverse("disclose", args=[stage.person.pk])


def told(client, stage):
    preview = client.post(address(stage), chosen(stage))
    return client.post(address(stage), form_with(preview, "seen") | chosen(stage, do="send"))


def test_the_form_offers_what_one_sees(client, stage):
    words = words_of(client.get(address(stage)))
    assert "Telefon: 070-1740605" in words
    assert "Handling: intyg.txt" in words
    assert "Bo Berg" in words


def test_nothing_leaves_before_it_has_been_shown(client, stage):
    preview = client.post(address(stage), chosen(stage))

    words = words_of(preview)
    assert "Det här skickas" in words
    assert "Namn Åsa Öberg Telefon 070-1740605 Handling intyg.txt" in words
    assert f"{stage.bos.name}, Bo Berg" in words
    assert not Disclosure.objects.unscoped(reason="t").exists()


def test_what_was_shown_is_sent_and_received(client, stage):
    response = told(client, stage)

    words = words_of(client.get(response.url))
    assert "Uppgifterna är utlämnade. En kopia är sparad." in words
    assert "Mottaget Inte än" in words
    sign_in(client, stage.bo)
    assert "Åsa Öberg" in words_of(client.get(reverse("received")))
    (one,) = Disclosure.objects.unscoped(reason="t")
    copy = reverse("received_copy", args=[one.pk])
    assert "070-1740605" in words_of(client.get(copy))
    file = client.get(reverse("received_file", args=[one.pk, 2]))
    assert (file.content, file["Content-Type"]) == (b"Intyg", "text/plain")
    assert client.get(reverse("received_file", args=[one.pk, 1])).status_code == 404
    assert client.get(reverse("received_file", args=[one.pk, 9])).status_code == 404
    marked = client.post(reverse("mark_received", args=[one.pk]), follow=True)
    assert "Avsändaren ser nu att du har tagit emot uppgifterna." in words_of(marked)
    sign_in(client, stage.alva)
    assert "Bo Berg" in words_of(client.get(response.url))


def test_a_consent_withdrawn_between_preview_and_send_stops_it(client, stage):
    preview = form_with(client.post(address(stage), chosen(stage)), "seen")
    client.post(
        reverse("withdraw_consents", args=[stage.person.pk]),
        {"consents": [str(one) for one in consents(stage)]},
    )

    response = client.post(address(stage), preview | chosen(stage, do="send"))

    assert "Inget samtycke som gäller i dag räcker till det här." in words_of(response)
    assert not Disclosure.objects.unscoped(reason="t").exists()


def consents(stage):
    return [one.pk for one in stage.person.consents.unscoped(reason="t")]


def test_what_has_changed_since_the_preview_is_shown_again(client, stage):
    preview = form_with(client.post(address(stage), chosen(stage)), "seen")
    with looking(stage.alva) as viewer:
        contact = ContactSafety.objects.visible_to(viewer).get()
        contact.phone = "070-9990000"
        contact.save()

    response = client.post(address(stage), preview | chosen(stage, do="send"))

    words = words_of(response)
    assert "Uppgifterna har ändrats sedan du såg dem." in words
    assert "070-9990000" in words
    assert not Disclosure.objects.unscoped(reason="t").exists()


def test_one_may_go_back_and_change(client, stage):
    response = client.post(address(stage), chosen(stage, do="change"))
    assert form_with(response, "purpose")["purpose"] == "Remiss"


def test_what_is_wrong_is_told(client, stage):
    response = client.post(address(stage), chosen(stage, ground="law"))
    assert "Skriv vilken paragraf" in words_of(response)


def test_the_receipt_says_what_kinds_and_is_logged_as_printed(client, stage):
    told(client, stage)
    (one,) = Disclosure.objects.unscoped(reason="t")
    place = [stage.person.pk, one.pk]
    words = words_of(client.get(reverse("disclosure_receipt", args=place)))
    assert "Kvitto på utlämnande" in words
    assert "070-1740605" not in words
    assert AccessEntry.objects.latest("id").action == "PRINT"


@pytest.mark.parametrize("is_sender", [True, False])
def test_both_take_home_a_receipt_and_the_copy_that_belong_together(client, stage, is_sender):
    told(client, stage)
    (one,) = Disclosure.objects.unscoped(reason="t")
    names, place = ("received_receipt", "received_copy_file"), [one.pk]
    if is_sender:
        names, place = ("receipt_file", "copy_file"), [stage.person.pk, one.pk]
    else:
        sign_in(client, stage.bo)

    receipt, copy = (client.get(reverse(name, args=place)) for name in names)

    taken = AccessEntry.objects.order_by("-id").values_list("action", "person")[:2]
    assert list(taken) == [("EXPORT", stage.person.pk)] * 2
    kept = in_groups(copy_of(one).fingerprint)
    assert (kept in text_of(receipt), kept in text_of(copy)) == (True, True)
    assert ("070-1740605" in text_of(receipt), "070-1740605" in text_of(copy)) == (False, True)
    assert "Intyg" in text_of(copy)


def test_what_the_sender_weighed_is_on_the_sender_s_receipt_only(client, stage):
    weighed = chosen(stage, ground="necessity", why="Hen har inget hem")
    preview = client.post(address(stage), weighed)
    client.post(address(stage), form_with(preview, "seen") | weighed | {"do": "send"})
    (one,) = Disclosure.objects.unscoped(reason="t")

    senders = text_of(client.get(reverse("receipt_file", args=[stage.person.pk, one.pk])))
    sign_in(client, stage.bo)
    recipients = text_of(client.get(reverse("received_receipt", args=[one.pk])))

    assert ("inget hem" in senders, "inget hem" in recipients) == (True, False)


def test_the_sender_has_the_file_as_it_was_told(client, stage):
    told(client, stage)
    (one,) = Disclosure.objects.unscoped(reason="t")
    place = [stage.person.pk, one.pk]

    files = [client.get(reverse("told_file", args=[*place, number])) for number in range(4)]

    assert [file.status_code for file in files] == [404, 404, 200, 404]
    assert files[2].content == b"Intyg"


def test_a_third_person_has_neither_receipt_nor_copy(cast, client, stage):
    told(client, stage)
    (one,) = Disclosure.objects.unscoped(reason="t")
    Membership.objects.filter(user=cast.cecilia).update(role="case_worker")
    sign_in(client, cast.cecilia)
    of_person = [reverse(x, args=[stage.person.pk, one.pk]) for x in ("receipt_file", "copy_file")]
    received = [reverse(x, args=[one.pk]) for x in ("received_receipt", "received_copy_file")]

    assert [client.get(x).status_code for x in (*of_person, *received)] == [404] * 4


def test_who_may_know_of_it_and_was_not_told_has_no_copy_to_open(client, stage):
    consent(stage.person, stage.alvas, [stage.bos])
    said = {"ground": "law", "purpose": "Remiss", "content": "{}", "outside": "Rektorn"}
    with looking(stage.alva):
        told_of = Disclosure.objects.create(
            person=stage.person, owner=stage.alvas, sent_by=stage.alva.pk, **said
        )
    sign_in(client, stage.bo)

    page = client.get(reverse("person", args=[stage.person.pk]))

    assert "Rektorn" in words_of(page)
    assert str(told_of.pk) not in page.content.decode()


def test_the_log_has_the_ground_and_the_recipient(client, stage):
    told(client, stage)
    row = AccessEntry.objects.get(action="DISCLOSE")
    assert row.ground.split(",")[0] == "consent"
    assert row.purpose == f"utlämnande till {stage.bos.name}"
    assert row.about == "identity,sensitive"


def test_a_third_person_finds_nothing(cast, client, stage):
    told(client, stage)
    (one,) = Disclosure.objects.unscoped(reason="t")
    sign_in(client, cast.cecilia)
    for name in ("received_copy", "mark_received"):
        assert client.get(reverse(name, args=[one.pk])).status_code in {404, 405}
    assert "Inget mottaget" in words_of(client.get(reverse("received")))


def test_who_only_knows_the_name_tells_nothing(client, cast, stage):
    other = participant(agency_of(cast.bo), "Annan")
    involve(cast.alva, other, classes=[])
    where = reverse("disclose", args=[other.pk])
    assert "Du lämnar ut uppgifter om dem som du arbetar med." in words_of(client.get(where))
    client.post(where, chosen(stage, do="send"))
    assert not Disclosure.objects.unscoped(reason="t").exists()
    assert client.get(reverse("log_extract", args=[other.pk])).status_code == 404


def test_the_recipient_has_the_copy_and_not_what_the_sender_weighed(client, stage):
    told(client, stage)
    (one,) = Disclosure.objects.unscoped(reason="t")
    sign_in(client, stage.bo)
    place = reverse("disclosure", args=[stage.person.pk, one.pk])
    page = client.get(reverse("person", args=[stage.person.pk])).content.decode()
    assert client.get(place).status_code == 404
    assert reverse("received_copy", args=[one.pk]) in page
    assert place not in page


@pytest.mark.parametrize(
    ("name", "is_named"), [("log_extract", False), ("log_extract_named", True)]
)
def test_an_extract_of_the_log_is_handed_over(client, stage, name, is_named):
    client.get(reverse("person", args=[stage.person.pk]))
    response = client.get(reverse(name, args=[stage.person.pk]))
    assert response.content.startswith(b"%PDF")
    assert ("Alva Alm" in text_of(response)) is is_named


def text_of(response):
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_a_partner_has_an_extract_of_its_own_readings(client, stage):
    client.get(reverse("person", args=[stage.person.pk]))
    sign_in(client, stage.bo)
    page = client.get(reverse("person", args=[stage.person.pk]))

    assert "Loggutdrag (PDF)" in words_of(page)
    text = text_of(client.get(reverse("log_extract_named", args=[stage.person.pk])))
    assert ("Bo Berg" in text, "Alva Alm" in text) == (True, False)
