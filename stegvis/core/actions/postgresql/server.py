"""How a running server is reached."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from stegvis.core.actions.postgresql.clusters import OWNER


@dataclass(frozen=True)
class Server:
    directory: Path
    socket_directory: Path
    port: int
    password: str = field(repr=False)

    def url(self, database: str, *, role: str = OWNER, password: str | None = None) -> str:
        """With the owner's own password when none is given; another role then has none."""
        secret = self.password if password is None and role == OWNER else password
        who = quote(role, safe="") + (f":{quote(secret, safe='')}" if secret else "")
        host = quote(str(self.socket_directory), safe="")
        return f"postgresql://{who}@/{quote(database, safe='')}?host={host}&port={self.port}"
