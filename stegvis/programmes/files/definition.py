"""A definition from its file: read, filled out, checked, or refused with every fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.files.complaints import findings_of
from stegvis.programmes.files.filling_out import filled_out
from stegvis.programmes.files.kept_rows import KeptRows
from stegvis.programmes.files.toml_text import TomlFile, read_toml, read_toml_text
from stegvis.programmes.policies.definition import check_definition, warnings
from stegvis.programmes.values.definition import FORMAT, Definition
from stegvis.programmes.values.findings import Finding


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
    names = {part.id: part.name for part in parts}
    return whole.model_copy(update={"part_names": names}), parts


def load_whole(path: Path, part: Definition) -> Definition:
    """The programme that the definition at `path` is a part of; its file stands beside it."""
    beside = path.with_name(f"{part.part_of}.toml")
    if not beside.is_file():
        sentence = _(
            "{part} är en del av {whole}, och uppgifterna läses med den definitionen. "
            "Filen {file} finns inte. Lägg den i samma mapp som {own}."
        )
        words = {"part": part.name, "whole": part.part_of, "own": path.name}
        raise Refused(sentence.format(file=beside, **words))
    whole, parts = load_programme(beside)
    if part.id not in [one.id for one in parts]:
        sentence = _("{whole} säger inte att {part} är en del av den (parts).")
        raise Refused(sentence.format(whole=whole.id, part=part.id))
    return whole


def read_definition(path: Path) -> Reading:
    return _read(read_toml(path))


def read_definition_text(text: str, *, name: str) -> Reading:
    """As from a file; `name` is what faults call it."""
    return _read(read_toml_text(text, name=name))


def _read(file: TomlFile) -> Reading:
    _refuse_other_formats(file)
    raw, findings = filled_out(file.values)
    definition, more = _validated(raw, findings)
    findings += more
    if findings or definition is None:
        raise _refusal(file, findings)
    doubts = file.in_order(warnings(definition))
    return Reading(definition, tuple(map(file.fault, doubts)))


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


def _validated(
    raw: Mapping[str, Any], told: list[Finding]
) -> tuple[Definition | None, list[Finding]]:
    """The definition and what else is wrong; rows that are wrong are left out and told once."""
    kept = KeptRows.of(raw).without(told)
    try:
        return _checked(kept)
    except ValidationError as error:
        findings = kept.placed(findings_of(error, kept.raw))
    if not all(map(kept.is_about_a_row, findings)):
        return None, findings
    try:
        definition, more = _checked(kept.without(findings))
    except ValidationError:
        return None, findings
    return definition, findings + more


def _checked(kept: KeptRows) -> tuple[Definition, list[Finding]]:
    definition = Definition.model_validate(kept.raw)
    return definition, kept.placed(check_definition(definition))


def _refusal(file: TomlFile, findings: list[Finding]) -> Refused:
    count = ngettext("{file} har {count} fel.", "{file} har {count} fel.", len(findings)).format(
        file=file.name, count=len(findings)
    )
    return Refused(count, map(file.fault, file.in_order(findings)))
