"""Changes, counts, sizes and moments in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.programmes.values.facts import TABLE_OF, TABLES
from stegvis.results.queries.deliveries import Delivery

ORDER = {table.name: place for place, table in enumerate(TABLES)}
SHORT_DIGEST = 16  # enough to compare by eye
KILOBYTE, MEGABYTE = 1024, 1024 * 1024


@dataclass(frozen=True)
class ChangedTable:
    title: str
    added: str
    changed: str
    removed: str
    same: str


def changed_tables(changes: Mapping[str, list[int]]) -> list[ChangedTable]:
    known = sorted(changes, key=lambda name: ORDER[name])
    return [ChangedTable(_(TABLE_OF[name].title), *map(number, changes[name])) for name in known]


def change_words(delivery: Delivery) -> str:
    added, changed, removed = (
        sum(row[place] for row in delivery.changes.values()) for place in range(3)
    )
    if not added + changed + removed:
        return _("Inget ändrades.") if delivery.changes else ""
    parts = (
        (added, ngettext("{n} ny rad", "{n} nya rader", added)),
        (changed, ngettext("{n} ändrad", "{n} ändrade", changed)),
        (removed, ngettext("{n} borttagen", "{n} borttagna", removed)),
    )
    return ", ".join(words.format(n=number(count)) for count, words in parts if count)


def size_words(size: int) -> str:
    if not size:
        return "–"
    if size < MEGABYTE:
        return f"{number(-(-size // KILOBYTE))} kB"
    return f"{number(-(-size // MEGABYTE))} MB"


def about_rows(delivery: Delivery) -> list[tuple[str, str]]:
    """Who did what, when, and with which files."""
    files = [f"{one['name']} ({size_words(one['size'])})" for one in delivery.named]
    happened = (
        (_("Lämnad"), delivery.delivered_at, delivery.delivered_by),
        (_("Inläst"), delivery.applied_at, delivery.applied_by),
        (_("Ångrad"), delivery.undone_at, delivery.undone_by),
    )
    told = [(word, _moment_words(at, by)) for word, at, by in happened if at]
    digests = [one["digest"] for one in delivery.named if one["digest"]]
    return [
        (_("Filer") if len(files) > 1 else _("Fil"), ", ".join(files)),
        *told,
        *([(_("Uppgifternas datum"), day(delivery.extracted_on))] if delivery.extracted_on else []),
        (_("Kontrollsumma"), ", ".join(one[:SHORT_DIGEST] for one in digests) or "–"),
    ]


def _moment_words(at: datetime, by: object) -> str:
    moment = localtime(at).strftime("%Y-%m-%d %H:%M")
    return _("{moment} av {name}").format(moment=moment, name=by) if by else moment


def fault_count(count: int) -> str:
    return ngettext("{n} fel", "{n} fel", count).format(n=number(count)) if count else ""


def warning_count(count: int) -> str:
    said = ngettext("{n} sak att titta på", "{n} saker att titta på", count)
    return said.format(n=number(count)) if count else ""


def left_out(count: int) -> str:
    said = ngettext(
        "{n} rad med fel lämnas utanför. Resten går att läsa in ändå.",
        "{n} rader med fel lämnas utanför. Resten går att läsa in ändå.",
        count,
    )
    return said.format(n=number(count)) if count else ""
