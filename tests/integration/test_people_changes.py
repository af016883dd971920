"""Who a person is, how they are reached, who acts for them, and who may see the protected."""

import re

import pytest
from django.test import Client

from stegvis.core.actions import row_security
from stegvis.organisations.models import Membership, User
from stegvis.participants.models import ContactSafety, Involvement, Person, Representative
from tests.cast import JOINED, sign_in
from tests.people import agency_of, involve, participant

pytestmark = pytest.mark.django_db
VERSION = re.compile(r'name="version" value="(\d+)"')


@pytest.fixture
def alva(cast):
    Membership.objects.filter(user=cast.alva).update(role="leading_case_worker")
    return sign_in(Client(), cast.alva)


@pytest.fixture
def colleague(cast):
    user = User.objects.create_user("kim@exempel.se", name="Kim Kvist")
    Membership.objects.create(
        user=user,
        association=cast.here,
        unit=cast.alva.memberships.get().unit,
        role="case_worker",
        starts_on=JOINED,
    )
    return user


@pytest.fixture
def person(cast):
    found = participant(agency_of(cast.alva), municipality="Älvnäs kommun")
    involve(cast.alva, found)
    return found


def kept(model, **asked):
    with row_security.unscoped(reason="a test"):
        return list(model.objects.unscoped(reason="a test").filter(**asked))


def identity(**changed):
    told = {"given_name": "Åsa", "family_name": "Öberg", "gender": "woman", "version": "1"}
    return told | changed


CONTACT = {"phone": "070-1740605", "may_call": "on", "note": "Efter fem.", "version": "1"}


def test_who_a_person_is_is_changed(alva, person):
    alva.post(f"/personer/{person.pk}/andra/", identity(family_name="Ek", birth_year="1998"))

    (found,) = kept(Person)
    assert (str(found), found.birth_year, found.version) == ("Åsa Ek", 1998, 2)
    assert found.family_key == "ek"


def test_secret_from_guardians_is_told_on_every_page(alva, person):
    alva.post(f"/personer/{person.pk}/andra/", identity() | {"secret_from_guardians": "on"})

    for page in ("", "kontakt/", "skydd/"):
        assert "Hemligt för vårdnadshavare" in alva.get(f"/personer/{person.pk}/{page}").text


def test_number_tells_year_and_gender_and_neither_is_asked(alva, cast):
    person = participant(agency_of(cast.alva), number_kind="personal", gender="man")
    involve(cast.alva, person)

    alva.post(f"/personer/{person.pk}/andra/", identity(gender="woman", birth_year="1900"))

    (found,) = kept(Person)
    assert (found.gender, found.birth_year, found.version) == ("man", None, 2)


def test_two_who_change_at_once_are_shown_both_texts(alva, cast, person, colleague):
    involve(colleague, person)
    address = f"/personer/{person.pk}/andra/"
    sign_in(Client(), colleague).post(address, identity(family_name="Kims val"))

    answer = alva.post(address, identity(family_name="Alvas val"))

    assert answer.status_code == 409
    assert "Någon annan har ändrat" in answer.text
    assert "Kims val" in answer.text
    assert 'value="Alvas val"' in answer.text
    assert [one.family_name for one in kept(Person)] == ["Kims val"]
    (version,) = VERSION.findall(answer.text)
    again = alva.post(address, identity(family_name="Alvas val", version=version))
    assert again.status_code == 302
    assert [one.family_name for one in kept(Person)] == ["Alvas val"]


def test_nothing_is_allowed_until_somebody_has_asked(alva, person):
    assert "Ring inte och skriv inte" in alva.get(f"/personer/{person.pk}/").text


def test_contact_says_what_is_allowed_and_what_is_not(alva, person):
    alva.post(f"/personer/{person.pk}/kontakt/", CONTACT)

    told = alva.get(f"/personer/{person.pk}/").text
    assert "Vi får ringa." in told
    assert "Vi får inte lämna meddelande, skicka sms, skicka e-post, skicka brev." in told
    assert "070-1740605" in told


def test_contact_is_of_ones_own_agency_and_others_do_not_see_it(alva, cast, person):
    involve(cast.bo, person)
    alva.post(f"/personer/{person.pk}/kontakt/", CONTACT)

    bo = sign_in(Client(), cast.bo)
    assert "070-1740605" not in bo.get(f"/personer/{person.pk}/").text
    bo.post(f"/personer/{person.pk}/kontakt/", CONTACT | {"phone": "070-1740606"})
    assert {one.owner for one in kept(ContactSafety)} == {agency_of(cast.alva), agency_of(cast.bo)}


def test_first_contact_that_two_write_at_once_is_shown_to_the_second(alva, person, colleague):
    involve(colleague, person)
    address = f"/personer/{person.pk}/kontakt/"
    sign_in(Client(), colleague).post(address, CONTACT)
    sign_in(Client(), colleague).post(address, CONTACT | {"note": "Kims ord"})

    answer = alva.post(address, CONTACT | {"note": "Alvas ord"})

    assert answer.status_code == 409
    assert "Kims ord" in answer.text
    assert "Alvas ord" in answer.text


def test_representative_has_a_time_and_what_they_may_sign(alva, person):
    sent = {
        "kind": "god_man",
        "name": "Gun God",
        "may_sign": ["team"],
        "starts_on": "2026-01-01",
        "version": "1",
    }
    address = f"/personer/{person.pk}/foretradare/"

    alva.post(address, sent)
    (one,) = kept(Representative)
    alva.post(f"{address}{one.pk}/", sent | {"ends_on": "2026-02-01"})

    told = alva.get(f"/personer/{person.pk}/").text
    assert "God man:" in told
    assert "Från 2026-01-01 till 2026-02-01. Får skriva under: Samarbete i teamet." in told
    assert kept(Representative)[0].version == 2


def test_representative_does_not_end_before_they_begin(alva, person):
    answer = alva.post(
        f"/personer/{person.pk}/foretradare/",
        {"kind": "god_man", "name": "G", "starts_on": "2026-01-01", "ends_on": "2026-01-01"},
    )

    assert "Slutet kommer inte efter början." in answer.text


@pytest.mark.parametrize("page", ["andra/", "kontakt/", "foretradare/", "skydd/"])
def test_those_who_see_the_name_only_change_nothing(cast, person, page):
    involve(cast.bo, person, classes=[])
    sent = identity() | CONTACT | {"kind": "god_man", "name": "G", "starts_on": "2026-01-01"}
    sent |= {"protection": "marked", "why": "x"}
    bo = sign_in(Client(), cast.bo)
    address = f"/personer/{person.pk}/{page}"

    assert "Du kan läsa men inte ändra här." in bo.get(address).text
    assert "Du kan läsa men inte ändra här." in bo.post(address, sent).text
    assert kept(Person)[0].version == 1
    assert kept(Representative) == kept(ContactSafety) == []


def protected(browser, person, **changed):
    sent = {"protection": "marked", "why": "Beslut i dag.", "version": "1"} | changed
    return browser.post(f"/personer/{person.pk}/skydd/", sent)


def test_protection_hides_the_person_from_all_but_the_named(alva, cast, person):
    involve(cast.bo, person)

    assert protected(alva, person).status_code == 302

    assert alva.get(f"/personer/{person.pk}/").status_code == 200
    bo = sign_in(Client(), cast.bo)
    assert bo.get(f"/personer/{person.pk}/").status_code == 404
    assert "Öberg" not in bo.get("/personer/").text
    assert "Ingen som du ser passar" in bo.post("/personer/sok/", {"sought": "öberg"}).text
    assert "Beslut i dag." in alva.get(f"/personer/{person.pk}/skydd/").text


def test_protection_forgets_where_the_person_lives(alva, person):
    alva.post(f"/personer/{person.pk}/kontakt/", CONTACT | {"address": "Hemgatan 1"})
    assert "Hemgatan 1" in alva.get(f"/personer/{person.pk}/").text

    protected(alva, person)

    told = alva.get(f"/personer/{person.pk}/").text
    assert "Hemgatan" not in told
    assert "Älvnäs kommun" not in told
    assert kept(ContactSafety)[0].address == ""
    alva.post(
        f"/personer/{person.pk}/kontakt/",
        CONTACT | {"address": "Hemgatan 2", "may_post": "on", "version": "2"},
    )
    (card,) = kept(ContactSafety)
    assert (card.address, card.may_post) == ("", False)
    assert kept(Person)[0].municipality == ""


def test_list_is_managed_by_those_on_it(alva, cast, person, colleague):
    protected(alva, person)
    kims = sign_in(Client(), colleague)
    lists = f"/personer/{person.pk}/skydd/lista/"
    assert kims.post(lists, {"do": "on", "user": str(colleague.pk)}).status_code == 404

    alva.post(lists, {"do": "on", "user": str(colleague.pk)})

    assert kims.get(f"/personer/{person.pk}/").status_code == 200
    assert kims.post(lists, {"do": "off", "user": str(cast.alva.pk)}).status_code == 302
    assert alva.get(f"/personer/{person.pk}/").status_code == 404


def test_last_on_the_list_stays(alva, cast, person):
    protected(alva, person)

    answer = alva.post(
        f"/personer/{person.pk}/skydd/lista/", {"do": "off", "user": str(cast.alva.pk)}
    )

    assert answer.status_code == 409
    assert "Någon måste stå på listan." in answer.text


@pytest.mark.parametrize("user", ["disa", "cecilia", "x"])
def test_only_colleagues_and_the_involved_come_on_the_list(alva, cast, person, user):
    protected(alva, person)
    chosen = str(getattr(cast, user).pk) if user != "x" else "x"

    answer = alva.post(f"/personer/{person.pk}/skydd/lista/", {"do": "on", "user": chosen})

    assert answer.status_code == 409
    assert {one.user for one in kept(Involvement, named=True)} == {cast.alva}


def test_protection_is_lifted_with_a_reason(alva, cast, person):
    involve(cast.bo, person)
    protected(alva, person)

    refused = protected(alva, person, protection="none", why="", version="2")
    protected(alva, person, protection="none", why="Upphört.", version="2")

    assert refused.status_code == 200
    assert sign_in(Client(), cast.bo).get(f"/personer/{person.pk}/").status_code == 200
    assert kept(Person)[0].protection == "none"


def test_protection_that_is_there_is_not_set_again(alva, person):
    protected(alva, person)

    assert "Personen har redan det skyddet." in protected(alva, person, version="2").text
