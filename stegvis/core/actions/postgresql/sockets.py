"""The folder of the server's socket: short, predictable, and nobody else's."""

import hashlib
import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from stegvis.core.actions.postgresql.accounts import Account, closed_folder
from stegvis.core.actions.postgresql.places import CLOSED
from stegvis.core.actions.postgresql.settings import PORT
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

LONGEST_SOCKET_BYTES = 103  # sun_path less its closing nought: 107 on Linux, 103 on macOS
SOCKET = f".s.PGSQL.{PORT}"
LOCK_OF_SOCKET = f"{SOCKET}.lock"
SYSTEMS_OWN = Path("/tmp")  # noqa: S108 - each folder made there is checked before it is used
NAMES = 5  # others tried when somebody has taken the first


def make_socket_directory(directory: Path, account: Account) -> Path:
    tried = []
    for folder in _candidates(directory, account):
        if _made(folder, account):
            return folder
        tried.append(str(folder))
    raise Refused(
        _(
            "Databasens uttag (socket) behöver en mapp som bara {name} kommer åt, men ingen går "
            "att använda: {folders}. Ta bort dem, eller ange en annan mapp i TMPDIR."
        ).format(name=account.name, folders=", ".join(tried) or tempfile.gettempdir())
    )


def is_closed_to_others(folder: Path, account: Account) -> bool:
    """A real folder, no link, of the account that serves, that nobody else may look into."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    is_folder = stat.S_ISDIR(found.st_mode)
    return is_folder and found.st_uid == account.uid and stat.S_IMODE(found.st_mode) == CLOSED


def is_there(folder: Path, account: Account) -> bool:
    return is_closed_to_others(folder, account) and (folder / SOCKET).is_socket()


def clear_socket_directory(folder: Path) -> None:
    """Away with what a killed server left; PostgreSQL believes any process with its pid."""
    for name in (SOCKET, LOCK_OF_SOCKET):
        (folder / name).unlink(missing_ok=True)


def remove_socket_directory(folder: Path, account: Account) -> None:
    """A folder that holds more than ours stays."""
    if is_closed_to_others(folder, account) and not _is_answered(folder):
        clear_socket_directory(folder)
        with suppress(OSError):
            folder.rmdir()


def _is_answered(folder: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as asked:
        try:
            asked.connect(str(folder / SOCKET))
        except OSError:
            return False
        return True


def _candidates(directory: Path, account: Account) -> Iterator[Path]:
    digest = hashlib.sha256(os.fsencode(directory)).hexdigest()[:16]
    names = [f"stegvis-{digest}", *(f"stegvis-{digest}-{number}" for number in range(2, NAMES + 1))]
    for base in dict.fromkeys((Path(tempfile.gettempdir()), SYSTEMS_OWN)):
        for name in names:
            folder = base / name
            if _fits(folder) and _is_sound(base) and closed_folder(account, folder) is None:
                yield folder


def _fits(folder: Path) -> bool:
    """Short enough, and without the comma after which a client reads another host."""
    length = len(os.fsencode(folder / LOCK_OF_SOCKET))
    return length <= LONGEST_SOCKET_BYTES and "," not in str(folder)


def _is_sound(base: Path) -> bool:
    """Nobody may move our folder away: the base is not open to all, or has the sticky bit."""
    mode = base.stat().st_mode
    return not mode & stat.S_IWOTH or bool(mode & stat.S_ISVTX)


def _made(folder: Path, account: Account) -> bool:
    with suppress(FileExistsError):
        folder.mkdir(mode=CLOSED)
    if is_closed_to_others(folder, replace(account, uid=os.geteuid())):
        account.take_over(folder)
    return is_closed_to_others(folder, account) and not _is_answered(folder)
