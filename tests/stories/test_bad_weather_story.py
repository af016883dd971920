"""The database stops, files are not what they should be, the server is killed: nothing is lost."""

import os
import re
import signal
import threading
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import psycopg
import pytest
from playwright.sync_api import expect

from demo.people import ALVA
from stegvis.core.actions import postgresql
from stegvis.core.actions.postgresql import processes
from tests.integration.test_data_refused import ENCRYPTED_PACKAGE
from tests.postgresql_places import temporary_folder
from tests.starts import Start, becomes
from tests.stories.conftest import WIDE
from tests.stories.test_data_story import LONG, deliver
from tests.workbooks import with_rows, workbook

PROGRAMME = "Ung Framtid"
LARGE, LITTLE_MEMORY = 200 * 1024 * 1024, 40 * 1024  # bytes; kB
FACTS = "SELECT count(*) FROM results_fact WHERE delivery_id = %s"
STATE = "SELECT state FROM results_delivery WHERE id = %s"
JOB = (
    "SELECT job.state, attempts FROM core_job AS job JOIN results_delivery AS delivery "
    "ON delivery.job = job.id WHERE delivery.id = %s"
)
WAITS = (
    "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'results_fact'::regclass)"
)
REFUSED = {
    "inget.xlsx": (b"Kund;Belopp\n1;2\n", "Filen inget.xlsx är en textfil"),
    "hemligt.xlsx": (ENCRYPTED_PACKAGE, "lösenord"),
    "annan.xlsx": (
        with_rows("Om uppgifterna", ("sara", "2015-12-31")),
        f"Uppgifterna gäller insatsen sara, men definitionen gäller {PROGRAMME}.",
    ),
}


@pytest.fixture(scope="module")
def data():
    with temporary_folder() as folder:
        yield folder / "data"


@pytest.fixture(scope="module")
def started(data):
    with begun(data) as running:
        yield running


@contextmanager
def begun(data):
    """What it says in bad weather is read as it comes: a full pipe would stop it."""
    with Start(data) as running:
        reading = threading.Thread(target=running.process.stdout.read)
        reading.start()
        yield running
        running.end()
        reading.join()


@pytest.fixture(scope="module")
def window(browser, started):
    context = browser.new_context(base_url=started.address, viewport=WIDE, locale="sv-SE")
    page = context.new_page()
    page.set_default_timeout(LONG)
    sign_in(page, started)
    yield page
    context.close()


def sign_in(page, started):
    page.goto("/")
    page.get_by_label("E-post").fill(ALVA.email)
    said = re.search(r"^Lösenord för alla: (\S+)$", "\n".join(started.lines), re.MULTILINE)
    page.get_by_label("Lösenord").fill(said[1])
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.get_by_role("heading", level=1).wait_for()


def go_to(page, tab):
    page.goto("/insatser/")
    page.get_by_role("link", name=PROGRAMME, exact=True).click()
    page.get_by_role("link", name=tab, exact=True).click()


def stop_database(data):
    """As when somebody else stops it: whoever uses it is thrown out."""
    directory = data / "postgresql"
    processes.send(signal.SIGINT, [processes.read_pid_file(directory).pid])
    assert becomes(lambda: not processes.servers_of(directory))


def answer(data, delivery, question):
    """Of one delivery, by the database of the started product."""
    with psycopg.connect(postgresql.running(data / "postgresql").url("stegvis")) as connection:
        return connection.execute(question, [delivery]).fetchone()


def web_process(started):
    """The child that answers: the other one only counts what is shared."""
    children = Path(f"/proc/{started.process.pid}/task/{started.process.pid}/children").read_text()
    commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_text() for pid in children.split()}
    (found,) = [pid for pid, command in commands.items() if "spawn_main" in command]
    return found


def kilobytes(pid, name):
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"^{name}:\s+(\d+) kB$", status, re.MULTILINE)[1])


def test_the_database_stops_while_one_writes(window, data, started, check_accessible):
    go_to(window, "Rapporter")
    window.get_by_role("link", name=re.compile("Halvårsrapport")).first.click()
    box, said = (
        window.locator("#text-methods"),
        window.locator("#heading-methods").get_by_role("status"),
    )
    box.fill("Det här skrev jag före avbrottet.")
    expect(said.first).to_contain_text("Utkastet är sparat", timeout=LONG)

    stop_database(data)
    written = "Det här skrev jag före avbrottet. Och det här under det."
    box.fill(written)
    expect(said.first).to_contain_text("Utkastet gick inte att spara.", timeout=LONG)
    save = window.locator("#heading-methods").get_by_role("button", name="Spara", exact=True).first
    save.click()
    expect(box).to_have_value(written)
    other = window.context.new_page()
    other.goto("/insatser/")
    assert other.get_by_role("heading", level=1).inner_text() == "Databasen svarar inte just nu"
    check_accessible(other)

    postgresql.start(data / "postgresql")
    other.get_by_role("link", name=PROGRAMME, exact=True).wait_for(timeout=LONG)
    save.click()
    expect(window.locator("#heading-methods")).to_contain_text("av Alva Alm.", timeout=LONG)
    expect(box).to_have_value(written)
    assert started.process.poll() is None


def test_jobs_are_done_again_after_the_database_was_away(window):
    """The worker listens anew: it was the same process all the time."""
    go_to(window, "Uppgifter")
    deliver(window, workbook())

    window.get_by_text("Inga fel hittades").wait_for(timeout=2 * LONG)


def test_files_that_cannot_be_read_are_told_of(window):
    for name, (content, sentence) in REFUSED.items():
        go_to(window, "Uppgifter")

        deliver(window, content, name)

        window.get_by_text(sentence).first.wait_for()


def test_two_hundred_megabytes_are_refused_soon_and_not_kept(window, started, tmp_path):
    large, web = tmp_path / "stor.xlsx", web_process(started)
    with large.open("wb") as file:
        file.truncate(LARGE)
    go_to(window, "Uppgifter")
    Path(f"/proc/{web}/clear_refs").write_text("5")  # the highest so far is what it has now
    before = kilobytes(web, "VmRSS")

    window.get_by_label("Fil eller filer").set_input_files(large)
    window.get_by_role("button", name="Kontrollera filen").click()
    sentence = "Det du skickade är 201 MB, och högst 50 MB tas emot."
    window.get_by_text(sentence).first.wait_for()

    assert kilobytes(web, "VmHWM") - before < LITTLE_MEMORY


def test_a_server_killed_half_way_through_a_delivery(window, data, started):
    go_to(window, "Uppgifter")
    deliver(window, workbook())
    window.get_by_text("Inga fel hittades").wait_for(timeout=2 * LONG)
    delivery = window.url.rstrip("/").rpartition("/")[2]
    asked = partial(answer, data, delivery)
    kill_while_rows_are_read_in(window, data, started)

    postgresql.start(data / "postgresql")
    assert (asked(FACTS), asked(STATE)) == ((0,), ("APPLYING",))
    with begun(data) as again:
        window.goto(urljoin(again.address, urlsplit(window.url).path))
        window.get_by_role("button", name="Ångra inläsningen").wait_for(timeout=2 * LONG)
        assert (asked(FACTS), asked(STATE), asked(JOB)) == ((6,), ("APPLIED",), ("DONE", 2))


def kill_while_rows_are_read_in(window, data, started):
    """Held up in the middle of its transaction by somebody who has the table."""
    url = postgresql.running(data / "postgresql").url("stegvis")
    with psycopg.connect(url) as holding, psycopg.connect(url, autocommit=True) as looking:
        holding.execute("LOCK TABLE results_fact IN SHARE ROW EXCLUSIVE MODE")
        window.get_by_role("button", name="Läs in", exact=True).click()
        assert becomes(lambda: looking.execute(WAITS).fetchone() == (True,))
        os.kill(web_process(started), signal.SIGKILL)
        assert started.process.wait(LONG / 1000) == 1
