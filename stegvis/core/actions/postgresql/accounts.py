"""Who the server runs as: PostgreSQL refuses to run as root."""

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

ROOT = 0
STAND_INS = ("postgres", "nobody")  # who serves when root starts; the first that exists

# Nothing of the caller's: PGDATA, PGOPTIONS or a locale that is not installed would reach in.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
PRIVATE = 0o077


@dataclass(frozen=True)
class Account:
    name: str
    uid: int
    gid: int

    @property
    def is_somebody_else(self) -> bool:
        return self.uid != os.geteuid()

    def run(
        self, command: list[str], *, folder: Path = Path("/")
    ) -> subprocess.CompletedProcess[str]:
        """The command run to its end, in a session of its own that Ctrl-C does not reach."""
        other = self.is_somebody_else
        return subprocess.run(  # noqa: S603 - our own binaries, no shell reads the arguments
            command,
            user=self.uid if other else None,
            group=self.gid if other else None,
            extra_groups=[] if other else None,
            cwd=folder,
            env=ENVIRONMENT,
            umask=PRIVATE,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )

    def take_over(self, path: Path) -> None:
        if self.is_somebody_else:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def account_for(directory: Path) -> Account:
    """Ourselves; under root the stand-in that owns the directory already, else the first."""
    if os.geteuid() != ROOT:
        return Account(name_of(os.geteuid()), os.geteuid(), os.getegid())
    known = [_named(name) for name in STAND_INS if _exists(name)]
    if not known:
        raise Refused(
            _(
                "Databasen kan inte köras som root, och varken postgres eller nobody finns på "
                "datorn. Starta som en vanlig användare."
            )
        )
    owner = directory.lstat().st_uid if directory.exists() else known[0].uid
    return next((account for account in known if account.uid == owner), known[0])


def name_of(uid: int) -> str:
    """The number itself for an account that the machine does not list, as in some containers."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def closed_folder(account: Account, path: Path) -> Path | None:
    """The first folder on the way to the path that the account may not enter."""
    on_the_way = (folder for folder in reversed(path.parents) if folder.is_dir())
    return next((folder for folder in on_the_way if not _may_enter(account, folder)), None)


def _may_enter(account: Account, folder: Path) -> bool:
    found = folder.stat()
    if found.st_uid == account.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == account.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)


def _exists(name: str) -> bool:
    return any(entry.pw_name == name for entry in pwd.getpwall())


def _named(name: str) -> Account:
    entry = pwd.getpwnam(name)
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
