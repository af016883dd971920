"""What every figure has before anything is counted."""

from typing import Any

from stegvis.core.values.periods import day_of
from stegvis.programmes.values.facts import columns_in_scope
from stegvis.programmes.values.indicators import AnyIndicator
from stegvis.results.calculations.evaluation.frames import rule_starts
from stegvis.results.calculations.evaluation.populations import base_table
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.values.figures import Figure

RULE_PERIOD = "rule_period"


def figure_of(indicator: AnyIndicator, prepared: Prepared, **found: Any) -> Figure:
    blank: dict[str, Any] = {
        "id": indicator.id,
        "goal": indicator.text,
        "kind": indicator.kind,
        "unit": indicator.unit.value,
        "value": None,
        "k": None,
        "n": None,
        "population": indicator.denominator.value,
        "population_name": indicator.population.name,
        "cut_off": day_of(prepared.frames.cut_off),
        "definition_version": prepared.definition.version,
        "target": indicator.target,
        "replaces": indicator.replaces or "",
        "valid": (indicator.valid.first, indicator.valid.last),
        "after_cut_off": prepared.frames.after_cut_off(base_table(indicator.unit)),
    }
    return Figure(**(blank | found))


def groups_of(indicator: AnyIndicator, prepared: Prepared) -> tuple[str, ...]:
    """Gender wherever rows have one, the declared groups, and the periods of changed rules."""
    table = base_table(indicator.unit)
    columns = set(columns_in_scope(table))
    if "enrolment" in columns:
        columns.add("gender")
    wanted = ["gender", *indicator.groups]
    if table == "enrolments" and len(rule_starts(prepared.definition)) > 1:
        wanted.append(RULE_PERIOD)
        columns.add(RULE_PERIOD)
    return tuple(group for group in dict.fromkeys(wanted) if group in columns)
