"""Start, find and stop: what the rest of the house calls."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stegvis.core.actions.postgresql import clusters, locks, postmasters
from stegvis.core.actions.postgresql.accounts import Account, account_for, closed_folder
from stegvis.core.actions.postgresql.binaries import binaries_for
from stegvis.core.actions.postgresql.places import Place
from stegvis.core.actions.postgresql.server import Server
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

SYSTEMS_DATA = Path("/var/lib/stegvis")


def start(directory: Path, *, durable: bool = True) -> Server:
    """The server of the directory, made and started as needed; this process now uses it."""
    place = Place.at(directory)
    with _refusing(place):
        account = account_for(place.directory)
        clusters.check_owner(place, account)
        _check_reachable(place, account)
        place.prepare(account)
        with locks.alone(place):
            server = _started(place, account, durable=durable)
            locks.hold(place)
            return server


def running(directory: Path) -> Server | None:
    """The server if it runs, which this process then uses; nothing is made or started."""
    place = Place.at(directory)
    if not place.ours.is_dir():
        return None
    with _refusing(place), locks.alone(place):
        server = postmasters.answering(place, account_for(place.directory))
        if server is not None:
            locks.hold(place)
        return server


def stop(server: Server) -> None:
    """This process needs it no longer; it ends unless another process still does."""
    place = Place(server.directory)
    with _refusing(place), locks.alone(place):
        locks.let_go(place)
        if not locks.somebody_uses(place):
            postmasters.shut_down(place, account_for(place.directory))


def reachable(preferred: Path) -> Path:
    """The preferred directory, or one of the system's where the stand-in for root cannot go.

    What exists is kept to: a folder that was closed later must not begin another database.
    """
    directory = preferred.resolve()
    if directory.exists() or closed_folder(account_for(directory), directory) is None:
        return directory
    digest = hashlib.sha256(os.fsencode(directory)).hexdigest()[:8]
    return SYSTEMS_DATA / f"{directory.name.lstrip('.')}-{digest}"


def _started(place: Place, account: Account, *, durable: bool) -> Server:
    binaries = binaries_for(account)
    clusters.clear_unfinished(place)
    if clusters.is_new(place.directory):
        try:
            clusters.create(place, account, binaries, durable=durable)
        finally:
            clusters.clear_unfinished(place)
    clusters.check_ours(place, account, binaries)
    return postmasters.bring_up(place, account, binaries, durable=durable)


def _check_reachable(place: Place, account: Account) -> None:
    closed = closed_folder(account, place.directory)
    if closed is not None:
        raise Refused(
            _(
                "Användaren {name}, som databasen körs som, når inte {directory}: mappen {closed} "
                "är stängd för andra. Välj en mapp som {name} når, eller starta som en vanlig "
                "användare."
            ).format(name=account.name, directory=place.directory, closed=closed)
        )


@contextmanager
def _refusing(place: Place) -> Iterator[None]:
    """What the system refuses is told with the place it concerns."""
    try:
        yield
    except OSError as error:
        raise Refused(
            _("Databasen i {directory} kan inte användas. Systemet svarade: {answer}.").format(
                directory=place.directory, answer=error
            )
        ) from error
