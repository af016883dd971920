"""From the last day that the administrator writes to the colleague who has the case."""

import re

import pytest
from django.db import transaction
from playwright.sync_api import expect

from stegvis.organisations.models import Membership, User
from tests.administered import administrator
from tests.cast import JOINED
from tests.people import involve, participant, today

LONG = 30_000  # milliseconds: the two cores may be busy with something else


class Stage:
    """Gun has two persons, Kim works beside her, and Hedda heads the unit."""

    def __init__(self, cast):
        self.cast, self.unit = cast, cast.alva.memberships.get().unit
        names = {"Gun Grahn": "case_worker", "Kim Kvist": "case_worker", "Hedda": "unit_head"}
        self.gun, self.kim, self.hedda = (self.joined(*one) for one in names.items())
        self.ada = administrator(cast.here)
        for given, family in (("Åsa", "Öberg"), ("Emil", "Ek")):
            involve(self.gun, participant(self.unit.agency, given, family))

    def joined(self, name, role):
        user = User.objects.create_user(f"{name.split()[0].lower()}@exempel.se", name=name)
        where = {"association": self.cast.here, "unit": self.unit, "role": role}
        Membership.objects.create(user=user, starts_on=JOINED, **where)
        return user


@pytest.fixture
def stage(cast):
    with transaction.atomic():
        return Stage(cast)


@pytest.fixture
def page(page):
    page.set_default_timeout(LONG)
    return page


def ends(page, stage, last):
    page.goto(f"/forvaltning/medarbetare/{stage.gun.pk}/")
    page.get_by_role("link", name=re.compile("^Avsluta")).click()
    page.get_by_label(re.compile("Sista dag")).fill(last.isoformat())
    page.get_by_role("button", name="Avsluta rollen").click()
    waits = page.get_by_text("2 ärenden hos MUNICIPALITY alva behöver någon ny.")
    expect(waits).to_contain_text("De väntar hos Hedda.")


def hands_over(page, check_accessible):
    page.goto("/")
    page.get_by_role("listitem").get_by_role("link", name="Lämna över").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gun Grahn")
    expect(page.get_by_text("Öberg")).to_have_count(0)
    page.get_by_role("button", name="Visa namnen").click()
    expect(page.get_by_text("Åsa Öberg")).to_be_visible()
    check_accessible(page)
    page.get_by_label("Alla som du inte väljer").select_option(
        label="Kim Kvist, Handläggare i insatsen, Enheten"
    )
    page.get_by_role("button", name="Lämna över").click()
    expect(page.get_by_text("2 ärenden är överlämnade.")).to_be_visible()


def test_somebody_leaves_and_nothing_is_lost(page, stage, signed_in_as, check_accessible):
    signed_in_as(stage.ada)
    ends(page, stage, today())
    signed_in_as(stage.hedda)
    hands_over(page, check_accessible)

    signed_in_as(stage.gun)
    page.goto("/personer/")
    expect(page.get_by_role("link", name="Öberg, Åsa")).to_be_visible()


def test_one_who_has_taken_over_is_taken_off_by_hand(page, stage, signed_in_as, check_accessible):
    with transaction.atomic():
        person = participant(stage.unit.agency, "Nora", "Nord")
        for user in (stage.gun, stage.kim):
            involve(user, person)
    signed_in_as(stage.gun)
    page.goto(f"/personer/{person.pk}/")

    page.get_by_role("link", name="Avsluta Kim Kvist").click()
    check_accessible(page)
    page.get_by_label("Någon annan har tagit över").check()
    page.get_by_role("button", name="Avsluta").click()

    page.get_by_text("Tidigare", exact=True).click()
    former = page.get_by_role("region", name="De som fick se personen förut")
    expect(former.get_by_role("row").last).to_contain_text("Kim Kvist")
    check_accessible(page)
