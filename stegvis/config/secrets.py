"""Secrets that the product makes for itself where nobody has given any: for trial and small sites.

They stand in a folder of their own, outside the database, readable by nobody else.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

ONLY_OWNER = 0o600
OTHERS_MAY = 0o077


def kept(file: Path, make: Callable[[], str]) -> str:
    """The secret in the file, made the first time; two that start at once get the same."""
    try:
        if file.is_file() and file.stat().st_mode & OTHERS_MAY:
            sentence = _("Andra kan läsa {file}. Kör chmod 600 på filen och starta igen.")
            raise Refused(sentence.format(file=file))
        if not file.is_file():
            _write(file, make())
        return file.read_text(encoding="utf-8").strip()
    except OSError as error:
        sentence = _(
            "Filen {file} går inte att läsa eller skriva. Kontrollera vem som äger mappen."
        )
        raise Refused(sentence.format(file=file)) from error


def random_key() -> str:
    return secrets.token_urlsafe(50)


def _write(file: Path, secret: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    own = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(secret)
    with suppress(FileExistsError):
        file.hardlink_to(own)
    own.unlink()
