"""`python3 run.py` started for real: it answers, tells others so, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys

import pytest

from stegvis.config.ports import USUAL
from tests.postgresql_places import temporary_folder
from tests.starts import ROOT, Start, becomes, database_runs, said

ALONE = "--no-demo"


@pytest.fixture(scope="module")
def data():
    """One database for all starts here, in a path with a space."""
    with temporary_folder() as folder:
        yield folder / "Mina dokument"


@pytest.fixture
def taken():
    """The usual port, listened on by somebody else, unless one does so already."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            other.bind(("127.0.0.1", USUAL))
            other.listen()
        except OSError:
            pass
        yield USUAL


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_start_answers_and_leaves_nothing_running(data, number):
    with Start(data, ALONE) as started:
        status, headers, _page = started.get("/")
        code = started.end(number)

    assert (status, headers["location"]) == (302, "/konto/logga-in/?next=/")
    assert (code, started.answers(), database_runs(data)) == (0, False, False)


def test_static_files_are_served(data):
    with Start(data, ALONE) as started:
        status, headers, _style = started.get("/static/css/tokens.css")

    assert (status, headers["content-type"]) == (200, 'text/css; charset="utf-8"')


def test_second_start_is_told_where_the_first_one_answers(data):
    with Start(data, ALONE) as first:
        out, code = said(data, "start", ALONE)

    assert code == 1
    assert out == (
        f"Stegvis är redan igång här: {first.address}. Öppna adressen i webbläsaren, eller "
        "avsluta med Ctrl-C i det fönster där Stegvis startades.\n"
    )


def test_start_takes_the_next_port_when_the_usual_is_taken(data, taken):
    with Start(data, ALONE) as started:
        pass

    assert started.port > taken
    assert f"Port {taken} är upptagen, så den här gången blir det {started.port}." in started.lines


def test_wanted_port_that_is_taken_is_refused_at_once(data, taken):
    empty = data.parent / "tom"
    out, code = said(empty, "start", ALONE, "--port", str(taken))

    assert (out, code) == (
        f"Port {taken} är upptagen. Välj en annan efter --port, eller utelämna den.\n",
        1,
    )
    assert not (empty / "postgresql").exists()


def test_killed_start_takes_its_server_with_it(data):
    with Start(data, ALONE) as killed:
        killed.end(signal.SIGKILL)
        ended = becomes(lambda: not killed.answers())

    assert ended
    with Start(data, ALONE) as again:
        assert again.get("/")[0] == 302
    assert not database_runs(data)


def test_manage_finds_the_database_of_a_running_start(data):
    with Start(data, ALONE):
        out, code = said(data, "manage", "shell", "--no-imports", "-c", "print(6 * 7)")
        runs = database_runs(data)

    assert (out, code, runs) == ("42\n", 0, True)


def test_manage_stops_the_database_that_it_started(data):
    out, code = said(data, "manage", "shell", "--no-imports", "-c", "print(6 * 7)")

    assert (out, code, database_runs(data)) == ("42\n", 0, False)


def test_example_is_begun_anew_beside_a_running_start(data):
    with Start(data, ALONE) as started:
        first, _code = said(data, "demo", "--reset")
        again, code = said(data, "demo", "--reset")
        status, _headers, _page = started.get("/konto/logga-in/")

    assert (code, again, status) == (0, first, 200)
    assert first.splitlines()[1] == "Logga in som någon av dessa:"


LOADED = (
    "import sys; from stegvis.config import wsgi; from django.urls import reverse; reverse('home');"
    "print(*sorted({'scipy', 'statsmodels', 'duckdb'} & set(sys.modules)))"
)


def test_first_page_loads_no_statistics():
    """Seconds of every start, and a hundred megabytes, for what few pages need."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, env=os.environ, capture_output=True, check=True
    )

    assert done.stdout == b"\n"
