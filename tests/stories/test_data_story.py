"""A programme leader delivers a faulty workbook, then a right one, and takes it back."""

import pytest
from django.urls import reverse

from stegvis.config.worker import start_worker_thread
from tests.workbooks import OWN, with_rows, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FAULTY = (("1", "kvinna"), ("2", "blå"), ("3", "kvinna"))
UNGUESSED = {
    "Deltagarlista": [
        ("Löpnr", "Startdatum", "Sista dagen hos oss", "Sort"),
        ("1", "2013-09-01", "2014-09-01", "K"),
        ("2", "2014-01-15", "", "Mansperson"),
    ]
}
LONG = 30_000  # milliseconds: the two cores may be busy with something else


@pytest.fixture
def worker(db):
    started = start_worker_thread()
    yield started
    started.stop()


@pytest.fixture
def data(page, cast, signed_in_as, worker):
    page.set_default_timeout(LONG)
    signed_in_as(cast.alva)
    page.goto(reverse("data", args=[cast.programme.pk]))
    return page


def file(content, name="uppgifter.xlsx"):
    return {"name": name, "mimeType": XLSX, "buffer": content}


def deliver(page, content, name="uppgifter.xlsx"):
    page.get_by_label("Fil eller filer").set_input_files(file(content, name))
    page.get_by_role("button", name="Kontrollera filen").click()


def test_a_faulty_and_then_a_right_workbook(data, check_accessible):
    check_accessible(data)

    deliver(data, with_rows("Personer", *FAULTY))
    data.get_by_role("link", name="Visa rad 3").first.wait_for()
    check_accessible(data)

    data.get_by_role("link", name="Visa rad 3").first.click()
    assert data.locator("mark").all_inner_texts() == ["blå"]
    check_accessible(data)

    data.get_by_role("link", name="Uppgifter", exact=True).click()
    deliver(data, workbook())
    data.get_by_text("Inga fel hittades").wait_for()
    check_accessible(data)
    data.get_by_role("button", name="Läs in").click()
    data.get_by_role("button", name="Ångra inläsningen").wait_for()
    check_accessible(data)

    data.get_by_role("button", name="Ångra inläsningen").click()
    data.get_by_text("Inläsningen är ångrad. Uppgifterna").wait_for()
    data.get_by_role("link", name="Till alla uppgifter").click()
    data.get_by_text("Inga uppgifter är inlästa än").wait_for()
    check_accessible(data)


def test_an_own_sheet_is_translated_on_screen(data, check_accessible):
    deliver(data, workbook(OWN), "deltagare.xlsx")
    data.get_by_role("link", name="Se över översättningen").click()
    check_accessible(data)
    data.get_by_label("Kille").select_option(label="Man")

    data.get_by_role("button", name="Spara och kontrollera filen").click()

    data.get_by_text("Inga fel hittades").wait_for()


def test_a_column_that_nobody_guessed_is_pointed_out(data, check_accessible):
    deliver(data, workbook(UNGUESSED), "deltagare.xlsx")
    data.get_by_role("link", name="Se över översättningen").click()
    left, sort = data.get_by_label("Sista dagen hos oss"), data.get_by_label("Sort")
    assert (chosen(left), chosen(sort)) == ("Läs inte", "Läs inte")
    left.select_option(label="Inskrivningar: Inskriven")
    data.get_by_role("button", name="Spara och kontrollera filen").click()
    data.get_by_text("Betyder samma sak som Startdatum").first.wait_for()
    check_accessible(data)

    left.select_option(label="Avslut: Avslutad")
    sort.select_option(label="Personer: Kön")
    data.get_by_role("button", name="Spara och kontrollera filen").click()

    data.get_by_role("link", name="Se över översättningen").click()
    assert chosen(left) == "Avslut: Avslutad"
    check_accessible(data)
    data.get_by_label("Mansperson").select_option(label="Man")
    data.get_by_role("button", name="Spara och kontrollera filen").click()
    data.get_by_text("Inga fel hittades").wait_for()


def chosen(field):
    return field.locator("option:checked").inner_text()


def test_a_workbook_is_delivered_by_keyboard_alone(data):
    data.get_by_label("Fil eller filer").set_input_files(file(workbook()))
    data.get_by_label("Fil eller filer").focus()
    tab_to(data, "Kontrollera filen")
    data.keyboard.press("Enter")
    data.get_by_text("Inga fel hittades").wait_for()

    tab_to(data, "Läs in")
    data.keyboard.press("Enter")
    data.get_by_role("button", name="Ångra inläsningen").wait_for()


def tab_to(page, words, most=60):
    """The tab key, as many times as it takes; nobody has patience for more."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == words:
            return
    raise AssertionError(f"{words} is not reached by the tab key")
