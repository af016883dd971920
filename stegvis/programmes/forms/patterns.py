"""A goal picked from a pattern: its own words, and the blanks of the pattern filled in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.programmes.forms.goals import LEVELS, text_field
from stegvis.programmes.forms.parts import fields
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.identifiers import code_from, slug_from
from stegvis.programmes.values.patterns import Parameter, Pattern

PER_CENT = 100
SHARES = frozenset({"share", "conversion", "domains_improved", "time_to_event", "change"})
NEW_EVENT = "new_event"
GROUPS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("Hur stor andel"), ("share",)),
    (_("Hur många"), ("count", "standing_volume")),
    (_("Hur fort"), ("conversion", "time_to_event")),
    (_("Hur mycket bättre"), ("change", "domains_improved")),
    (_("Något ska finnas"), ("deliverable",)),
    (_("Något ska bedömas"), ("qualitative",)),
)
"""The kinds of goals in the order that people ask for them."""


@dataclass(frozen=True)
class Blank:
    """How a parameter is asked for: a number, or one or several codes of a list."""

    label: Any
    code_list: str = ""
    several: bool = False
    choices: tuple[tuple[str, Any], ...] = ()


BLANKS: dict[str, Blank] = {
    "target": Blank(_("Måltal")),
    "within": Blank(_("Inom hur lång tid")),
    "at_days": Blank(_("Dagar efter inskrivningen")),
    "least": Blank(_("Minst så mycket")),
    "domains": Blank(_("Minst antal områden")),
    "destinations": Blank(_("Gick vidare till"), "destination", several=True),
    "plans": Blank(_("Planer som räknas"), "plan_kind", several=True),
    "reasons": Blank(_("Avslutsorsaker"), "exit_reason", several=True),
    "activities": Blank(_("Aktiviteter"), "activity", several=True),
    "items": Blank(_("Frågor eller områden"), "item", several=True),
    "moment": Blank(_("När"), "moment"),
    "plan": Blank(_("Plan"), "plan_kind"),
    "seat": Blank(_("Slag av plats"), "seat"),
    "step": Blank(_("Steg"), "step"),
    "instrument": Blank(_("Mätinstrument"), "instrument"),
    "assessment": Blank(_("Bedömning"), "assessment"),
    "survey": Blank(_("Enkät"), "survey"),
    "item": Blank(_("Fråga"), "item"),
    "volume": Blank(_("Det som räknas"), "volume"),
    "event": Blank(_("Händelse"), "event"),
    "gender": Blank(_("Underrepresenterat kön"), "gender"),
    "span": Blank(
        _("Räknat i"),
        choices=(("days", _("dagar")), ("weeks", _("veckor")), ("months", _("månader"))),
    ),
    "unit": Blank(
        _("Räknas i"),
        choices=(
            ("certificate", _("intyg")),
            ("case", _("ärenden")),
            ("advice", _("rådgivningar")),
        ),
    ),
    "least_is": Blank(
        _("Minsta förändring enligt"),
        choices=(
            ("published", _("publicerad gräns")),
            ("reliable", _("mätfelet")),
            ("raw", _("ett steg på skalan")),
            ("convention", _("en halv standardavvikelse")),
        ),
    ),
}


class PatternForm(forms.Form):
    text = text_field(_("Målet i sina egna ord"))
    level = forms.ChoiceField(label=_("Nivå"), choices=LEVELS)
    source = fields.words(
        _("Var målet står"),
        longest=200,
        help_text=_("En nyckel med stor bokstav, och efter kolon stället: Beslut:mål 1."),
    )

    def __init__(self, data: Any = None, *, pattern: Pattern, definition: Definition) -> None:
        initial = {"level": pattern.goal.get("level"), "source": definition.source}
        super().__init__(data, initial=initial)
        self.pattern, self.definition = pattern, definition
        for name, parameter in pattern.parameters.items():
            self.fields[name] = _field(name, parameter, pattern, definition)
        if "event" in pattern.parameters:
            self.fields["event"].required = False
            self.fields[NEW_EVENT] = fields.words(_("Eller en ny händelse"), required=False)

    @property
    def missing(self) -> list[str]:
        """Lists of the programme that a blank needs and that are empty."""
        return [
            str(blank.label)
            for name in self.pattern.parameters
            if (blank := BLANKS[name]).code_list
            and name != "event"
            and not self.definition.codes(blank.code_list).codes
        ]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if "event" in self.fields and not (said.get("event") or said.get(NEW_EVENT)):
            self.add_error("event", _("Välj en händelse, eller beskriv en ny."))
        return said

    def row(self, taken: set[str]) -> dict[str, Any]:
        """The goal as it is written: what differs from the pattern, and nothing else."""
        said = self.cleaned_data
        row: dict[str, Any] = {
            "pattern": self.pattern.id,
            "id": slug_from(said["text"], taken),
            "text": said["text"],
            "source": said["source"],
        }
        if said["level"] != self.pattern.goal.get("level"):
            row["level"] = said["level"]
        for name, parameter in self.pattern.parameters.items():
            value = _kept(name, said[name], self.pattern)
            if value != _plain(parameter.default):
                row[name] = value
        return row | ({"event": self.new_event["code"]} if self.new_event else {})

    @property
    def new_event(self) -> dict[str, str]:
        """The event that the goal brings with it."""
        name = self.cleaned_data.get(NEW_EVENT)
        taken = [event.code for event in self.definition.events]
        return {"code": code_from(name, taken), "name": name} if name else {}


def _field(name: str, parameter: Parameter, pattern: Pattern, definition: Definition) -> Any:
    blank = BLANKS[name]
    make: Callable[..., Any] = _number if not (blank.code_list or blank.choices) else _choice
    return make(name, blank, parameter, (pattern, definition))


def _number(name: str, blank: Blank, parameter: Parameter, of: tuple[Pattern, Definition]) -> Any:
    label, default = str(blank.label), parameter.default
    in_percent = name == "target" and of[0].goal["kind"] in SHARES
    if in_percent:
        label = str(_("{label}, procent")).format(label=label)
        default = default * PER_CENT if isinstance(default, float) else default
    return forms.DecimalField(
        label=label,
        initial=default,
        min_value=0,
        max_value=PER_CENT if in_percent else None,
        max_digits=12,
        decimal_places=4,
        widget=forms.NumberInput(attrs={"step": "any"}),
    )


def _choice(_name: str, blank: Blank, parameter: Parameter, of: tuple[Pattern, Definition]) -> Any:
    choices = list(blank.choices) or fields.listed(of[1].codes(blank.code_list))
    if blank.several:
        return forms.MultipleChoiceField(
            label=blank.label,
            choices=choices,
            initial=_plain(parameter.default),
            widget=forms.CheckboxSelectMultiple,
        )
    return forms.ChoiceField(
        label=blank.label, choices=[("", "–"), *choices], initial=parameter.default
    )


def _kept(name: str, written: Any, pattern: Pattern) -> Any:
    """As a file would have it: numbers plain, shares 0–1."""
    if isinstance(written, str | list) or written is None:
        return written
    number = float(written)
    if name == "target" and pattern.goal["kind"] in SHARES:
        return round(number / PER_CENT, 8)
    return int(number) if number.is_integer() else number


def _plain(default: object) -> Any:
    return list(default) if isinstance(default, tuple) else default
