"""The process itself: asked, launched and shut down. Each call is made alone."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from stegvis.core.actions.postgresql import locks, passwords, processes, sockets
from stegvis.core.actions.postgresql.accounts import Account
from stegvis.core.actions.postgresql.binaries import Binaries
from stegvis.core.actions.postgresql.clusters import OWNER
from stegvis.core.actions.postgresql.places import Place
from stegvis.core.actions.postgresql.server import Server
from stegvis.core.actions.postgresql.settings import arguments
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

START_SECONDS = 90.0  # a start that recovers from a crash reads back the log since the checkpoint
STOP_SECONDS = 60.0  # a shutdown writes all that is in memory
PAUSE_SECONDS = 0.02
CONNECT_SECONDS = 5
TRIES = 3  # a launch may lose against the last processes of a killed server
LOG_BYTES = 1_000_000  # a log that has grown past this is begun anew
PATIENCE_SECONDS = 5.0  # after this, what does not answer is looked at more closely
TOO_EARLY = ("is starting up", "is shutting down", "in recovery mode")
WRONG_PASSWORD = "password authentication failed"  # noqa: S105 - what the server answers

# The shell steps aside at once, so that the server belongs to nobody and outlives its starter.
# Its arguments are never read by the shell: $0 is the log, "$@" the command.
DETACH = '"$@" >>"$0" 2>&1 </dev/null & echo $!'


def answering(place: Place, account: Account) -> Server | None:
    """The server that serves exactly this directory and takes our password, if it answers."""
    found = processes.read_pid_file(place.directory)
    password = passwords.read(place.passwords).get(OWNER)
    if found is None or password is None or found.directory != place.directory:
        return None
    if not sockets.is_closed_to_others(found.socket_directory, account):
        return None
    server = Server(place.directory, found.socket_directory, found.port, password)
    return server if _accepts(server) else None


def _accepts(server: Server) -> bool:
    try:
        with psycopg.connect(server.url(OWNER), connect_timeout=CONNECT_SECONDS) as connection:
            row = connection.execute("select current_setting('data_directory')").fetchone()
    except psycopg.OperationalError as error:
        if WRONG_PASSWORD not in str(error):
            return False
        raise Refused(
            _(
                "Databasen i {directory} tar inte emot sitt lösenord. Återställ den och mappen "
                "{ours} från samma säkerhetskopia."
            ).format(directory=server.directory, ours=Place(server.directory).ours)
        ) from error
    return row == (str(server.directory),)


def bring_up(place: Place, account: Account, binaries: Binaries, *, durable: bool) -> Server:
    """Connecting decides: a pid may be a zombie's, or another program's by now."""
    until, patient_until = _seconds_from_now(START_SECONDS), _seconds_from_now(PATIENCE_SECONDS)
    launched, launches = 0, 0
    while time.monotonic() < until:
        server = answering(place, account)
        if server is not None:
            return server
        if processes.servers_of(place.directory) or processes.is_alive(launched):
            if time.monotonic() > patient_until:
                _unblock(place, account)
            time.sleep(PAUSE_SECONDS)
        elif launches < TRIES:
            launched, launches = _launch(place, account, binaries, durable=durable), launches + 1
            patient_until = _seconds_from_now(PATIENCE_SECONDS)
        else:
            break
    _leave_no_socket(place, account)
    raise Refused(_not_started(place))


def _seconds_from_now(seconds: float) -> float:
    return time.monotonic() + seconds


def _unblock(place: Place, account: Account) -> None:
    """End what can never answer: leftovers of a killed server, or one whose socket is gone."""
    found, pids = processes.read_pid_file(place.directory), processes.servers_of(place.directory)
    if found is None or found.pid not in pids:
        processes.send(signal.SIGQUIT, pids)
    elif found.directory != place.directory or not sockets.is_there(
        found.socket_directory, account
    ):
        _check_unused(place)
        processes.send(signal.SIGINT, [found.pid])


def _check_unused(place: Place) -> None:
    locks.let_go(place)
    if locks.somebody_uses(place):
        raise Refused(
            _(
                "Databasen i {directory} används av ett annat program, men dess uttag (socket) "
                "är borta. Avsluta det programmet och starta igen."
            ).format(directory=place.directory)
        )


def _launch(place: Place, account: Account, binaries: Binaries, *, durable: bool) -> int:
    processes.remove_pid_file(place.directory)
    place.directory.chmod(0o700)  # a copy may have opened it, and PostgreSQL would refuse
    if place.log.exists() and place.log.stat().st_size > LOG_BYTES:
        place.log.unlink()
    folder = sockets.make_socket_directory(place.directory, account)
    sockets.clear_socket_directory(folder)
    command = [binaries.path("postgres"), "-D", str(place.directory)]
    command += arguments(folder, durable=durable)
    done = account.run(["/bin/sh", "-c", DETACH, str(place.log), *command], folder=place.directory)
    return int(done.stdout)


def shut_down(place: Place, account: Account) -> None:
    """Fast: sessions are ended, the data are written, and nothing is left behind."""
    found = processes.read_pid_file(place.directory)
    if found is None:
        return
    if found.pid in processes.servers_of(place.directory):
        processes.send(signal.SIGINT, [found.pid])
        if not _within(STOP_SECONDS, lambda: not processes.servers_of(place.directory)):
            processes.send(signal.SIGQUIT, [found.pid])  # the next start recovers
            _within(PATIENCE_SECONDS, lambda: not processes.servers_of(place.directory))
    if found.directory == place.directory:
        sockets.remove_socket_directory(found.socket_directory, account)


def _within(seconds: float, is_so: Callable[[], bool]) -> bool:
    until = _seconds_from_now(seconds)
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(PAUSE_SECONDS)
    return True


def _leave_no_socket(place: Place, account: Account) -> None:
    if not processes.servers_of(place.directory):
        offered = sockets.make_socket_directory(place.directory, account)
        sockets.remove_socket_directory(offered, account)


def _not_started(place: Place) -> str:
    return _(
        "Databasen i {directory} startar inte. PostgreSQL svarade: {answer} "
        "Hela svaret står i {log}."
    ).format(directory=place.directory, answer=_last_words(place.log), log=place.log)


def _last_words(log: Path) -> str:
    """Why it gave up; what it told those who came too early says nothing."""
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "?"
    serious = (line for line in reversed(lines) if "FATAL" in line or "PANIC" in line)
    return next((line for line in serious if not line.endswith(TOO_EARLY)), "?")
