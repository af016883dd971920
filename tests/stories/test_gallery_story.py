"""Every component, as the browser shows it."""


def test_gallery_is_accessible(page, live_server, check_accessible):
    page.goto("/galleri/")
    check_accessible(page)
