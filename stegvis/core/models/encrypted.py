"""What the database keeps and cannot read: only the keys outside it open these fields."""

from typing import Any

from django.conf import settings
from django.db import models

from stegvis.core.calculations.encryption import Keys, decrypted, encrypted


class EncryptedBytes(models.BinaryField):  # type: ignore[type-arg]
    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002 - Django's own signature
        sealed = None if value is None else encrypted(self.as_bytes(value), _keys())
        return super().get_db_prep_value(sealed, connection, prepared)

    def from_db_value(self, value: Any, *_others: object) -> Any:
        return None if value is None else self.as_value(decrypted(bytes(value), _keys()))

    def to_python(self, value: Any) -> Any:
        return value

    def as_bytes(self, value: Any) -> bytes:
        return bytes(value)

    def as_value(self, content: bytes) -> Any:
        return content


class EncryptedText(EncryptedBytes):
    def _check_str_default_value(self) -> list[Any]:
        """Text is what it takes: bytes are only how it is stored."""
        return []

    def as_bytes(self, value: Any) -> bytes:
        return str(value).encode()

    def as_value(self, content: bytes) -> Any:
        return content.decode()


def _keys() -> Keys:
    return tuple(settings.STEGVIS_KEYS)
