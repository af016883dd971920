"""Every field that Stegvis stores, with what its model says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Field, Model

from stegvis.core.values.privacy import About, Holds

OURS = "stegvis."
OF_THE_FRAMEWORK = frozenset({"groups", "user_permissions"})
"""Relations of Django's own user that we do not use."""


@dataclass(frozen=True)
class StoredField:
    """`said` is None for a field that no Privacy class names: there must be none."""

    model: type[Model]
    name: str
    said: tuple[About, Holds] | None


def stored_fields() -> Iterator[StoredField]:
    for config in apps.get_app_configs():
        if config.name.startswith(OURS):
            for model in config.get_models():
                yield from _fields(model)


def _fields(model: type[Model]) -> Iterator[StoredField]:
    said = getattr(model, "Privacy", None)
    for field in model._meta.get_fields():  # noqa: SLF001 - Django's own name for it
        if isinstance(field, Field) and field.name not in OF_THE_FRAMEWORK:
            yield StoredField(model, field.name, getattr(said, field.name, None))
