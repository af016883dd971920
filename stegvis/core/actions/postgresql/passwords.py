"""Generated passwords, in one file that only its owner can read."""

import json
import os
import secrets
import stat
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

PASSWORD_BYTES = 32  # 256 bits: nobody types it, nobody guesses it
OTHERS = 0o077


def read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text(encoding="utf-8")
        _check_private(path)
        found = json.loads(text)
    except FileNotFoundError:
        return {}
    except ValueError:
        found = None
    if isinstance(found, dict) and all(isinstance(word, str) for word in found.values()):
        return found
    raise Refused(
        _(
            "Databasens lösenordsfil {path} går inte att läsa. Återställ den och databasen från "
            "samma säkerhetskopia."
        ).format(path=path)
    )


def kept(path: Path, role: str) -> str:
    """The role's password, generated the first time; call it alone."""
    known = read(path)
    if role not in known:
        known[role] = secrets.token_urlsafe(PASSWORD_BYTES)
        _write(path, json.dumps(known, indent=2, sort_keys=True))
    return known[role]


def _write(path: Path, text: str) -> None:
    """Whole or not at all, also when the machine stops in between."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(descriptor)
    fresh.replace(path)


def _check_private(path: Path) -> None:
    if stat.S_IMODE(path.stat().st_mode) & OTHERS:
        raise Refused(
            _(
                "Databasens lösenordsfil {path} kan läsas av andra på datorn. "
                "Kör: chmod 600 '{path}', och försök igen."
            ).format(path=path)
        )
