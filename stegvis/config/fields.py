"""The record of what is stored: every field of ours, whom it tells of, and what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Field, Model

from stegvis.config.without_database import set_up
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import ABOUT_NAMES, HOLDS_NAMES, About, Holds

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


def field_list() -> str:
    set_up()
    head = [
        "# " + _("Vad som sparas"),
        "",
        _("Varje fält i databasen: vem det säger något om, och vad det innehåller."),
        "",
        "| " + " | ".join((_("tabell"), _("fält"), _("om vem"), _("innehåll"))) + " |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *(_row(one) for one in stored_fields() if one.said), ""])


def _row(one: StoredField) -> str:
    about, holds = one.said or (About.NOBODY, Holds.KEY)
    whom, what = _(ABOUT_NAMES[about]), _(HOLDS_NAMES[holds])
    table = one.model._meta.label  # noqa: SLF001 - Django's own name for it
    return f"| `{table}` | `{one.name}` | {whom} | {what} |"
