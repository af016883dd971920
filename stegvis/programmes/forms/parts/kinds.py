"""The rows that programmes have, one form a table."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.formatting import ORE_PER_KRONA
from stegvis.programmes.calculations.portrait.frame import ROLES
from stegvis.programmes.forms.parts import fields
from stegvis.programmes.forms.parts.rows import PLACE, Row, RowForm
from stegvis.programmes.values.definition import Definition

FULL_TIME = 100
MOST_PERCENT = 2000  # a post that stands for twenty
LONGEST_TEXT = 2000

FINANCED = (_("Förbundets medel"), _("Parten själv"))


class PartyForm(RowForm):
    table, identity, one = "parties", "id", _("Part")
    name = fields.words(_("Namn"))
    role = fields.choice(_("Roll"), [(code, _(name)) for code, name in ROLES.items()])
    duty = fields.words(_("Gör i insatsen"), required=False)


class DecisionForm(RowForm):
    table, named_by, one = "decisions", "first", _("Beslutad tid")
    kind = fields.choice(
        _("Slag"),
        [
            ("first", _("Första beslutet")),
            ("extension", _("Förlängning")),
            ("supplement", _("Tilläggsansökan")),
        ],
    )
    first = fields.day(_("Första dagen"), required=True)
    last = fields.day(_("Sista dagen"))
    decided_on = fields.day(_("Beslutad den"))
    reference = fields.words(_("Diarienummer"), required=False, longest=100)

    @classmethod
    def shown(cls, row: Row) -> Row:
        return {"kind": "first", **row}


class PhaseForm(RowForm):
    table, one = "phases", _("Fas")
    name = fields.words(_("Namn"))
    first = fields.day(_("Första dagen"))
    last = fields.day(_("Sista dagen"))


class TargetGroupForm(RowForm):
    table, named_by, one = "target_group", "text", _("Regel")
    text = forms.CharField(
        label=_("Vilka"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 2})
    )
    priority = forms.BooleanField(label=_("Den här gruppen går före"), required=False)
    first = fields.day(_("Gäller från"))
    last = fields.day(_("Gäller till och med"))
    where = fields.words(
        _("Villkor som går att kontrollera"),
        required=False,
        longest=LONGEST_TEXT,
        help_text=_("Till exempel age >= 16 and age <= 29. Lämna tomt om du är osäker."),
    )

    @property
    def legend(self) -> str:
        return numbered(self)


class SeatsForm(RowForm):
    table, named_by, one = "seats", "seat", _("Platser")
    seat = fields.choice(_("Slag"))
    number = fields.whole_number(_("Antal"), lowest=1, highest=100_000)
    first = fields.day(_("Från"))
    last = fields.day(_("Till och med"))

    def choose(self, definition: Definition) -> None:
        self.fields["seat"].choices = fields.listed(definition.codes("seat"))  # type: ignore[attr-defined]

    @property
    def legend(self) -> str:
        return numbered(self)


class StepForm(RowForm):
    table, identity, one = "steps", "code", _("Steg")
    name = fields.words(_("Namn"))
    order = fields.whole_number(_("Ordning"), lowest=1, highest=1000, required=False)


class ActivityForm(RowForm):
    table, identity, one = "activities", "code", _("Aktivitet")
    name = fields.words(_("Namn"))
    limit = fields.whole_number(
        _("Längsta tid innan en förlängning beslutas"), lowest=1, highest=1000, required=False
    )
    span = fields.span()

    @classmethod
    def shown(cls, row: Row) -> Row:
        return {"span": "months", **row}

    def row(self, before: Row) -> Row:
        row = super().row(before)
        return row if "limit" in row else {k: v for k, v in row.items() if k != "span"}


class EventForm(RowForm):
    table, identity, one = "events", "code", _("Händelse")
    name = fields.words(_("Namn"))


class PostForm(RowForm):
    table, named_by, one = "posts", "role", _("Tjänst")
    role = fields.words(_("Befattning"))
    percent = fields.whole_number(_("Procent av heltid"), lowest=1, highest=MOST_PERCENT)
    payer = fields.choice(_("Arbetsgivare"))
    financed = fields.yes_or_no(_("Betalas av"), *FINANCED)
    first = fields.day(_("Från"))
    last = fields.day(_("Till och med"))

    def choose(self, definition: Definition) -> None:
        self.fields["payer"].choices = fields.listed(definition.codes("payer"))  # type: ignore[attr-defined]


class BudgetForm(RowForm):
    table, named_by, one = "budget", "year", _("Budgetrad")
    year = fields.whole_number(_("År"), lowest=fields.FIRST_YEAR, highest=fields.LAST_YEAR)
    category = fields.choice(_("Kostnadsslag"))
    name = fields.words(_("Eget namn"), required=False, longest=200)
    payer = fields.choice(_("Går till"))
    financed = fields.yes_or_no(_("Betalas av"), *FINANCED)
    amount = fields.AmountField(label=_("Kronor"), max_length=40)

    @classmethod
    def shown(cls, row: Row) -> Row:
        written = row.get("amount")
        if "amount_ore" in row:
            written = row["amount_ore"] / ORE_PER_KRONA
        if not isinstance(written, int | float):
            return row
        return {**row, "amount": fields.amount_written(written)}

    def choose(self, definition: Definition) -> None:
        self.fields["payer"].choices = fields.listed(definition.codes("payer"))  # type: ignore[attr-defined]
        categories = fields.listed(definition.codes("cost_category"))
        self.fields["category"].choices = categories  # type: ignore[attr-defined]

    def row(self, before: Row) -> Row:
        row = super().row(before)
        changed = "amount" in self.changed_data
        return {k: v for k, v in row.items() if not (changed and k == "amount_ore")}


def numbered(form: RowForm) -> str:
    """A row without a short name of its own."""
    return str(form.one) if form.is_new else f"{form.one} {form.initial[PLACE] + 1}"
