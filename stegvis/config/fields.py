"""The record of what is stored: every field of ours, whom it tells of, and what it holds."""

from stegvis.config.without_database import set_up
from stegvis.core.queries.stored_fields import StoredField, stored_fields
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import ABOUT_NAMES, HOLDS_NAMES, About, Holds


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
