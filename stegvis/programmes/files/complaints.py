"""What pydantic complains about, said in Swedish about the keys of the file."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.files.known_keys import KINDS, known_keys
from stegvis.programmes.values.condition_words import ConditionError
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.findings import Finding, KeyPath, one_of, unknown_word
from stegvis.programmes.values.indicators import Denominator

Details: TypeAlias = Mapping[str, Any]
"""One of the errors that pydantic lists."""

QUOTED = re.compile(r"'([^']+)'")
NO_SUCH_WORD = N_("Det ordet finns inte.")

# the beginning of pydantic's name for the error, and what was expected
EXPECTED = (
    ("string_too_short", N_("en text som inte är tom")),
    ("string", N_("en text inom citattecken")),
    ("int", N_("ett heltal utan citattecken")),
    ("float", N_("ett tal med punkt som decimaltecken, utan citattecken")),
    ("bool", N_("true eller false")),
    ("date", N_("ett datum som 2024-12-31, utan citattecken")),
    ("tuple", N_("en lista inom [ ]")),
    ("dict", N_("en tabell")),
    ("model", N_("en tabell")),
)
BOUNDS = (
    ("ge", N_("minst {bound}")),
    ("gt", N_("mer än {bound}")),
    ("le", N_("högst {bound}")),
    ("max_length", N_("högst {bound} tecken")),
)
SHAPES = {
    "_": N_("en kod av a–z och siffror, med _ mellan orden"),
    "-": N_("ett id av a–z och siffror, med - mellan orden"),
    "A": N_("en källa: en nyckel som börjar med stor bokstav, och efter kolon stället"),
}


def findings_of(
    error: ValidationError, raw: Mapping[str, Any], root: type[BaseModel] = Definition
) -> list[Finding]:
    """One for every key that is wrong; of a union's several complaints the first."""
    found: dict[KeyPath, Finding] = {}
    for details in error.errors(include_url=False):
        path = _path_in(raw, details["loc"], details["type"])
        if details["type"] == "extra_forbidden":
            found[path] = _unknown_key(path, known_keys(details["loc"][:-1], root), root)
        found.setdefault(path, _finding(path, details))
    return list(found.values())


def _path_in(raw: object, loc: tuple[str | int, ...], kind: str) -> KeyPath:
    """The keys of the file on the way: pydantic puts names of its own kinds between them."""
    path: list[str | int] = []
    for part in loc:
        if _has(raw, part):
            raw = raw[part]  # type: ignore[index] # a table or a list that has it
            path.append(part)
    return (*path, loc[-1]) if kind == "missing" else tuple(path)


def _has(raw: object, part: str | int) -> bool:
    if isinstance(raw, list):
        return isinstance(part, int) and part < len(raw)
    return isinstance(raw, Mapping) and part in raw


def _unknown_key(path: KeyPath, known: tuple[str, ...], root: type[BaseModel]) -> Finding:
    key = str(path[-1])
    if len(path) > 1 and key in root.model_fields:  # in TOML it belongs to the table above it
        sentence = _("Nyckeln {key} hör hemma överst i filen, före den första tabellen.")
        return Finding(path, sentence.format(key=key))
    return unknown_word(path, _("Nyckeln {key} finns inte här.").format(key=key), key, known)


def _finding(path: KeyPath, details: Details) -> Finding:
    match details["type"]:
        case "missing":
            return _missing(path)
        case "union_tag_not_found":
            return Finding((*path, "kind"), _("Nyckeln kind saknas."), "", one_of(tuple(KINDS)))
        case "union_tag_invalid":
            tag = str(details["ctx"]["tag"])
            return unknown_word((*path, "kind"), _(NO_SUCH_WORD), tag, tuple(KINDS))
        case "literal_error" | "enum":
            words = tuple(QUOTED.findall(str(details["ctx"]["expected"])))
            return unknown_word(path, _(NO_SUCH_WORD), _shown(details), words)
        case "value_error":
            return _own(path, details)
        case _:
            return Finding(path, _("Värdet går inte att läsa."), _shown(details), _wanted(details))


def _missing(path: KeyPath) -> Finding:
    key = path[-1]
    if key == "denominator":
        what = _("Målet saknar nämnare (denominator): av vilka räknas det?")
        return Finding(path, what, "", one_of(tuple(Denominator)))
    if key == "population":
        what = _("Målet saknar population: ett procenttal utan den går inte att förstå.")
        return Finding(path, what, "", _('till exempel population = {name = "alla avslutade"}'))
    return Finding(path, _("Nyckeln {key} saknas.").format(key=key))


def _own(path: KeyPath, details: Details) -> Finding:
    error = details["ctx"]["error"]
    if isinstance(error, ConditionError):
        return Finding(path, error.sentence, error.read, error.expected)
    shown = "" if isinstance(details["input"], Mapping) else _shown(details)
    return Finding(path, str(error), shown)


def _wanted(details: Details) -> str:
    kind = details["type"]
    if kind == "string_pattern_mismatch":
        pattern = str(details["ctx"]["pattern"])
        sign = "A" if "A-Z" in pattern else "_" if "_" in pattern else "-"
        return _(SHAPES[sign])
    bounds = details.get("ctx", {})
    for name, said in BOUNDS:
        if name in bounds:
            return _(said).format(bound=bounds[name])
    return next((_(said) for start, said in EXPECTED if kind.startswith(start)), "")


def _shown(details: Details) -> str:
    value = details["input"]
    if isinstance(value, Mapping):
        return _("en tabell")
    if isinstance(value, list | tuple):
        return _("en lista")
    return str(value).lower() if isinstance(value, bool) else str(value)
