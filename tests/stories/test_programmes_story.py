"""A programme's definition: read, changed on screen, both versions seen; keyboard, English."""

import pytest

from stegvis.programmes.models import DefinitionVersion
from stegvis.programmes.queries.definitions import definition_of


@pytest.fixture
def here(cast, signed_in_as):
    """Alva's programme."""
    signed_in_as(cast.alva)
    return f"/insatser/{cast.programme.pk}/"


def press(page, name, role="button"):
    page.get_by_role(role, name=name, exact=True).first.click()


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def enter(page):
    """Enter, and the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page, name):
    """Tab until what has the focus is called so."""
    for _step in range(200):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "() => { const one = document.activeElement;"
            " return one.labels?.[0]?.innerText || one.innerText }"
        )
        if said and said.strip() == name:
            return
    raise AssertionError(f"{name} cannot be reached")


def test_a_definition_is_changed_and_both_versions_are_seen(
    page, here, cast, check_accessible, screenshot
):
    page.goto(here)
    screenshot(page, "insatsen", whole=False)
    press(page, "Ändra insatsen", "link")
    screenshot(page, "andra-insatsen")
    press(page, "Mål", "link")
    press(page, "Minst 20 nya platser för arbetsträning ska ha tillkommit", "link")
    page.get_by_label("Måltal, arbetsträningsplatser").first.fill("25")
    press(page, "Rätta målet")
    press(page, "Till allt som går att ändra", "link")
    press(page, "Granska och spara", "link")
    check_accessible(page)
    screenshot(page, "granska-version")
    page.get_by_label("Varför").fill("Förbundet beslutade om fler platser")
    if page.get_by_label("Jag har läst").count():
        page.get_by_label("Jag har läst").check()
    press(page, "Spara versionen")

    assert "Version 3 är sparad" in page.get_by_role("status").inner_text()
    press(page, "Versioner", "link")
    check_accessible(page)
    screenshot(page, "versioner")
    before, after = page.locator(".comparison-side").all()
    assert "minst 20 arbetsträningsplatser" in before.inner_text()
    assert "minst 25 arbetsträningsplatser" in after.inner_text()
    assert DefinitionVersion.objects.filter(programme=cast.programme).count() == 2


def test_a_fault_in_the_text_leads_to_its_line(page, here, check_accessible, screenshot):
    page.goto(f"{here}andra/text/")
    text = page.get_by_label("Definitionen som TOML")
    text.fill(text.input_value().replace("percent = 95", 'percent = "hel"'))
    press(page, "Kontrollera och granska")
    check_accessible(page)
    screenshot(page, "fel-i-texten")

    press(page, "Rad 67", "link")

    chosen = page.evaluate(
        "() => { const t = document.activeElement;"
        " return t.value.slice(t.selectionStart, t.selectionEnd) }"
    )
    assert chosen.startswith('  { role = "Vägledare", percent = "hel"')


def test_a_name_is_changed_with_the_keyboard_alone(page, here, cast):
    page.goto(here)
    tab_to(page, "Ändra insatsen")
    enter(page)
    tab_to(page, "Namn och slag")
    enter(page)
    tab_to(page, "Namn")
    page.keyboard.press("Control+A")
    page.keyboard.type("Unga framåt")
    enter(page)
    tab_to(page, "Granska och spara")
    enter(page)
    tab_to(page, "Varför")
    page.keyboard.type("Nytt namn")
    tab_to(page, "Spara versionen")
    enter(page)

    newest = DefinitionVersion.objects.filter(programme=cast.programme).order_by("-number").first()
    assert definition_of(newest).name == "Unga framåt"


def test_a_row_is_added_without_losing_what_was_written(page, here):
    page.goto(f"{here}andra/del/parter/")
    page.get_by_label("Namn").first.fill("Älvnäs stad")

    press(page, "Lägg till en part")

    assert page.get_by_label("Namn").first.input_value() == "Älvnäs stad"
    assert page.get_by_label("Namn").last.input_value() == ""


def test_what_is_wrong_in_a_part_is_said_beside_it(page, here, check_accessible):
    page.goto(f"{here}andra/del/tid/")
    page.get_by_label("Sista dagen").first.fill("2020-01-01")

    press(page, "Spara och fortsätt")

    check_accessible(page)
    press(page, "Sista dagen: Sista dagen kommer före den första.", "link")
    focused = page.evaluate("() => document.activeElement.name")
    assert focused == "decisions-0-last"


def test_a_new_programme_is_described_from_nothing(page, here, check_accessible, screenshot):
    page.goto("/insatser/")
    press(page, "Ny insats", "link")
    page.get_by_label("Vad heter insatsen?").fill("Vägen in")
    page.get_by_label("Vem äger insatsen?").fill("Älvnäs kommun")
    page.get_by_label("Första dagen").fill("2027-01-01")
    page.get_by_label("Sista dagen").fill("2028-12-31")
    press(page, "Spara och fortsätt")
    check_accessible(page)
    press(page, "Mål", "link")
    check_accessible(page)
    press(page, "Lägg till ett mål", "link")
    press(page, "Andel som går vidare till arbete eller studier vid avslut", "link")
    check_accessible(page)
    page.get_by_label("Målet i sina egna ord").fill("Hälften ska gå vidare till arbete")
    page.get_by_label("Måltal, procent").fill("50")
    screenshot(page, "nytt-mal")
    press(page, "Lägg till målet")
    press(page, "Till allt som går att ändra", "link")
    press(page, "Granska och spara", "link")
    check_accessible(page)
    page.get_by_label("Varför").fill("Beslut i styrelsen")
    page.get_by_label("Gäller från").fill("2027-01-01")
    press(page, "Spara versionen")

    assert heading(page) == "Insatsen"
    assert page.get_by_role("heading", name="Hälften ska gå vidare till arbete.").count() == 1
    press(page, "Insatser", "link")
    assert page.get_by_role("link", name="Vägen in").count() == 1


def test_the_page_speaks_english(page, here):
    page.goto(here)

    press(page, "English")

    assert page.locator("html").get_attribute("lang") == "en"
    assert heading(page) == "The programme"
