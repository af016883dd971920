"""A case worker attaches a certificate, takes it home, and takes it away again."""

from pathlib import Path

import pytest
from django.db import transaction

from stegvis.organisations.models import Membership
from tests import hostile_attachments as made
from tests.people import agency_of, involve, participant

LONG = 30_000  # milliseconds: the two cores may be busy with something else


@pytest.fixture
def person_page(page, cast, signed_in_as):
    Membership.objects.filter(user=cast.alva).update(role="case_worker")
    with transaction.atomic():
        person = participant(agency_of(cast.alva))
        involve(cast.alva, person)
    page.set_default_timeout(LONG)
    signed_in_as(cast.alva)
    page.goto(f"/personer/{person.pk}/")
    return page


def choose(page, content):
    sent = {"name": "Läkarintyg Öberg.pdf", "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("Fil", exact=True).set_input_files(sent)
    page.get_by_role("button", name="Bifoga filen").click()


def test_a_certificate_comes_and_goes(person_page, check_accessible):
    person_page.get_by_role("link", name="Bifoga en fil").click()
    check_accessible(person_page)

    choose(person_page, made.locked())
    person_page.get_by_text("är skyddad med lösenord").first.wait_for()
    check_accessible(person_page)

    choose(person_page, made.pdf(made.telling))
    person_page.get_by_text("Filen är bifogad.").wait_for()
    check_accessible(person_page)

    with person_page.expect_download() as taken:
        person_page.get_by_role("link", name="Läkarintyg Öberg.pdf", exact=True).click()
    assert taken.value.suggested_filename == "Läkarintyg Öberg.pdf"
    assert made.TELLS.encode() not in Path(taken.value.path()).read_bytes()

    person_page.get_by_role("link", name="Ta bort Läkarintyg Öberg.pdf").click()
    check_accessible(person_page)
    person_page.get_by_label("Varför tas filen bort?").fill("Fel person")
    person_page.get_by_role("button", name="Ta bort filen").click()
    person_page.get_by_text("Inga filer än.").wait_for()
