"""A real browser against a server of the tests' own; skipped where there is no Chromium."""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from tests.cast import sign_in

CHROMIUM = os.environ.get("STEGVIS_CHROMIUM") or shutil.which("chromium") or ""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=sv",
]
PICTURES = Path(__file__).parents[2] / "docs" / "guide" / "bilder"
WIDE, NARROW = {"width": 1200, "height": 900}, {"width": 320, "height": 800}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ("color-contrast", "link-in-text-block")
AXE = {"runOnly": WCAG, "resultTypes": ["violations"]}
OTHER_COLOURS = {"runOnly": COLOURS, "resultTypes": ["violations"]}
OTHER_WIDTH = AXE | {"rules": {rule: {"enabled": False} for rule in COLOURS}}


@pytest.fixture(scope="session", autouse=True)
def orm_beside_the_browser():
    """Playwright keeps a loop in this thread for as long as the run lasts; Django is not in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture
def db(transactional_db):
    """The server is another thread: it sees what is committed, and the owner empties the tables."""


@pytest.fixture(scope="session")
def base_url():
    """Given with each context; the plugin's own fixture is written in a way pytest warns about."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not CHROMIUM:
        pytest.skip("no Chromium here: install it, or say where in STEGVIS_CHROMIUM")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture
def browser_context_args(browser_context_args, live_server):
    return {
        **browser_context_args,
        "base_url": live_server.url,
        "viewport": WIDE,
        "locale": "sv-SE",
        "reduced_motion": "reduce",
    }


@pytest.fixture
def page(page):
    """Fails the story when a script breaks, or something is against the content policy."""
    broken = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda said: broken.append(said.text) if is_serious(said) else None)
    yield page
    assert broken == []


def is_serious(said):
    """Answers other than 200 are also told on the console, and may be what the story is about."""
    return said.type == "error" and "Failed to load resource" not in said.text


@pytest.fixture
def signed_in_as(context, live_server, settings):
    """`signed_in_as(cast.alva)`: sets the cookie, as signing in has stories of its own."""

    def signed_in(user):
        session = sign_in(Client(), user).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )

    return signed_in


@pytest.fixture
def check_accessible():
    """`check_accessible(page)`: axe at WCAG 2.2 AA in light, dark and on a narrow screen.

    The dark page differs from the light one in its colours only, the narrow one in all else.
    """

    def check(page):
        size = page.viewport_size
        page.emulate_media(color_scheme="dark")
        assert violations(page, OTHER_COLOURS) == [], "dark"
        page.emulate_media(color_scheme="light")
        assert violations(page, AXE) == [], "light"
        page.set_viewport_size(NARROW)
        assert too_wide(page) == []
        assert violations(page, OTHER_WIDTH) == [], "narrow"
        page.set_viewport_size(size)

    return check


def violations(page, options):
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary']}"
        for one in found
        for node in one["nodes"]
    ]


def too_wide(page):
    """What stands out to the right of the screen, unless its own frame scrolls."""
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
        [...document.querySelectorAll("main *, header *, footer *")]
        .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1
            && !one.parentElement.closest(".table-frame, .chart-drawing, svg"))
        .map(one => one.outerHTML.slice(0, 120))"""
    )


@pytest.fixture
def screenshot():
    """`screenshot(page, "laget")`: a picture for the guide, only when asked for.

    `whole=False` takes what is seen of a long page.
    """

    def take(page, name, *, whole=True):
        if os.environ.get("STEGVIS_SCREENSHOTS"):
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)

    return take
