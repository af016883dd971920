"""Which parts there are, and a part's forms over a working copy."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from stegvis.programmes.files.toml_editing import edited_text
from stegvis.programmes.forms.parts import kinds
from stegvis.programmes.forms.parts.keys import BasicsForm, IntakeForm, KeysForm, OrderForm
from stegvis.programmes.forms.parts.rows import RowForm, Rows, rows_of, wrong_in
from stegvis.programmes.values.definition import Definition

Data = Mapping[str, Any] | None
COUNT = re.compile(r"[0-9]{1,4}")  # of rows, as a browser sends it
MORE = "more"
"""The button that asks for another empty row; its value is the table."""


@dataclass(frozen=True)
class Part:
    """`slug` stands in the address."""

    slug: str
    title: Any
    about: Any
    keys: type[KeysForm] | None = None
    tables: tuple[tuple[Any, Any, type[RowForm]], ...] = ()
    """Each with its heading and the words on the button that adds a row."""


PARTS: tuple[Part, ...] = (
    Part("grunder", _("Namn och slag"), _("Vad insatsen heter och är."), BasicsForm),
    Part(
        "tid",
        _("Tid"),
        _("Beslutade perioder, förlängningar, intagsstopp och faser."),
        IntakeForm,
        (
            (_("Beslutad tid"), _("Lägg till en period"), kinds.DecisionForm),
            (_("Faser"), _("Lägg till en fas"), kinds.PhaseForm),
        ),
    ),
    Part(
        "malgrupp",
        _("Målgrupp och platser"),
        _("Vilka insatsen är för, vilka som går före och hur många som får plats."),
        tables=(
            (_("För vem"), _("Lägg till en regel"), kinds.TargetGroupForm),
            (_("Platser"), _("Lägg till platser"), kinds.SeatsForm),
        ),
    ),
    Part(
        "parter",
        _("Parter"),
        _("Vilka som är med och vad de gör."),
        tables=((_("Vilka är med"), _("Lägg till en part"), kinds.PartyForm),),
    ),
    Part(
        "arbete",
        _("Steg, aktiviteter och händelser"),
        _("Vägen genom insatsen, det som erbjuds och det som ska ha hänt."),
        OrderForm,
        (
            (_("Steg"), _("Lägg till ett steg"), kinds.StepForm),
            (_("Aktiviteter"), _("Lägg till en aktivitet"), kinds.ActivityForm),
            (_("Händelser"), _("Lägg till en händelse"), kinds.EventForm),
        ),
    ),
    Part(
        "personal",
        _("Personal"),
        _("Tjänster, hur stora de är och vem som betalar."),
        tables=((_("Tjänster"), _("Lägg till en tjänst"), kinds.PostForm),),
    ),
    Part(
        "budget",
        _("Budget"),
        _("Pengar per år, kostnadsslag och betalare."),
        tables=((_("Budgetrader"), _("Lägg till en budgetrad"), kinds.BudgetForm),),
    ),
)
PART_OF = {part.slug: part for part in PARTS}


@dataclass(frozen=True)
class TableForms:
    title: Any
    more: Any
    rows: Rows


class PartForms:
    """All forms of one part: as the text has it, or as they were sent."""

    def __init__(self, part: Part, text: str, definition: Definition, data: Data = None) -> None:
        self.part, self.text = part, text
        self.values = tomllib.loads(text)
        self.data = _with_more(data) if data is not None else None
        self.keys = (
            part.keys(self.data, initial=part.keys.shown(self.values)) if part.keys else None
        )
        self.tables = [
            TableForms(title, more, rows_of(kind, self.values, definition, self.data))
            for title, more, kind in part.tables
        ]

    @property
    def asks_for_more(self) -> bool:
        return self.data is not None and MORE in self.data

    def is_valid(self) -> bool:
        """Every form is asked, so that all that is wrong is said at once."""
        whole = self.keys is None or self.keys.is_valid()
        return all([whole, *(table.rows.is_valid() for table in self.tables)])

    def wrong(self) -> Iterator[tuple[Any, str]]:
        """Each sentence with its field, or with none when a table as a whole is wrong."""
        for field in self.keys.visible_fields() if self.keys else ():
            yield from ((field, str(error)) for error in field.errors)
        for table in self.tables:
            yield from ((None, str(error)) for error in table.rows.non_form_errors())
            yield from wrong_in(table.rows)

    def changed_text(self) -> str:
        values = dict(self.values)
        for name, value in (self.keys.keys() if self.keys else {}).items():
            values = {**values, name: value} if value is not None else _without(values, name)
        for table in self.tables:
            rows = table.rows.rows(self.values.get(table.rows.table, []))
            if rows or table.rows.table in values:
                values[table.rows.table] = rows
        return edited_text(self.text, values)


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def _with_more(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """One empty row more in the table that was asked for."""
    total = f"{data.get(MORE)}-TOTAL_FORMS"
    if not COUNT.fullmatch(str(data.get(total))):
        return data
    changed = data.copy()  # type: ignore[attr-defined] # what a browser sent can be copied
    changed[total] = str(int(data[total]) + 1)
    return changed  # type: ignore[no-any-return]
