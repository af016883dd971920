"""The facts a follow-up was given: a file, a folder, or nothing at all."""

from collections.abc import Callable
from pathlib import Path

from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.checks.delivery import OfTheWhole
from stegvis.results.files.facts import read_facts
from stegvis.results.files.mappings import find_mapping
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.reading import ImportResult


def given_facts(
    data: Path | None,
    definition: Definition,
    *,
    mapping: Path | None = None,
    whole: Callable[[], Definition] | None = None,
) -> ImportResult:
    """Empty facts for no data and for an empty folder: some programmes only have a budget.

    A part is often counted on the data of the whole; then they are read as the `whole` says.
    """
    if data is None or _is_empty_folder(data):
        return ImportResult(FactSet(definition.id, {}))
    if not data.exists():
        raise Refused(_missing(data))
    try:
        return _read(data, definition, mapping)
    except OfTheWhole:
        if whole is None:
            raise
        return _read(data, whole(), mapping)


def _read(data: Path, definition: Definition, mapping: Path | None) -> ImportResult:
    return read_facts(data, definition, mapping=find_mapping(data, definition, mapping))


def _is_empty_folder(data: Path) -> bool:
    return data.is_dir() and not any(data.iterdir())


def _missing(data: Path) -> str:
    said = _("{data} finns inte.").format(data=data)
    beside = [one.name for one in data.parent.iterdir()] if data.parent.is_dir() else []
    return with_guess(said, nearest(data.name, beside))
