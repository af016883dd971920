"""The screens of administration: joiner, mover, leaver, agencies, agreements, roles, matters."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from stegvis.organisations.actions.two_steps import prepare
from stegvis.organisations.models import (
    Act,
    Agency,
    Association,
    Membership,
    RoleLevel,
    TwoStep,
    Unit,
    User,
)
from stegvis.organisations.values.grants import Matter
from tests.administered import administrator, joined, some_unit, unit_of
from tests.cast import PASSWORD, sign_in
from tests.people import agency_of, involve, participant

AT = "/forvaltning/"
LINK = re.compile(r"http://testserver(/konto/glomt/[^<\s]+/)")

NO_HEAD = "Där finns ingen enhetschef: ge någon den rollen, så att de kan lämnas över."


@pytest.fixture
def ada(cast):
    return administrator(cast.here)


@pytest.fixture
def admin(client, ada):
    return sign_in(client, ada)


def words(answer):
    return " ".join(answer.content.decode().split())


def today():
    return timezone.localdate()


def role_form(**changed):
    return {"role": "evaluator", "unit": "", "starts_on": str(today()), "why": "", **changed}


def invite(admin, association, **changed):
    form = role_form(**{"name": "Nils Ny", "email": "nils@exempel.se", **changed})
    return admin.post(f"{AT}forbund/{association.pk}/bjud-in/", form)


def test_the_first_page_tells_what_is_missing(admin, cast):
    page = admin.get(AT)

    assert "Inga personer kan registreras förrän avtalen" in words(page)
    assert [one.name for one in page.context["associations"]] == [cast.here.name]


def test_an_invited_person_chooses_a_password_by_letter(admin, cast):
    answer = invite(admin, cast.here)
    user = User.objects.get(email="nils@exempel.se")
    page = admin.get(answer.url)

    assert answer.url == f"{AT}medarbetare/{user.pk}/"
    assert "Nils Ny får ett brev till nils@exempel.se" in words(page)
    assert (user.has_usable_password(), user.name) == (False, "Nils Ny")
    assert [one.role for one in user.memberships.all()] == ["evaluator"]
    assert list(Act.objects.values_list("kind", flat=True).order_by("at")) == ["invited", "granted"]


def test_without_letters_the_link_is_shown_once_and_works(admin, cast, client, settings):
    settings.STEGVIS_SENDS_LETTERS = False

    answer = invite(admin, cast.here)
    link = LINK.search(admin.get(answer.url).content.decode())[1]
    assert LINK.search(admin.get(answer.url).content.decode()) is None
    admin.post("/konto/logga-ut/")
    chosen = {"password1": PASSWORD, "password2": PASSWORD}
    admin.post(admin.get(link).url, chosen)
    admin.post("/konto/logga-in/", {"login": "nils@exempel.se", "password": PASSWORD})

    assert admin.get("/insatser/").status_code == 200
    assert admin.get(link).context.get("token_fail") is True


def test_of_an_account_in_use_no_link_is_shown(admin, cast, settings):
    settings.STEGVIS_SENDS_LETTERS = False
    cast.bo.last_login = timezone.now()
    cast.bo.save()

    answer = admin.post(f"{AT}medarbetare/{cast.bo.pk}/losenord/")

    assert (answer.status_code, LINK.search(answer.content.decode())) == (409, None)
    assert Act.objects.count() == 0


def test_an_administrator_never_chooses_a_password(admin, cast):
    before = cast.bo.password

    answer = admin.post(
        f"{AT}medarbetare/{cast.bo.pk}/losenord/", {"password1": PASSWORD, "password": PASSWORD}
    )

    cast.bo.refresh_from_db()
    assert (answer.status_code, cast.bo.password) == (302, before)


def test_an_address_that_is_known_here_is_told(admin, cast):
    answer = invite(admin, cast.here, email=cast.bo.email.upper())

    assert "bo@exempel.se har redan ett konto. Sök upp personen och ge rollen där." in words(answer)


def test_an_address_that_is_known_elsewhere_is_not_told(admin, cast):
    answer = invite(admin, cast.here, email=cast.cecilia.email)

    assert answer.url == f"{AT}medarbetare/{cast.cecilia.pk}/"
    assert User.objects.filter(email__iexact=cast.cecilia.email).count() == 1


def test_an_invitation_that_is_refused_leaves_nothing_behind(admin, cast):
    answer = invite(admin, cast.here, role="specialist")

    assert "Välj en enhet" in words(answer)
    assert User.objects.filter(email="nils@exempel.se").count() == 0


def test_the_list_is_searched_and_narrowed(admin, cast, ada):
    Membership.objects.filter(user=cast.bo).update(ends_on=today())

    def shown(asked):
        return [one.name for one in admin.get(f"{AT}medarbetare/{asked}").context["listing"].rows]

    assert shown("") == ["Ada Administratör", "Alva Alm", "Disa Dal"]
    assert shown("?lage=left&sok=") == ["Bo Berg"]
    assert shown("?lage=&sok=DAL") == ["Disa Dal"]
    assert shown("?lage=&sok=cecilia") == []


def test_participants_are_not_among_the_colleagues(admin, cast):
    person = User.objects.create_user("deltagare@exempel.se", name="Deltagare")
    joined(person, cast.here, "participant")

    page = admin.get(f"{AT}medarbetare/?lage=&sok=")

    assert "deltagare@exempel.se" not in words(page)
    assert admin.get(f"{AT}medarbetare/{person.pk}/").status_code == 404
    assert admin.post(f"{AT}medarbetare/{person.pk}/slutar/").status_code == 404


@pytest.mark.parametrize("more", [0, 2])
def test_the_list_asks_as_much_however_long_it_is(admin, cast, more, django_assert_num_queries):
    for number in range(more):
        user = User.objects.create_user(f"{number}@exempel.se", name=f"Person {number}")
        joined(user, cast.here, "evaluator", some_unit(cast.here))
    admin.get(f"{AT}medarbetare/")

    with django_assert_num_queries(10):
        admin.get(f"{AT}medarbetare/")


def test_a_role_is_given_and_bites_at_the_next_request(admin, cast, client_for):
    disa = client_for(cast.disa)
    before = disa.get("/personer/").status_code
    Membership.objects.filter(user=cast.disa).update(role="evaluator")
    unit = unit_of(cast.disa)

    admin.post(
        f"{AT}medarbetare/{cast.disa.pk}/ny-roll/{cast.here.pk}/",
        role_form(role="specialist", unit=str(unit.pk)),
    )

    assert (before, disa.get("/personer/").status_code) == (404, 200)


@pytest.fixture
def client_for():
    from django.test import Client  # noqa: PLC0415

    return lambda user: sign_in(Client(), user)


def test_a_mover_changes_unit(admin, cast):
    other = Unit.objects.create(agency=unit_of(cast.bo).agency, name="Andra enheten")
    old = Membership.objects.get(user=cast.bo)

    form = role_form(role="partner_officer", unit=str(other.pk))
    answer = admin.post(f"{AT}uppdrag/{old.pk}/byt/", form)

    assert answer.status_code == 302
    lasting = Membership.objects.lasting(today()).filter(user=cast.bo)
    assert [one.unit for one in lasting] == [other]


def test_an_ended_role_ends_at_once(admin, cast, client_for):
    bo = client_for(cast.bo)
    before = bo.get(f"/insatser/{cast.programme.pk}/").status_code

    admin.post(f"{AT}uppdrag/{Membership.objects.get(user=cast.bo).pk}/avsluta/", {})

    assert (before, bo.get(f"/insatser/{cast.programme.pk}/").status_code) == (200, 404)


def test_who_leaves_is_out_everywhere(admin, cast, client_for):
    bo = client_for(cast.bo)
    bo.get("/")

    told = words(admin.get(f"{AT}medarbetare/{cast.bo.pk}/slutar/"))
    admin.post(f"{AT}medarbetare/{cast.bo.pk}/slutar/")

    assert "Arbetar i Ung Framtid." in told
    cast.bo.refresh_from_db()
    assert cast.bo.is_active is False
    assert bo.get("/").url.startswith("/konto/logga-in/")
    assert not Membership.objects.lasting(today()).filter(user=cast.bo).exists()


def test_cases_are_handed_over_as_numbers(admin, cast):
    for family in ("Öberg", "Åberg"):
        involve(cast.bo, participant(agency_of(cast.bo), "Åsa", family))
    involve(cast.bo, participant(agency_of(cast.bo), "Åsa", "Ek"), programme=cast.programme)

    page = admin.get(f"{AT}medarbetare/{cast.bo.pk}/slutar/")

    assert page.context["cases"] == [
        f"3 ärenden hos SOCIAL_INSURANCE bo behöver någon ny. {NO_HEAD}",
        "Arbetar i Ung Framtid.",
    ]
    assert "Öberg" not in words(page)


def test_a_subject_is_let_go_so_that_another_may_come(admin, cast):
    SocialAccount.objects.create(user=cast.bo, provider="organisation", uid="bo-1")
    before = words(admin.get(f"{AT}medarbetare/{cast.bo.pk}/"))

    admin.post(f"{AT}medarbetare/{cast.bo.pk}/koppla-loss/")

    assert "Är kopplat till organisationens inloggning." in before
    assert SocialAccount.objects.count() == 0


def test_who_leaves_here_and_works_elsewhere_keeps_the_account(admin, cast):
    joined(cast.bo, cast.elsewhere, "evaluator")

    admin.post(f"{AT}medarbetare/{cast.bo.pk}/slutar/")

    cast.bo.refresh_from_db()
    assert cast.bo.is_active is True
    lasting = Membership.objects.lasting(today()).filter(user=cast.bo)
    assert [one.association for one in lasting] == [cast.elsewhere]


def test_a_closed_account_is_opened_without_its_old_password(admin, cast):
    cast.bo.set_password(PASSWORD)
    cast.bo.save()
    admin.post(f"{AT}medarbetare/{cast.bo.pk}/slutar/")

    refused = admin.post(f"{AT}medarbetare/{cast.bo.pk}/ny-roll/{cast.here.pk}/", role_form())
    admin.post(f"{AT}medarbetare/{cast.bo.pk}/oppna/")

    cast.bo.refresh_from_db()
    assert "Kontot är stängt. Öppna det igen först." in words(refused)
    assert (cast.bo.is_active, cast.bo.has_usable_password()) == (True, False)


def test_sessions_are_ended(admin, cast, client_for):
    bo = client_for(cast.bo)
    bo.get("/")

    admin.post(f"{AT}medarbetare/{cast.bo.pk}/logga-ut/")

    assert bo.get("/").status_code == 302


@pytest.mark.parametrize("do", ["slutar", "oppna", "koppla-loss"])
def test_nothing_of_that_is_done_to_oneself(admin, cast, ada, do):
    answer = admin.post(f"{AT}medarbetare/{ada.pk}/{do}/")

    assert answer.status_code == 409
    ada.refresh_from_db()
    assert ada.is_active is True


def test_an_agency_and_its_units_are_written_in_changed_and_ended(admin, cast):
    said = {"name": "Region Exempel", "kind": "REGION", "records": "full", "last_day": ""}
    admin.post(f"{AT}forbund/{cast.here.pk}/ny-myndighet/", said)
    agency = Agency.objects.get(name="Region Exempel")
    admin.post(f"{AT}myndigheter/{agency.pk}/ny-enhet/", {"name": "Rehab", "last_day": ""})
    unit = Unit.objects.get(agency=agency)
    admin.post(f"{AT}enheter/{unit.pk}/", {"name": "Rehabenheten", "last_day": ""})
    last = today() - timedelta(days=1)
    ended = {**said, "name": "Regionen", "last_day": str(last)}
    admin.post(f"{AT}myndigheter/{agency.pk}/", ended)

    agency.refresh_from_db()
    unit.refresh_from_db()
    assert (agency.name, agency.records, agency.ends_on) == ("Regionen", "full", today())
    assert (unit.name, agency.is_there_on(last), agency.is_there_on(today())) == (
        "Rehabenheten",
        True,
        False,
    )


def test_a_unit_where_somebody_works_is_not_ended(admin, cast):
    unit = unit_of(cast.bo)

    said = {"name": unit.name, "last_day": str(today())}
    answer = admin.post(f"{AT}enheter/{unit.pk}/", said)

    assert "1 roll gäller där efter" in words(answer)
    unit.refresh_from_db()
    assert unit.ends_on is None


@pytest.mark.parametrize("more", [0, 2])
def test_agencies_are_asked_for_at_once(admin, cast, more, django_assert_num_queries):
    agency = unit_of(cast.bo).agency
    for number in range(more):
        Unit.objects.create(agency=agency, name=f"Enhet {number}")
        Agency.objects.create(association=cast.here, name=f"Nr {number}", kind="REGION")
    admin.get(f"{AT}myndigheter/")

    with django_assert_num_queries(9):
        page = admin.get(f"{AT}myndigheter/")

    ((_association, agencies),) = page.context["associations"]
    shown = {one.pk: sum(unit.holders for unit in one.all_units) for one in agencies}
    assert (len(shown), shown[agency.pk]) == (4 + more, 1)


@pytest.mark.parametrize("what", ["unit", "agency"])
def test_what_has_ended_is_no_place_to_work(admin, cast, what):
    unit = Unit.objects.create(agency=unit_of(cast.bo).agency, name="Gamla enheten")
    ended = unit if what == "unit" else unit.agency
    ended.ends_on = today() + timedelta(days=1)
    ended.save()
    later = str(today() + timedelta(days=1))
    form = role_form(role="specialist", unit=str(unit.pk), starts_on=later)

    answer = admin.post(f"{AT}medarbetare/{cast.bo.pk}/ny-roll/{cast.here.pk}/", form)

    assert f"{ended.name} har upphört. Välj en annan." in words(answer)


def test_a_name_that_is_taken_is_refused(admin, cast):
    agency = unit_of(cast.bo).agency
    said = {"name": agency.name.upper(), "kind": "REGION", "records": "full", "last_day": ""}

    answer = admin.post(f"{AT}forbund/{cast.here.pk}/ny-myndighet/", said)

    assert "Det finns redan en med det namnet." in words(answer)


def test_persons_may_be_registered_when_all_three_have_dates(admin, cast):
    names = ("processor_agreement_on", "joint_controllers_on", "impact_assessment_on")
    days = dict.fromkeys(names, str(today()))
    at = f"{AT}forbund/{cast.here.pk}/avtal/"

    admin.post(at, days | {"impact_assessment_on": ""})
    two = Association.objects.get(pk=cast.here.pk).may_register_persons(today())
    ahead = admin.post(at, days | {"impact_assessment_on": str(today() + timedelta(days=1))})
    admin.post(at, days)
    found = Association.objects.get(pk=cast.here.pk)

    assert (two, "Dagen har inte varit än." in words(ahead)) == (False, True)
    assert [found.may_register_persons(today() - timedelta(days=back)) for back in (0, 1)] == [
        True,
        False,
    ]


def test_roles_are_read_with_need_and_risk(admin, cast):
    page = words(admin.get(f"{AT}roller/analys/"))

    assert page.count("<dt>Behov</dt>") == 17
    assert "Läser om någon hen känner" in words(admin.get(f"{AT}roller/case_worker/"))
    assert admin.get(f"{AT}roller/king/").status_code == 404


def test_what_a_role_asks_for_is_the_association_s(admin, cast, client_for):
    at = f"{AT}roller/partner_officer/{cast.here.pk}/inloggning/"
    bo = client_for(cast.bo)

    admin.post(at, {"level": "2"})
    held = bo.get("/personer/").status_code
    told = words(bo.get("/"))
    admin.post(at, {"level": ""})

    assert (held, bo.get("/personer/").status_code) == (404, 200)
    assert "Rollen Handläggare hos en part kräver inloggning med två steg" in told
    assert RoleLevel.objects.count() == 0


def test_a_new_administrator_is_decided_by_the_manager(admin, cast, client_for):
    manager = User.objects.create_user("malin@exempel.se", name="Malin Malm")
    joined(manager, cast.here, "association_manager")
    Membership.objects.filter(user=cast.disa).update(role="evaluator")

    asked = admin.post(
        f"{AT}medarbetare/{cast.disa.pk}/ny-roll/{cast.here.pk}/",
        role_form(role="administrator", why="Ada går på ledighet."),
    )
    at = f"{AT}arenden/{TwoStep.objects.get().pk}/"
    own = admin.get(at)
    malin = client_for(manager)
    listed = malin.get(f"{AT}arenden/").context["open"]
    malin.post(at, {"do": "APPROVED", "why": ""})

    assert (asked.status_code, len(listed)) == (302, 1)
    assert own.context["refusal"].startswith("Den som har förberett")
    assert malin.get(AT).status_code == 404
    roles = (
        Membership.objects.lasting(today()).filter(user=cast.disa).values_list("role", flat=True)
    )
    assert sorted(roles) == ["administrator", "evaluator"]


@pytest.mark.parametrize(("do", "outcome"), [("REFUSED", "REFUSED"), ("RETURNED", "RETURNED")])
def test_a_no_needs_its_reason_on_screen(admin, cast, client_for, do, outcome):
    other = administrator(cast.here, "Otto Orm")
    Membership.objects.filter(user=cast.disa).update(role="evaluator")
    admin.post(
        f"{AT}medarbetare/{cast.disa.pk}/ny-roll/{cast.here.pk}/",
        role_form(role="administrator", why="Vi behöver två."),
    )
    otto, at = client_for(other), f"{AT}arenden/{TwoStep.objects.get().pk}/"

    without = otto.post(at, {"do": do, "why": ""})
    otto.post(at, {"do": "hold", "on": "1"})
    held = TwoStep.objects.get().is_on_hold
    otto.post(at, {"do": do, "why": "Vi väntar."})

    assert ("Skriv varför." in words(without), held) == (True, True)
    assert TwoStep.objects.get().outcome == outcome
    assert otto.post(at, {"do": "KING"}).status_code == 404


def test_a_matter_of_another_kind_is_decided_elsewhere(admin, cast):
    other = prepare(Matter("merge", uuid4(), cast.here.pk), by=cast.bo.pk, why="Två gånger.")

    assert admin.get(f"{AT}arenden/{other.pk}/").status_code == 404
    assert len(admin.get(f"{AT}arenden/").context["open"]) == 0


def test_the_record_of_processing_is_read_and_taken_along(admin, cast):
    page = words(admin.get(f"{AT}forbund/{cast.here.pk}/register/"))
    file = admin.get(f"{AT}forbund/{cast.here.pk}/register.pdf")

    assert "Utlämnade uppgifter" in page
    assert "SOCIAL_INSURANCE bo" in page
    assert (file.status_code, file.content[:5]) == (200, b"%PDF-")


def test_the_menu_leads_there_for_those_who_may(admin, cast, client_for):
    def menu(who):
        return [link.href for link in who.get("/konto/").context["navigation"]]

    assert menu(admin)[-1] == AT
    manager = client_for(cast.disa)
    assert AT not in menu(manager)
    Membership.objects.filter(user=cast.disa).update(role="association_manager")
    assert menu(manager)[-1] == f"{AT}arenden/"
