"""What may be written shorter in a file, in full: patterns, kronor and code lists."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from stegvis.programmes.files.code_lists import common_lists, merged, read_lists
from stegvis.programmes.files.money import with_amounts_in_ore
from stegvis.programmes.files.patterns import expanded
from stegvis.programmes.files.plausible import implausible, is_plausible_day
from stegvis.programmes.values.findings import Finding

Row: TypeAlias = dict[str, Any]
Filler: TypeAlias = Callable[[Row], tuple[Row, list[Finding]]]


def filled_out(raw: Mapping[str, Any]) -> tuple[Row, list[Finding]]:
    values = dict(raw)
    findings = list(implausible(raw))
    fillers: dict[str, Filler] = {
        "budget": with_amounts_in_ore,
        "goals": partial(expanded, first_day=_first_day(raw)),
    }
    for key, fill_out in fillers.items():
        if isinstance(values.get(key), list):
            values[key], wrong = _rows(values[key], fill_out)
            findings += [finding.within(key) for finding in wrong]
    own = values.get("code_lists", {})
    if isinstance(own, dict):
        lists, wrong = read_lists(own)
        values["code_lists"], homeless = merged(common_lists(), lists)
        findings += [finding.within("code_lists") for finding in (*wrong, *homeless)]
    return values, findings


def _rows(rows: list[Any], fill_out: Filler) -> tuple[list[Any], list[Finding]]:
    done = [fill_out(row) if isinstance(row, dict) else (row, []) for row in rows]
    findings = [
        finding.within(index) for index, (_row, wrong) in enumerate(done) for finding in wrong
    ]
    return [row for row, _wrong in done], findings


def _first_day(raw: Mapping[str, Any]) -> date | None:
    """The first decided day, before anyone knows that the periods are right."""
    decisions = raw.get("decisions")
    rows = decisions if isinstance(decisions, list) else []
    days = [row.get("first") for row in rows if isinstance(row, dict)]
    known = [found for found in days if type(found) is date and is_plausible_day(found)]
    return min(known, default=None)
