"""The record of processing (registerförteckning) of one association, as a document.

The articles are those of the data-protection regulation: what the record shall hold stands in
article 30. Categories are read of the fields themselves, so that none is forgotten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.privacy import (
    ABOUT_NAMES,
    CLOSED,
    HOLDS_NAMES,
    IDENTITY,
    ORDINARY,
    SENSITIVE,
    STAFF,
    About,
    Holds,
)
from stegvis.reports.values.document import Block, Bullets, Document, Heading, Paragraph, Run, Table

OF_PERSONS = (IDENTITY, ORDINARY, SENSITIVE, CLOSED, STAFF)
Said = tuple[str, str, About, Holds]
"""What a table and a field are called in words, and what is said of the field."""


@dataclass(frozen=True)
class Controller:
    """An agency of the association, as the record names it."""

    name: str
    kind: str
    records: str


@dataclass(frozen=True)
class Processing:
    """What is known of an association that the record needs."""

    association: str
    controllers: tuple[Controller, ...]
    agreements: tuple[tuple[str, date | None], ...]
    fields: tuple[Said, ...]


def processing_document(known: Processing, *, on: date, language: str) -> Document:
    return Document(
        title=_("Registerförteckning"),
        subtitle=known.association,
        language=language,
        facts=(
            (_("Personuppgiftsansvariga"), str(len(known.controllers))),
            (_("Dag"), day(on)),
        ),
        blocks=(
            *_responsible(known),
            *_purposes(),
            *_people(),
            *_categories(known.fields),
            *_recipients(),
            *_protection(),
        ),
        running=_("Registerförteckning för {name}").format(name=known.association),
        created_on=on,
    )


def _responsible(known: Processing) -> list[Block]:
    title = _("Personuppgiftsansvariga")
    header = (_("Namn"), _("Slag"), _("För i Stegvis"))
    rows = tuple((one.name, one.kind, one.records) for one in known.controllers)
    agreed = tuple((name, day(on) if on else _("saknas")) for name, on in known.agreements)
    return [
        Heading(1, title),
        _said(
            _(
                "Var och en av parterna svarar för de uppgifter som dess egen personal antecknar. "
                "Vem som svarar för vad gentemot deltagaren står i parternas överenskommelse."
            )
        ),
        *([Table(title, header, rows)] if rows else []),
        Table(_("Avtal och bedömningar"), (_("Handling"), _("Dag")), agreed),
    ]


def _purposes() -> list[Block]:
    said = (
        _("Att ge deltagaren samordnat stöd i en insats."),
        _("Att följa upp insatsen med antal där ingen går att känna igen."),
        _("Att visa för deltagaren och för tillsynen vem som har läst vad."),
        _("Att ge den som arbetar rätt behörighet."),
    )
    return [Heading(1, _("Ändamål")), _listed(said)]


def _people() -> list[Block]:
    said = (
        _("Deltagare, och den som har anmält intresse eller remitterats."),
        _("Deltagares ställföreträdare."),
        _("De som arbetar hos parterna och i insatserna."),
    )
    return [Heading(1, _("Vilka uppgifterna gäller")), _listed(said)]


def _categories(fields: Sequence[Said]) -> list[Block]:
    blocks: list[Block] = [Heading(1, _("Vilka uppgifter som sparas"))]
    for about in OF_PERSONS:
        rows = _rows(one for one in fields if one[2] == about)
        if rows:
            title = _("Uppgifter om {whom}").format(whom=_(ABOUT_NAMES[about]))
            header = (_("Register"), _("Uppgifter"), _("Innehåll"))
            blocks += [Heading(2, title), Table(title, header, rows)]
    return blocks


def _rows(fields: Iterable[Said]) -> tuple[tuple[str, ...], ...]:
    """A row for each table: its fields after one another, and what kinds of content they are."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for table, name, _about, holds in fields:
        names, kinds = found.setdefault(table, ([], []))
        names.append(name)
        kinds.append(_(HOLDS_NAMES[holds]))
    return tuple(
        (table, ", ".join(names), ", ".join(dict.fromkeys(kinds)))
        for table, (names, kinds) in found.items()
    )


def _recipients() -> list[Block]:
    said = (
        _("En annan part, när deltagaren har samtyckt eller uppgiften får lämnas enligt lag."),
        _("Den som deltagaren själv pekar ut, som en arbetsgivare eller en läkare."),
        _("Förbundet och allmänheten får antal, aldrig personer."),
        _("Inga uppgifter förs över till ett land utanför EU och EES av Stegvis."),
    )
    return [Heading(1, _("Mottagare")), _listed(said)]


def _protection() -> list[Block]:
    said = (
        _("En person visas bara för den som är involverad i den, av databasen själv."),
        _("Identitet, känsliga texter och filer är krypterade med nycklar utanför databasen."),
        _("Varje läsning loggas, och loggen går inte att ändra utan att det märks."),
        _("Uppgifter gallras efter regler som två personer beslutar om."),
        _("Roller kräver säker inloggning, och ingen ger sig själv en roll."),
    )
    return [Heading(1, _("Skydd och gallring")), _listed(said)]


def _said(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def _listed(sentences: Iterable[str]) -> Bullets:
    return Bullets(tuple((Run(one),) for one in sentences))
