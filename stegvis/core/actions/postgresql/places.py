"""Where the server keeps its things: the data directory, and a folder of ours beside it."""

import os
from dataclasses import dataclass
from pathlib import Path

from stegvis.core.actions.postgresql.accounts import Account

CLOSED = 0o700
PASSABLE = 0o711  # another account may pass through a folder that we make, and list nothing


@dataclass(frozen=True)
class Place:
    directory: Path

    @classmethod
    def at(cls, directory: Path) -> "Place":
        return cls(directory.resolve())

    @property
    def ours(self) -> Path:
        """Passwords and locks; never inside the data directory, which is the server's own."""
        return self.directory.with_name(f"{self.directory.name}.launcher")

    @property
    def unfinished(self) -> str:
        """How a folder beside begins, in which a cluster is made and then moved out whole."""
        return f"{self.directory.name}.unfinished-"

    @property
    def passwords(self) -> Path:
        return self.ours / "passwords.json"

    @property
    def lock(self) -> Path:
        return self.ours / "lock"

    @property
    def in_use(self) -> Path:
        return self.ours / "in-use"

    @property
    def log(self) -> Path:
        return self.directory / "server.log"

    def prepare(self, account: Account) -> None:
        """Make what is missing; what exists already keeps its owner and its mode."""
        for folder in reversed(self.ours.parents):
            _make(folder, PASSABLE if account.is_somebody_else else CLOSED)
        _make(self.ours, CLOSED)


def _make(folder: Path, mode: int) -> None:
    try:
        folder.mkdir(mode=CLOSED)
    except (FileExistsError, PermissionError):
        if not folder.is_dir():
            raise
        return
    if mode != CLOSED:
        os.chmod(folder, mode)  # noqa: PTH101 - only a folder made just now, whatever the umask
