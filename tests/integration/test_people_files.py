"""Files about a person: by whom they are added, read and taken away, and what the log says."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stegvis.core.models import AccessEntry, StoredFile
from stegvis.core.values.privacy import About
from stegvis.core.values.remembered import remembering
from stegvis.organisations.models import Membership
from stegvis.participants.models import Attachment
from stegvis.participants.queries.persons import person_of
from stegvis.web.people.sections.files import section
from tests import hostile_attachments as made
from tests.cast import sign_in
from tests.people import agency_of, consent, involve, looking, participant

pytestmark = pytest.mark.django_db
NAME = "intyg Öberg.pdf"


@pytest.fixture
def alva(client, cast):
    Membership.objects.filter(user=cast.alva).update(role="case_worker")
    return sign_in(client, cast.alva)


@pytest.fixture
def person(cast):
    found = participant(agency_of(cast.alva))
    involve(cast.alva, found)
    return found


def sent(cast, content=None, name=NAME, **fields):
    file = SimpleUploadedFile(name, made.pdf(made.telling) if content is None else content)
    owner = str(agency_of(cast.alva).pk)
    told = {"file": file, "kind": "certificate", "owner": owner, "about": "sensitive"}
    return {**told, **fields}


def attached(client, cast, person, **fields):
    answer = client.post(f"/personer/{person.pk}/filer/", sent(cast, **fields))
    assert answer.status_code == 302
    return all_files().get()


def all_files():
    return Attachment.objects.unscoped(reason="a test")


def place(one):
    return f"/personer/{one.person_id}/filer/{one.pk}/"


def logged(action):
    return [one.about for one in AccessEntry.objects.filter(action=action)]


def test_file_is_kept_without_what_it_tells(alva, cast, person):
    kept = attached(alva, cast, person)

    assert (kept.title, kept.about, kept.kind) == (NAME, "sensitive", "certificate")
    assert made.TELLS.encode() not in bytes(kept.file.content)
    assert kept.file.name == "bilaga.pdf"
    assert logged("CREATE") == ["identity,sensitive"]


def test_person_page_lists_the_file_and_tells_what_was_left_out(alva, cast, person):
    kept = attached(alva, cast, person)

    told = alva.get(f"/personer/{person.pk}/").text

    assert place(kept) in told
    assert "Uppgifter om vem som gjort filen, när, var och med vad följer inte med." in told


def test_file_is_taken_home_and_never_shown(alva, cast, person):
    kept = attached(alva, cast, person)

    answer = alva.get(place(kept))

    assert answer.content == bytes(kept.file.content)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == ("attachment; filename*=utf-8''intyg%20%C3%96berg.pdf")
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert logged("EXPORT") == ["identity,sensitive"]


def test_file_of_another_person_is_missing(alva, cast, person):
    other = participant(agency_of(cast.alva))
    involve(cast.alva, other)
    kept = attached(alva, cast, person)

    assert alva.get(f"/personer/{other.pk}/filer/{kept.pk}/").status_code == 404
    assert alva.get(f"/personer/{other.pk}/filer/{kept.pk}/ta-bort/").status_code == 404


def test_file_in_a_class_that_one_does_not_have_is_missing(alva, client, cast, person):
    kept = attached(alva, cast, person)
    involve(cast.bo, person, agency=agency_of(cast.alva), classes=[About.ORDINARY])

    sign_in(client, cast.bo)

    assert client.get(place(kept)).status_code == 404
    assert place(kept) not in client.get(f"/personer/{person.pk}/").text


def test_file_of_another_agency_is_read_by_consent_and_not_removed(alva, client, cast, person):
    kept = attached(alva, cast, person)
    involve(cast.bo, person)
    sign_in(client, cast.bo)
    assert client.get(place(kept)).status_code == 404

    consent(person, agency_of(cast.alva), [agency_of(cast.bo)])

    assert client.get(place(kept)).status_code == 200
    assert f"{place(kept)}ta-bort/" not in client.get(f"/personer/{person.pk}/").text


def test_removed_file_leaves_who_and_why(alva, cast, person):
    kept = attached(alva, cast, person)
    answer = alva.post(f"{place(kept)}ta-bort/", {"why": "Fel person"})

    gone = all_files().get()
    assert answer.status_code == 302
    assert (gone.file, gone.removed_by, gone.removed_why) == (None, cast.alva.pk, "Fel person")
    assert StoredFile.objects.count() == 0
    assert alva.get(place(kept)).status_code == 404
    assert logged("DELETE") == ["identity,sensitive"]


def test_removal_asks_why(alva, cast, person):
    kept = attached(alva, cast, person)

    assert alva.post(f"{place(kept)}ta-bort/", {"why": " "}).status_code == 200
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize("fields", [{"about": "closed"}, {"owner": "x"}, {"kind": "x"}])
def test_what_is_not_offered_is_not_taken(alva, cast, person, fields):
    answer = alva.post(f"/personer/{person.pk}/filer/", sent(cast, **fields))

    assert answer.status_code == 200
    assert all_files().count() == 0


def test_hostile_file_is_refused_in_a_sentence(alva, cast, person):
    answer = alva.post(f"/personer/{person.pk}/filer/", sent(cast, made.locked()))

    assert "är skyddad med lösenord eller begränsningar" in answer.text
    assert all_files().count() == 0


def test_file_is_refused_when_the_scanner_is_away(alva, cast, person, settings, tmp_path):
    settings.STEGVIS_CLAMD = str(tmp_path / "clamd.sock")

    answer = alva.post(f"/personer/{person.pk}/filer/", sent(cast))

    assert "sökningen efter skadlig kod inte svarar" in answer.text
    assert StoredFile.objects.count() == 0


def test_one_who_only_reads_may_not_attach(client, cast, person):
    sign_in(client, cast.alva)  # leads the programme, and records nothing about persons

    assert client.get(f"/personer/{person.pk}/filer/").status_code == 404


def test_one_who_knows_the_name_only_is_told_why(alva, cast):
    person = participant(agency_of(cast.alva))
    involve(cast.alva, person, classes=[])

    answer = alva.get(f"/personer/{person.pk}/filer/")

    assert "Du kan läsa men inte bifoga filer här." in answer.text


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_files_costs_the_same(alva, cast, person, number, django_assert_num_queries):
    for _one in range(number):
        alva.post(f"/personer/{person.pk}/filer/", sent(cast, b"text", "a.txt"))

    with looking(cast.alva) as viewer:
        seen = person_of(viewer, person.pk)
        with remembering(), django_assert_num_queries(4):
            assert len(section(viewer, seen).told["rows"]) == number


@pytest.mark.parametrize(("address", "told"), [("", 1), ("clamd:3310", 0)])
def test_administrator_is_told_when_nothing_scans(client, cast, settings, address, told):
    settings.STEGVIS_CLAMD = address
    Membership.objects.filter(user=cast.disa).update(role="administrator")

    page = sign_in(client, cast.disa).get(reverse("administration")).text

    assert page.count("Bifogade filer söks inte igenom efter skadlig kod") == told
