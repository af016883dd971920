"""Every component, as the browser shows it."""

import pytest
from playwright.sync_api import expect


def test_gallery_is_accessible(page, live_server, check_accessible):
    page.goto("/galleri/")
    check_accessible(page)


def test_list_turns_its_page_in_place(page, live_server):
    page.goto("/galleri/")
    page.evaluate("document.body.dataset.same = 'page'")

    page.get_by_role("link", name="Nästa").click()

    expect(page.get_by_text("Visar 51–100 av 123")).to_be_visible()
    expect(page).to_have_url(f"{live_server.url}/galleri/?ordning=number&sida=2")
    assert page.evaluate("document.body.dataset.same") == "page"


def test_list_turns_its_page_without_scripts(new_context, live_server, browser_context_args):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/galleri/")

    page.get_by_role("link", name="Nästa").click()

    expect(page.get_by_text("Visar 51–100 av 123")).to_be_visible()


def test_content_is_one_key_away(page, live_server):
    page.goto("/finns-inte/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_what_is_wrong_is_read_first(page, live_server):
    page.goto("/galleri/")

    expect(page.locator("[data-stegvis-error-summary]").first).to_be_focused()


def test_dark_colours_are_chosen_and_kept(page, live_server, db):
    page.goto("/galleri/")

    page.get_by_role("button", name="Mörkt").click()

    expect(page.get_by_role("button", name="Mörkt")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


PAGE = '<!doctype html><html lang="sv"><title>Prov</title><style>{style}</style><main><h1>Prov</h1>'
PLANTED = {
    "light": "main { background: #fff; color: #ccc }",
    "dark": "@media (prefers-color-scheme: dark) { main { background: #000; color: #333 } }",
    "narrow": "@media (max-width: 400px) { h1 { width: 900px } }",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_in_one_dress_is_found(page, check_accessible, fault):
    page.set_content(PAGE.format(style=PLANTED[fault]))

    with pytest.raises(AssertionError):
        check_accessible(page)


def test_a_page_without_faults_passes(page, check_accessible):
    page.set_content(PAGE.format(style=""))

    check_accessible(page)
