"""One goal changed: corrected, replaced from a day, ended, taken away."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stegvis.core.values.formatting import ORE_PER_KRONA
from stegvis.programmes.calculations.kinds import is_share
from stegvis.programmes.calculations.words import unit_name
from stegvis.programmes.forms.parts import fields
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import AnyIndicator, Deliverable, Qualitative

Row = dict[str, Any]

PER_CENT = 100
LEVELS = [
    ("overall", _("Övergripande mål")),
    ("effect", _("Effektmål")),
    ("programme", _("Insatsmål")),
]
LONGEST_TEXT = 2000


def target_scale(goal: AnyIndicator) -> int:
    """How many of the goal's own units there are in one of those that people write."""
    if goal.unit is Unit.KRONA:
        return ORE_PER_KRONA
    return 1


def shown_target(value: float, goal: AnyIndicator) -> float:
    """A share as per cent, öre as kronor."""
    shown = value * PER_CENT if is_share(goal) else value / target_scale(goal)
    rounded = round(shown, 6)
    return int(rounded) if float(rounded).is_integer() else rounded


def kept_target(written: Any, goal: AnyIndicator) -> float:
    number = float(written)
    kept = number / PER_CENT if is_share(goal) else number * target_scale(goal)
    rounded = round(kept, 8)
    return int(rounded) if rounded.is_integer() and not is_share(goal) else rounded


def target_label(goal: AnyIndicator) -> str:
    unit = str(_("procent")) if is_share(goal) else unit_name(goal.unit)
    return str(_("Måltal, {unit}")).format(unit=unit)


def target_field(goal: AnyIndicator, *, required: bool = False) -> Any:
    highest = PER_CENT if is_share(goal) else None
    return forms.DecimalField(
        label=target_label(goal),
        required=required,
        max_digits=15,
        decimal_places=4,
        max_value=highest,
        widget=forms.NumberInput(attrs={"step": "any"}),
    )


def text_field(label: Any, *, required: bool = True, rows: int = 2) -> Any:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class GoalForm(forms.Form):
    """A mistake put right: the goal itself stays the same."""

    text = text_field(_("Målet i sina egna ord"))
    level = forms.ChoiceField(label=_("Nivå"), choices=LEVELS)
    definition = text_field(_("Förtydligande"), required=False)
    measured_when = fields.words(_("När det mäts"), required=False)

    def __init__(self, data: Any = None, *, goal: AnyIndicator, prefix: str) -> None:
        initial = {name: getattr(goal, name) for name in self.base_fields}
        if goal.target is not None:
            initial["target"] = shown_target(goal.target.value, goal)
        super().__init__(data, initial=initial, prefix=prefix)
        self.goal = goal
        if not isinstance(goal, Deliverable | Qualitative):
            self.fields["target"] = target_field(goal)

    def row(self, before: Row) -> Row:
        said = {name: self.cleaned_data[name] for name in self.changed_data}
        row = {key: value for key, value in before.items() if said.get(key, value) != ""}
        row |= {key: value for key, value in said.items() if key != "target" and value != ""}
        return with_target(row, said["target"], self.goal) if "target" in said else row


class ReplaceGoalForm(forms.Form):
    """Another goal from a day on, decided as a deviation; both are shown ever after."""

    text = text_field(_("Det nya målet i sina egna ord"))
    first = fields.day(_("Gäller från"), required=True)
    why = text_field(_("Varför ändras målet?"))
    decided_by = fields.words(_("Vem beslutade?"), longest=200)

    def __init__(self, data: Any = None, *, goal: AnyIndicator, prefix: str) -> None:
        initial: Row = {"text": goal.text}
        if goal.target is not None:
            initial["target"] = shown_target(goal.target.value, goal)
        super().__init__(data, initial=initial, prefix=prefix)
        self.goal = goal
        if goal.target is not None:
            self.fields["target"] = target_field(goal, required=True)
        self.order_fields(["text", "target", "first", "why", "decided_by"])


class EndGoalForm(forms.Form):
    """The goal is not followed up after a day, and stands as it was until then."""

    last = fields.day(_("Sista dagen målet gäller"), required=True)


def with_target(row: Row, written: Any, goal: AnyIndicator) -> Row:
    """Written where the row writes it: as a pattern's number, or as a target in full."""
    row = _without_verdicts(row)
    if written is None:
        return _without(row, "target")
    value, before = kept_target(written, goal), row.get("target")
    if isinstance(before, Mapping):
        return {**row, "target": {**before, "value": value}}
    return {**row, "target": value if "pattern" in row else {"op": ">=", "value": value}}


def _without_verdicts(row: Row) -> Row:
    """Worked examples still say what is counted; their verdicts were those of the old target."""
    if "examples" not in row:
        return row
    counted = [
        {**example, "expect": _without(example["expect"], "verdict")} for example in row["examples"]
    ]
    kept = [example for example in counted if example["expect"]]
    return {**row, "examples": kept} if kept else row


def _without(row: Mapping[str, Any], name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}
