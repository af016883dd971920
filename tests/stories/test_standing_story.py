"""Alva reads Läget and opens a figure; Disa sees the same without anybody in it."""

from datetime import date

import pytest

from stegvis.results.actions.standing import compute
from stegvis.results.values.figures import DisclosureLevel
from tests.delivered import deliver_demo

LAST = date(2024, 12, 31)
GOAL = "Minst hälften av dem som avslutat ska ha gått till arbete eller studier"


@pytest.fixture
def told(cast):
    deliver_demo(cast.programme)
    for day in (date(2023, 12, 31), date(2024, 6, 30), LAST):
        compute(cast.programme, as_of=day, level=DisclosureLevel.INTERNAL)
    return cast


def test_alva_reads_the_standing_and_opens_a_figure(page, told, signed_in_as, check_accessible):
    signed_in_as(told.alva)

    page.goto(f"/insatser/{told.programme.pk}/laget/")

    assert page.get_by_role("heading", level=1).inner_text() == "Läget"
    goal = page.get_by_role("listitem").filter(has_text=GOAL)
    assert "Tre personer saknas till målet på 78." in goal.inner_text()
    check_accessible(page)

    page.get_by_role("link", name=GOAL).click()

    assert page.get_by_role("heading", level=1).inner_text() == GOAL
    assert "39 av 82" in page.get_by_role("row", name="2024-06-30").inner_text()
    check_accessible(page)


def test_alva_finds_out_why_a_goal_is_not_measured_by_keyboard(page, told, signed_in_as):
    signed_in_as(told.alva)
    page.goto(f"/insatser/{told.programme.pk}/laget/")

    page.get_by_role("link", name="Minst 90 procent ska ha genomfört SMAIL").focus()
    page.keyboard.press("Enter")

    page.get_by_text("Varför går det inte att bedöma?").wait_for()
    page.get_by_role("link", name="Till uppgifterna").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/uppgifter/")


def test_alva_chooses_another_day(page, told, signed_in_as):
    signed_in_as(told.alva)
    page.goto(f"/insatser/{told.programme.pk}/laget/")

    page.get_by_label("Till och med").fill("2023-12-31")
    page.get_by_role("button", name="Visa").click()

    assert page.get_by_text("Till och med 2023-12-31.").first.is_visible()
    page.get_by_role("link", name=GOAL).click()
    assert page.get_by_label("Till och med").input_value() == "2023-12-31"


def test_alva_takes_the_one_page_along(page, told, signed_in_as):
    signed_in_as(told.alva)
    page.goto(f"/insatser/{told.programme.pk}/laget/")

    with page.expect_download() as taken:
        page.get_by_role("link", name="Läget på en sida (PDF)").click()

    assert taken.value.suggested_filename == "laget-ung-framtid-2024-12-31.pdf"


def test_the_standing_in_english(page, told, signed_in_as):
    signed_in_as(told.alva)
    page.goto(f"/insatser/{told.programme.pk}/laget/")

    page.get_by_role("button", name="English").click()

    assert page.locator("html").get_attribute("lang") == "en"
    assert page.url.endswith("/laget/")


def test_home_of_alva_and_of_disa(page, told, signed_in_as, check_accessible):
    signed_in_as(told.alva)
    page.goto("/")
    assert page.get_by_role("heading", level=1).inner_text() == "Att göra"
    check_accessible(page)

    signed_in_as(told.disa)
    page.goto("/")
    assert page.get_by_role("heading", level=1).inner_text() == "Insatserna"
    check_accessible(page)


def test_disa_chooses_a_half_year(page, told, signed_in_as, check_accessible):
    signed_in_as(told.disa)
    page.goto(f"/insatser/{told.programme.pk}/laget/")

    page.get_by_label("Till och med").select_option("2024-06-30")
    page.get_by_role("button", name="Visa").click()

    assert page.get_by_text("Till och med 2024-06-30.").first.is_visible()
    check_accessible(page)
