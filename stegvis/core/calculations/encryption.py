"""Bytes that are safe at rest: the keys come from outside the database, and can be changed.

The newest key stands first and writes; every key reads. A key is 32 bytes in URL-safe base64.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

Keys = tuple[str, ...]


def encrypted(content: bytes, keys: Keys) -> bytes:
    return _box(keys).encrypt(content)


def decrypted(token: bytes, keys: Keys) -> bytes:
    with _refusing():
        return _box(keys).decrypt(token)


def renewed(token: bytes, keys: Keys) -> bytes:
    """The same content under the newest key; the time it was written is kept."""
    with _refusing():
        return _box(keys).rotate(token)


def new_key() -> str:
    return Fernet.generate_key().decode()


@cache
def _box(keys: Keys) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except InvalidToken as error:
        sentence = _(
            "En krypterad uppgift går inte att öppna med nycklarna i STEGVIS_KEYS. "
            "Lägg tillbaka den nyckel som användes när den sparades."
        )
        raise Refused(sentence) from error
