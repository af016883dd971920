"""A definition from its file: read, filled out, checked, or refused with every fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.files.code_lists import common_lists, merged, read_lists
from stegvis.programmes.files.complaints import findings_of
from stegvis.programmes.files.money import with_amounts_in_ore
from stegvis.programmes.files.patterns import expanded
from stegvis.programmes.files.toml_text import TomlFile, read_toml
from stegvis.programmes.policies.definition import check_definition, warnings
from stegvis.programmes.values.definition import FORMAT, Definition
from stegvis.programmes.values.findings import Finding

SKIPPABLE = ("goals", "figures")
"""Rows that can be left out while the rest is checked, so that one run tells all."""


@dataclass(frozen=True)
class Reading:
    """A definition with what is doubtful in it, which asks for a decision but stops nothing."""

    definition: Definition
    warnings: tuple[Fault, ...]


def load_definition(path: Path) -> Definition:
    return read_definition(path).definition


def load_programme(path: Path) -> tuple[Definition, tuple[Definition, ...]]:
    """A programme and its parts, whose files stand in the same folder under their ids."""
    whole = load_definition(path)
    parts = tuple(load_definition(path.with_name(f"{part}.toml")) for part in whole.parts)
    astray = [part for part in parts if part.part_of != whole.id]
    if astray:
        sentence = _("{part} säger inte att den är en del av {whole} (part_of).")
        raise Refused(sentence.format(part=astray[0].id, whole=whole.id))
    return whole, parts


def read_definition(path: Path) -> Reading:
    file = read_toml(path)
    _refuse_other_formats(file)
    raw, findings = _filled_out(file.values)
    definition, more = _validated(raw)
    findings += more
    if definition is not None:
        findings += check_definition(definition)
    if findings or definition is None:
        raise _refusal(file, findings)
    return Reading(definition, tuple(map(file.fault, file.in_order(warnings(definition)))))


def _refuse_other_formats(file: TomlFile) -> None:
    stated = file.values.get("format")
    if isinstance(stated, int) and stated > FORMAT:
        sentence = _(
            "{file} är skriven i format {stated}. Det behövs en version av Stegvis som läser "
            "format {stated}; den här läser till och med format {ours}. Uppdatera programmet."
        )
        raise Refused(sentence.format(file=file.name, stated=stated, ours=FORMAT))
    if stated != FORMAT:
        what = _("Filen säger inte vilket format den är skriven i.")
        expected = _("format = {ours} först i filen").format(ours=FORMAT)
        read = "" if stated is None else str(stated)
        fault = file.fault(Finding(("format",), what, read, expected))
        raise Refused(_("{file} går inte att läsa.").format(file=file.name), [fault])


def _filled_out(raw: Mapping[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """What may be written shorter in a file, in full: patterns, kronor and code lists."""
    values = dict(raw)
    findings: list[Finding] = []
    for key, fill_out in (("budget", with_amounts_in_ore), ("goals", expanded)):
        rows = values.get(key)
        if isinstance(rows, list):
            done = [fill_out(row) if isinstance(row, dict) else (row, []) for row in rows]
            values[key] = [row for row, _wrong in done]
            findings += [
                finding.within(key, index)
                for index, (_row, wrong) in enumerate(done)
                for finding in wrong
            ]
    own = values.get("code_lists", {})
    if isinstance(own, dict):
        lists, wrong = read_lists(own)
        values["code_lists"], homeless = merged(common_lists(), lists)
        findings += [finding.within("code_lists") for finding in (*wrong, *homeless)]
    return values, findings


def _validated(raw: Mapping[str, Any]) -> tuple[Definition | None, list[Finding]]:
    try:
        return Definition.model_validate(raw), []
    except ValidationError as error:
        findings = findings_of(error, raw)
    rest = _without(raw, findings)
    return (_validated(rest)[0] if rest else None), findings


def _without(raw: Mapping[str, Any], findings: list[Finding]) -> dict[str, Any] | None:
    """The definition less its wrong goals; None when something else is wrong."""
    wrong = {finding.path[:2] for finding in findings}
    if any(len(path) < len(("goals", 0)) or path[0] not in SKIPPABLE for path in wrong):
        return None
    rest = dict(raw)
    for key in SKIPPABLE:
        rows = raw.get(key, [])
        rest[key] = [row for index, row in enumerate(rows) if (key, index) not in wrong]
    return rest


def _refusal(file: TomlFile, findings: list[Finding]) -> Refused:
    count = ngettext("{file} har {count} fel.", "{file} har {count} fel.", len(findings)).format(
        file=file.name, count=len(findings)
    )
    return Refused(count, map(file.fault, file.in_order(findings)))
