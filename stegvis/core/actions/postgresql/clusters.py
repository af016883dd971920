"""A data directory: made whole or not at all, and recognised before it is touched."""

import glob
import os
import shutil
import tempfile
import time
from pathlib import Path

from stegvis.core.actions.postgresql import passwords
from stegvis.core.actions.postgresql.accounts import Account, name_of
from stegvis.core.actions.postgresql.binaries import Binaries
from stegvis.core.actions.postgresql.places import Place
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

OWNER = "postgres"  # the superuser of the cluster; what the web process uses owns nothing

CLEARING_SECONDS = 5.0

# The builtin locale depends on no library of the system, and folds å, ä and ö rightly.
LOCALE = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C",
)


def is_new(directory: Path) -> bool:
    return not directory.exists() or (directory.is_dir() and not any(directory.iterdir()))


def check_owner(place: Place, account: Account) -> None:
    """Said first: of what is somebody else's, nothing more can be read."""
    if place.directory.exists():
        _check_owned_by(place.directory, account, {account.uid, os.geteuid()})


def _check_owned_by(directory: Path, account: Account, allowed: set[int]) -> None:
    owner = directory.lstat().st_uid
    if owner not in allowed:
        raise Refused(
            _(
                "Databasens mapp {directory} ägs av {owner}, men databasen körs som {name}. "
                "Starta som {owner}, eller välj en annan mapp."
            ).format(directory=directory, owner=name_of(owner), name=account.name)
        )


def check_ours(place: Place, account: Account, binaries: Binaries) -> None:
    """A whole cluster of the right version, whose password we hold."""
    directory = place.directory
    if not directory.is_dir():
        raise Refused(
            _("{directory} är ingen mapp. Välj en tom mapp, eller en som inte finns.").format(
                directory=directory
            )
        )
    if not (directory / "PG_VERSION").is_file():
        raise Refused(
            _(
                "Mappen {directory} innehåller annat än en databas. Välj en tom mapp, eller en "
                "som inte finns."
            ).format(directory=directory)
        )
    _check_owned_by(directory, account, {account.uid})
    found = (directory / "PG_VERSION").read_text(encoding="utf-8").strip()
    if found != binaries.major:
        raise Refused(
            _(
                "Databasen i {directory} är gjord med PostgreSQL {found}, men här finns "
                "PostgreSQL {major}. Läs ut den med den gamla versionens pg_dump och läs in den "
                "i en ny mapp."
            ).format(directory=directory, found=found, major=binaries.major)
        )
    _check_whole(place)


def _check_whole(place: Place) -> None:
    control = place.directory / "global" / "pg_control"
    if not control.is_file() or not control.stat().st_size:
        raise Refused(
            _(
                "Databasen i {directory} är halvfärdig: den avbröts medan den skapades eller "
                "kopierades, och filen {file} saknas. Flytta undan mappen och starta igen, eller "
                "återställ den från en säkerhetskopia."
            ).format(directory=place.directory, file=control.relative_to(place.directory))
        )
    if OWNER not in passwords.read(place.passwords):
        raise Refused(
            _(
                "Databasen i {directory} hör inte till Stegvis: dess lösenord saknas i {path}. "
                "Återställ lösenordsfilen från säkerhetskopian, eller välj en annan mapp."
            ).format(directory=place.directory, path=place.passwords)
        )


def create(place: Place, account: Account, binaries: Binaries, *, durable: bool) -> None:
    """Made beside and moved in when whole: a kill half-way leaves only what the next start clears.

    Each time in a folder of its own: an initdb whose starter was killed may still be at work.
    """
    password = passwords.kept(place.passwords, OWNER)
    folder = Path(tempfile.mkdtemp(prefix=place.unfinished, dir=place.directory.parent))
    _initialise(folder, password, account, _flags(binaries, durable=durable))
    (folder / "data").rename(place.directory)


def clear_unfinished(place: Place) -> None:
    """Again while something is written there: an initdb that lost its folder soon gives up."""
    for folder in place.directory.parent.glob(f"{glob.escape(place.unfinished)}*"):
        until = time.monotonic() + CLEARING_SECONDS
        while folder.exists() and time.monotonic() < until:
            shutil.rmtree(folder, ignore_errors=True)


def _flags(binaries: Binaries, *, durable: bool) -> list[str]:
    flags = [binaries.path("initdb"), *LOCALE, f"--username={OWNER}", "--auth=scram-sha-256"]
    return flags if durable else [*flags, "--no-sync"]


def _initialise(folder: Path, password: str, account: Account, flags: list[str]) -> None:
    secret = folder / "password"
    secret.touch(mode=0o600)
    secret.write_text(password, encoding="utf-8")
    account.take_over(secret)
    account.take_over(folder)
    data = folder / "data"
    done = account.run([*flags, f"--pgdata={data}", f"--pwfile={secret}"])
    if done.returncode != 0:
        raise Refused(
            _("Databasen kunde inte skapas i {folder}. PostgreSQL svarade: {answer}").format(
                folder=folder.parent, answer=_complaint(done.stderr)
            )
        )


def _complaint(errors: str) -> str:
    """The sentence that tells why, of all that initdb prints."""
    lines = [line.strip() for line in errors.splitlines() if line.strip()]
    said = [line for line in lines if "FATAL" in line or "error:" in line]
    return next(iter(said or lines[-1:]), "?")
